import { sql } from 'kysely';
import { type Context, transact } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { permissionsOf } from '../privacy/deciding.ts';
import { type LedgerRow, ledgerOf, recordUse } from '../privacy/ledger.ts';
import type { State } from '../privacy/permission.ts';
import type { Purpose } from '../privacy/purpose.ts';
import type { Identity, Person } from './person.ts';
import { shownAs, togetherWith } from './shown.ts';

export interface Customer {
  person: Person;
  identities: Identity[];
  permissions: Map<Purpose, State>;
  ledger: LedgerRow[];
}

const newestUses = 20;

/**
 * The only door to a person's record. Checks the purpose against what the person allows and writes the ledger row
 * in the same transaction; what follows inside `read` runs under that purpose. Whoever was merged opens as one: the
 * use stands in the ledger of each, so that it is there also when they are parted again.
 * @throws Refusal `not-found.person`, `forbidden.purpose`
 */
export async function openCustomer<T>(
  ctx: Context,
  { id, purpose }: { id: string; purpose: Purpose },
  read: (ctx: Context, customer: Customer) => Promise<T>,
): Promise<T> {
  return transact(ctx, purpose, async (ctx) => {
    const person = await getPerson(ctx, id);
    for (const personId of person.personIds)
      await recordUse(ctx, personId, { activity: 'customer.opened', reference: person.publicId });
    return read(ctx, {
      person,
      identities: await identitiesOf(ctx, person.personIds),
      permissions: await permissionsOf(ctx, person.id),
      ledger: await ledgerOfAll(ctx, person.personIds),
    });
  });
}

/**
 * For acts of this module; whoever wants to see a person goes through `openCustomer`. The number of somebody who was
 * merged gives the person as whom they are shown.
 */
export async function getPerson(ctx: Context, publicId: string): Promise<Person> {
  const found = await sql<Omit<Person, 'personIds'>>`
    select p.id, p.public_id as "publicId", p.name, p.relation, p.created_at as since
    from person o join person p on p.id = ${shownAs(sql`o.id`)} where o.public_id = ${publicId}`.execute(
    ctx.database,
  );
  const [person] = found.rows;
  if (!person) throw new Refusal('not-found.person', { id: publicId });
  return { ...person, personIds: await togetherWith(ctx, person.id) };
}

async function identitiesOf(ctx: Context, personIds: readonly string[]): Promise<Identity[]> {
  const found = await sql<Identity>`
    select i.id, i.public_id as "publicId", i.network, i.handle, i.name, i.proof, e.evidence, e.at as "provenAt"
    from identity i left join lateral (
      select evidence, at from identity_proof p where p.identity_id = i.id order by p.id desc limit 1) e on true
    where i.person_id = any(${personIds}::bigint[]) order by i.id`.execute(ctx.database);
  return found.rows;
}

/** One use of somebody merged is written for each of them, and read once. */
async function ledgerOfAll(ctx: Context, personIds: readonly string[]): Promise<LedgerRow[]> {
  const all: LedgerRow[] = [];
  for (const personId of personIds) all.push(...(await ledgerOf(ctx, personId, newestUses)));
  const once = new Map(
    all.map((row) => [[row.at.getTime(), row.activity, row.actorKind, row.department].join(), row]),
  );
  return [...once.values()].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, newestUses);
}

/** For acts that know somebody by number; undefined when nobody has it any more. */
export async function findPersonById(
  ctx: Context,
  id: string,
): Promise<{ publicId: string; name: string | null } | undefined> {
  return ctx.database
    .selectFrom('person')
    .select(['public_id as publicId', 'name'])
    .where('id', '=', id)
    .executeTakeFirst();
}
