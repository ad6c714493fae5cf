import { type Context, transact } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { permissionsOf } from '../privacy/deciding.ts';
import { type LedgerRow, ledgerOf, recordUse } from '../privacy/ledger.ts';
import type { State } from '../privacy/permission.ts';
import type { Purpose } from '../privacy/purpose.ts';
import type { Identity, Person, Proof, Relation } from './person.ts';

export interface Customer {
  person: Person;
  identities: Identity[];
  permissions: Map<Purpose, State>;
  ledger: LedgerRow[];
}

/**
 * The only door to a person's record. Checks the purpose against what the person allows and writes the ledger row
 * in the same transaction; what follows inside `read` runs under that purpose.
 * @throws Refusal `not-found.person`, `forbidden.purpose`
 */
export async function openCustomer<T>(
  ctx: Context,
  { id, purpose }: { id: string; purpose: Purpose },
  read: (ctx: Context, customer: Customer) => Promise<T>,
): Promise<T> {
  return transact(ctx, purpose, async (ctx) => {
    const person = await getPerson(ctx, id);
    await recordUse(ctx, person.id, { activity: 'customer.opened', reference: person.publicId });
    return read(ctx, {
      person,
      identities: await identitiesOf(ctx, person.id),
      permissions: await permissionsOf(ctx, person.id),
      ledger: await ledgerOf(ctx, person.id),
    });
  });
}

/** For acts of this module; whoever wants to see a person goes through `openCustomer`. */
export async function getPerson(ctx: Context, publicId: string): Promise<Person> {
  const row = await ctx.database
    .selectFrom('person')
    .selectAll()
    .where('public_id', '=', publicId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found.person', { id: publicId });
  return {
    id: row.id,
    publicId: row.public_id,
    name: row.name,
    relation: row.relation as Relation,
    since: row.created_at,
  };
}

async function identitiesOf(ctx: Context, personId: string): Promise<Identity[]> {
  const rows = await ctx.database
    .selectFrom('identity')
    .select(['id', 'network', 'handle', 'name', 'proof'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, proof: row.proof as Proof }));
}
