import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import { type ContactField, contactFields } from './correcting/contact.ts';
import { officersOf } from './syncing/officer.ts';

/** A customer as another system knows them. */
export interface CustomerRecord {
  source: string;
  externalId: string;
  name: string | null;
  mail: string | null;
  phone: string | null;
  street: string | null;
  postcode: string | null;
  town: string | null;
  country: string | null;
  /** Customer since this day. */
  since: string | null;
  refreshedAt: Date;
}

/** A record, with who else keeps it and which fields may be corrected here. */
export interface CorrectableRecord extends CustomerRecord {
  office: string | null;
  correctable: readonly ContactField[];
}

/** The same with what of it may be corrected here. Two statements. */
export async function correctableRecords(
  ctx: Context,
  personIds: readonly string[],
): Promise<CorrectableRecord[]> {
  const records = await recordsOf(ctx, personIds);
  const officers = new Map(await officersOf(ctx, [...new Set(records.map(({ source }) => source))]));
  return records.map((record) => {
    const officer = officers.get(record.source);
    const correctable = contactFields.filter((field) => officer?.mayCorrect(field) ?? true);
    return { ...record, office: officer?.name ?? null, correctable };
  });
}

/** What other systems say of a person. Runs under the purpose that opened them. */
export async function recordsOf(ctx: Context, personIds: readonly string[]): Promise<CustomerRecord[]> {
  const found = await sql<CustomerRecord>`
    select source, external_id as "externalId", name, mail, phone, street, postcode, town, country,
      customer_since::text as since, refreshed_at as "refreshedAt"
    from customer_record where person_id = any(${personIds}::bigint[]) order by id`.execute(ctx.database);
  return found.rows;
}
