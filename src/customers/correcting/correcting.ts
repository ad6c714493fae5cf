import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recordUse } from '../../privacy/ledger.ts';
import { getPerson } from '../customer.ts';
import { kept } from '../events.ts';
import { isRefusedRow, readRow } from '../exchanging/row.ts';
import { keepAddresses } from '../exchanging/welcoming.ts';
import { employeeOf } from '../identifying/merging.ts';
import { openMine } from '../mine/mine.ts';
import { type Officer, officerOf } from '../syncing/officer.ts';
import { planCorrection } from '../syncing/sharing-corrections.ts';
import { type ContactField, contactFields, isContactField } from './contact.ts';

/** A record of a person, and what is right of it; fields that are left out stay as they are, empty takes away. */
export interface Correction {
  source: string;
  externalId: string;
  values: Readonly<Partial<Record<ContactField, string | undefined>>>;
}

type Locked = Record<ContactField, string | null> & { id: string; personId: string };

/**
 * A colleague mends how somebody is reached. It holds at once, goes to the system that keeps the record where that may
 * be (customers/syncing/mapping.ts), and a later file or reading that says the old again does not bring it back.
 * @throws Refusal `not-found.person`, `not-found.record`, `invalid.contact`, `conflict.record-theirs`
 */
export async function correct(ctx: Context, id: string, correction: Correction): Promise<void> {
  await transact(ctx, 'legal', async (ctx) => {
    const { personIds } = await getPerson(ctx, id);
    await write(ctx, personIds, correction);
  });
}

/** The same, by whoever it is about; of the mail address they prove the new one first, so that one is not among it. */
export async function correctOwn(ctx: Context, correction: Correction): Promise<void> {
  if (correction.values.mail !== undefined) throw new Refusal('invalid.contact', { field: 'mail' });
  await openMine(ctx, (ctx, { members }) => write(ctx, members, correction));
}

async function write(
  ctx: Context,
  personIds: readonly string[],
  { source, externalId, values }: Correction,
): Promise<void> {
  const record = await lockRecord(ctx, personIds, { source, externalId });
  const given = Object.entries(values).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, value] as const],
  );
  const read = readRow('customers', 0, { ...Object.fromEntries(given), id: externalId });
  if (isRefusedRow(read)) throw new Refusal('invalid.contact', { field: read.field ?? '' });
  const changed = Object.entries(read.values).flatMap(([field, value]) =>
    isContactField(field) && record[field] !== value ? [{ field, value }] : [],
  );
  if (changed.length === 0) return;
  const officer = await officerOf(ctx, source);
  for (const { field } of changed)
    if (officer && !officer.mayCorrect(field)) throw new Refusal('conflict.record-theirs', { field });
  await recordUse(ctx, record.personId, { activity: 'contact.corrected', reference: source });
  await keep(ctx, record, changed);
  await callBy(ctx, record, changed);
  await keepAddresses(ctx, { source, externalIds: [externalId] });
  if (officer) await tellOffice(ctx, officer, { record, externalId });
  await ctx.emit([kept('contact.corrected', record.personId, externalId)]);
}

async function lockRecord(
  ctx: Context,
  personIds: readonly string[],
  { source, externalId }: Pick<Correction, 'source' | 'externalId'>,
): Promise<Locked> {
  const record = await ctx.database
    .selectFrom('customer_record')
    .select(['id', 'person_id as personId', ...contactFields])
    .where('source', '=', source)
    .where('external_id', '=', externalId)
    .where('person_id', 'in', personIds)
    .forUpdate()
    .executeTakeFirst();
  if (!record) throw new Refusal('not-found.record', { source, externalId });
  return record;
}

interface Change {
  field: ContactField;
  value: string | null;
}

/** The record says what is right now; next to it stands what the source last said, for when it speaks again. */
async function keep(ctx: Context, record: Locked, changed: readonly Change[]): Promise<void> {
  const at = asDate(ctx.clock.now());
  await ctx.database
    .updateTable('customer_record')
    .set({ ...Object.fromEntries(changed.map(({ field, value }) => [field, value])), changed_at: at })
    .where('id', '=', record.id)
    .execute();
  await sql`
    insert into contact_correction (record_id, person_id, field, value, was, made_at, made_by)
    select ${record.id}, ${record.personId}, t.field, t.value, t.was, ${at}, ${employeeOf(ctx)}
    from unnest(${changed.map(({ field }) => field)}::text[], ${changed.map(({ value }) => value)}::text[],
      ${changed.map(({ field }) => record[field])}::text[]) as t (field, value, was)
    on conflict (record_id, field) do update set value = excluded.value, made_at = excluded.made_at,
      made_by = excluded.made_by`.execute(ctx.database);
  // Back to what the source says: nothing is left to correct.
  await sql`delete from contact_correction where record_id = ${record.id} and value is not distinct from was`.execute(
    ctx.database,
  );
}

/** Who was called as the record said is called as it says now. */
async function callBy(ctx: Context, record: Locked, changed: readonly Change[]): Promise<void> {
  const name = changed.find(({ field }) => field === 'name');
  if (!name) return;
  await sql`update person set name = ${name.value} where id = ${record.personId}
    and name is not distinct from ${record.name}`.execute(ctx.database);
}

async function tellOffice(
  ctx: Context,
  officer: Officer,
  { record, externalId }: { record: Locked; externalId: string },
): Promise<void> {
  await planCorrection(ctx, officer, {
    recordId: record.id,
    personId: record.personId,
    customerKey: externalId,
  });
}
