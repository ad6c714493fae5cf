import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';

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
  refreshedAt: Date;
}

/** What other systems say of a person. Runs under the purpose that opened them. */
export async function recordsOf(ctx: Context, personIds: readonly string[]): Promise<CustomerRecord[]> {
  const found = await sql<CustomerRecord>`
    select source, external_id as "externalId", name, mail, phone, street, postcode, town, country,
      refreshed_at as "refreshedAt"
    from customer_record where person_id = any(${personIds}::bigint[]) order by id`.execute(ctx.database);
  return found.rows;
}
