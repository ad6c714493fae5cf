import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import type { ContactField, Corrected } from '../correcting/contact.ts';
import type { Officer } from './officer.ts';

/** What a system is to change of a customer. `at`: when it was corrected here; `ours`: also over what it changed later. */
export interface ContactChange {
  readonly field: ContactField;
  readonly from: string | null;
  readonly to: string | null;
  readonly at: string;
  readonly holds: 'ours' | 'newest';
}

export interface ContactTold {
  readonly customerKey: string;
  readonly changes: readonly ContactChange[];
}

export interface CorrectedRecord {
  recordId: string;
  personId: string;
  customerKey: string;
}

/**
 * Notes, in the transaction of the correction, what the system that keeps the record is to be told: all that stands
 * corrected of it, in the place of what still waited.
 */
export async function planCorrection(ctx: Context, officer: Officer, record: CorrectedRecord): Promise<void> {
  const waited = await sql<{ told: ContactTold }>`
    delete from backoffice_share where backoffice_id = ${officer.id} and what = 'contact' and state = 'waiting'
      and interaction->>'customerKey' = ${record.customerKey} returning interaction as told`.execute(
    ctx.database,
  );
  const standing = await changesFor(ctx, officer, record.recordId);
  const all = [...waited.rows.flatMap(({ told }) => told.changes), ...standing];
  const changes = [...new Map(all.map((change) => [change.field, change])).values()];
  if (changes.length === 0) return;
  const at = asDate(ctx.clock.now());
  await ctx.database
    .insertInto('backoffice_share')
    .values({
      backoffice_id: officer.id,
      person_id: record.personId,
      what: 'contact',
      reference: publicId('ct', at.getTime()),
      interaction: JSON.stringify({ customerKey: record.customerKey, changes } satisfies ContactTold),
      due_at: at,
      made_at: at,
    })
    .execute();
}

async function changesFor(ctx: Context, officer: Officer, recordId: string): Promise<ContactChange[]> {
  const found = await sql<Corrected & { at: Date }>`
    select field, was, value, made_at as at from contact_correction where record_id = ${recordId} order by id`.execute(
    ctx.database,
  );
  return found.rows.flatMap(({ field, was, value, at }) => {
    const holds = officer.fields[field];
    if (holds !== 'ours' && holds !== 'newest') return [];
    return [{ field, from: was, to: value, at: at.toISOString(), holds }];
  });
}

/** They say the same now, or something newer (`kept`): in both cases nothing stands corrected any more. */
export async function endCorrections(ctx: Context, source: string, told: ContactTold): Promise<void> {
  const { customerKey, changes } = told;
  await sql`
    delete from contact_correction c using customer_record r,
      unnest(${changes.map(({ field }) => field)}::text[], ${changes.map(({ to }) => to)}::text[]) as t (field, value)
    where r.id = c.record_id and r.source = ${source} and r.external_id = ${customerKey}
      and c.field = t.field and c.value is not distinct from t.value`.execute(ctx.database);
}
