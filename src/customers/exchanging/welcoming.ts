import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { doesNotRefuse, suggestByMail } from '../identifying/suggesting.ts';
import { ownFields } from './known.ts';
import type { ReadRow } from './row.ts';
import type { Storing } from './storing.ts';

/**
 * Customers as another system knows them. A new one who has the mail address that somebody proved to hold is that
 * person. Anybody can write an address above a mail: whoever merely wrote from it stays apart, and the two are suggested
 * for merging.
 */
export async function welcome(ctx: Context, { source, rows, outcomes }: Storing): Promise<void> {
  const fresh = new Set(outcomes.filter((one) => one.outcome === 'new').map((one) => one.externalId));
  const persons = await personsFor(ctx, {
    source,
    rows: rows.filter(({ externalId }) => fresh.has(externalId)),
  });
  const changed = outcomes.filter((one) => one.outcome === 'changed').map((one) => one.externalId);
  await keepRecords(ctx, { source, rows, persons, changed });
  await keepAddresses(ctx, { source, externalIds: rows.map(({ externalId }) => externalId) });
  await becomeCustomers(ctx, { source, persons: [...persons.values()] });
  await linkWaiting(ctx, { source, externalIds: rows.map(({ externalId }) => externalId) });
  await suggestByMail(ctx, [...persons.values()]);
}

interface Rows {
  source: string;
  rows: readonly ReadRow[];
}

async function personsFor(ctx: Context, { source, rows }: Rows): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map();
  const at = ctx.clock.now();
  const writers = await sql<{ mail: string; id: string }>`
    select distinct on (i.address) i.address as mail, i.person_id as id from identity i
    where i.address_kind = 'mail' and i.address = any(${rows.map(({ values }) => values.mail ?? '')}::text[])
      and i.proof in ('verified', 'confirmed') and ${doesNotRefuse(sql`i.person_id`)}
      and not exists (select from customer_record r where r.person_id = i.person_id and r.source = ${source})
    order by i.address, i.proof = 'verified' desc, i.id`.execute(ctx.database);
  const byMail = new Map(writers.rows.map(({ mail, id }) => [mail, id]));
  const persons = new Map<string, string>();
  const unknown: ReadRow[] = [];
  for (const row of rows) {
    const known = byMail.get(row.values.mail ?? '');
    if (known) persons.set(row.externalId, known);
    else unknown.push(row);
    byMail.delete(row.values.mail ?? '');
  }
  const made = await sql<{ id: string; key: string }>`
    with t as (select * from unnest(${unknown.map(() => publicId('pe', at.epochMilliseconds))}::text[],
      ${unknown.map((row) => row.externalId)}::text[], ${unknown.map((row) => row.values.name ?? null)}::text[])
      as t (public_id, key, name))
    , made as (insert into person (public_id, name, created_at) select public_id, name, ${asDate(at)} from t
      returning id, public_id)
    select made.id, t.key from made join t using (public_id)`.execute(ctx.database);
  for (const { id, key } of made.rows) persons.set(key, id);
  return persons;
}

/** One statement for all: who is new brings a person, of the others only what the file tells changes. */
async function keepRecords(
  ctx: Context,
  {
    source,
    rows,
    persons,
    changed,
  }: Rows & {
    persons: ReadonlyMap<string, string>;
    changed: readonly string[];
  },
): Promise<void> {
  const at = asDate(ctx.clock.now());
  const mapped = new Set(rows.flatMap(({ values }) => Object.keys(values)));
  const fields = ownFields('customers').filter(({ name }) => mapped.has(name) && name !== 'id');
  const json = rows.map((row) => ({
    external_id: row.externalId,
    person_id: persons.get(row.externalId) ?? null,
    ...Object.fromEntries(fields.map(({ name, column }) => [column, row.values[name] ?? null])),
  }));
  const columns = fields.map(({ column }) => sql.ref(column));
  const typed = fields.map(
    ({ column, type }) => sql`, ${sql.ref(column)} ${sql.raw(type === 'day' ? 'date' : 'text')}`,
  );
  const list = (of: (column: ReturnType<typeof sql.ref>) => ReturnType<typeof sql>) =>
    columns.map((column) => sql`, ${of(column)}`);
  const glue = sql``;
  await sql`
    insert into customer_record (source, external_id, person_id, refreshed_at, changed_at
      ${sql.join(
        list((column) => sql`${column}`),
        glue,
      )})
    select ${source}, t.external_id, coalesce(t.person_id, k.person_id), ${at}, ${at}
      ${sql.join(
        list((column) => sql`t.${column}`),
        glue,
      )}
    from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as t (external_id text, person_id bigint
      ${sql.join(typed, glue)})
    left join customer_record k on k.source = ${source} and k.external_id = t.external_id
    on conflict (source, external_id) do update set refreshed_at = excluded.refreshed_at,
      changed_at = case when customer_record.external_id = any(${changed}::text[]) then excluded.changed_at
        else customer_record.changed_at end
      ${sql.join(
        list((column) => sql`${column} = excluded.${column}`),
        glue,
      )}`.execute(ctx.database);
}

/** How to reach them becomes an identity, claimed by the record, unless somebody writes from it already. */
export async function keepAddresses(ctx: Context, { source, externalIds }: Keys): Promise<void> {
  await sql`
    insert into identity (person_id, network, external_id, handle, address_kind, address, proof, created_at)
    select distinct on (kind, address) person_id, kind, address, address, kind, address, 'claimed', ${asDate(ctx.clock.now())}
    from (
      select person_id, 'mail' as kind, mail as address, external_id from customer_record
        where source = ${source} and external_id = any(${externalIds}::text[]) and mail is not null
      union all select person_id, 'phone', phone, external_id from customer_record
        where source = ${source} and external_id = any(${externalIds}::text[]) and phone is not null) t
    order by kind, address, external_id
    on conflict (network, external_id) do nothing`.execute(ctx.database);
}

interface Keys {
  source: string;
  externalIds: readonly string[];
}

/** Whoever has a record is a customer, unless a colleague said what they are. */
async function becomeCustomers(
  ctx: Context,
  { source, persons }: { source: string; persons: readonly string[] },
): Promise<void> {
  if (persons.length === 0) return;
  await sql`
    with made as (
      update person set relation = 'customer' where id = any(${persons}::bigint[]) and relation = 'unknown' returning id)
    insert into person_relation (person_id, relation, at, source)
    select id, 'customer', ${asDate(ctx.clock.now())}, ${source} from made`.execute(ctx.database);
}

/** Orders, invoices and deliveries that came before their customer. */
async function linkWaiting(ctx: Context, { source, externalIds }: Keys): Promise<void> {
  const link = (table: string) => sql`
    update ${sql.table(table)} t set person_id = r.person_id from customer_record r
    where t.person_id is null and t.source = ${source} and r.source = t.source and r.external_id = t.customer_key
      and t.customer_key = any(${externalIds}::text[])`;
  for (const table of ['customer_order', 'invoice', 'delivery']) await link(table).execute(ctx.database);
}
