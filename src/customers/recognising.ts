import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { publicId } from '../platform/public-id.ts';
import { addressOf, lowerSafely } from './identifying/address.ts';

export interface Sighting {
  network: string;
  /** What the network calls them; null for somebody unnamed, who gets an identity of their own. */
  externalId: string | null;
  name: string | null;
  /** Stands in for the missing id of the unnamed: the message they wrote. */
  unnamedKey: string;
}

export interface Recognised {
  identityId: string;
  personId: string;
  /** The name on that network, else the handle. */
  name: string | null;
  /** Made here and now: nothing of them stands anywhere yet. */
  isNew: boolean;
}

/**
 * How one network's names are compared: case and a leading @ do not make another person. A letter that only becomes
 * the same by folding does: whoever chose such a name is not the person they want to look like.
 */
export function identityKey(sighting: Pick<Sighting, 'externalId' | 'unnamedKey'>): string {
  if (sighting.externalId === null) return `unnamed:${sighting.unnamedKey}`;
  return lowerSafely(sighting.externalId.trim().replace(/^@/, ''));
}

/**
 * Finds the identity of each sighting, and makes those not seen before, each with a person of its own: Polder
 * never guesses that two addresses are one human. Answers in the order of `sightings`, with how many are new.
 */
export async function recognise(
  ctx: Context,
  network: string,
  sightings: readonly Sighting[],
): Promise<{ recognised: Recognised[]; newPersons: number }> {
  const wanted = new Map<string, Sighting>();
  for (const sighting of sightings) {
    const key = identityKey(sighting);
    if (!wanted.has(key)) wanted.set(key, sighting);
  }
  const { known, newPersons } = await findOrMake(ctx, network, wanted);
  const recognised = sightings.map((sighting) => {
    const found = known.get(identityKey(sighting));
    if (!found) throw new Error('an identity that was just made is not there');
    return found;
  });
  return { recognised, newPersons };
}

interface Made {
  external_id: string;
  id: string;
  person_id: string;
  made_id: string | null;
  called: string | null;
}

/**
 * In one statement, because every message that comes in passes here. Another transaction may have made the same
 * identity at the same moment: then theirs is taken, and the person made here is nobody. In the order of their keys,
 * so that two batches with the same new writers take their locks in one order.
 */
async function findOrMake(
  ctx: Context,
  network: string,
  wanted: ReadonlyMap<string, Sighting>,
): Promise<{ known: Map<string, Recognised>; newPersons: number }> {
  const at = asDate(ctx.clock.now());
  const all = [...wanted];
  const addresses = all.map(([, { externalId }]) => (externalId ? addressOf(network, externalId) : null));
  const found = await sql<Made>`
    with t as (
      select * from unnest(${all.map(() => publicId('pe', at.getTime()))}::text[], ${all.map(([key]) => key)}::text[],
        ${all.map(([, s]) => s.externalId)}::text[], ${all.map(([, s]) => s.name)}::text[],
        ${addresses.map((a) => a?.kind ?? null)}::text[], ${addresses.map((a) => a?.value ?? null)}::text[])
        as t (public_id, external_id, handle, name, address_kind, address))
    , seen as (
      select i.external_id, i.id, i.person_id, coalesce(i.name, i.handle) as called from t
      join identity i on i.network = ${network} and i.external_id = t.external_id)
    , made as (
      insert into person (public_id, name, created_at)
      select t.public_id, coalesce(t.name, t.handle), ${at} from t
      where t.external_id not in (select external_id from seen) returning id, public_id)
    , kept as (
      insert into identity (person_id, network, external_id, handle, name, address_kind, address, created_at)
      select made.id, ${network}, t.external_id, t.handle, t.name, t.address_kind, t.address, ${at} from made join t using (public_id)
      order by t.external_id
      on conflict (network, external_id) do update set network = excluded.network
      returning external_id, id, person_id, coalesce(name, handle) as called)
    select seen.*, null::bigint as made_id from seen
    union all
    select kept.*, made.id from kept join t using (external_id) join made using (public_id)`.execute(
    ctx.database,
  );
  const made = found.rows.filter((row) => row.made_id !== null);
  const nobody = made.flatMap((row) => (row.made_id === row.person_id ? [] : (row.made_id ?? [])));
  if (nobody.length > 0) await ctx.database.deleteFrom('person').where('id', 'in', nobody).execute();
  const known = found.rows.map(({ external_id, id, person_id, made_id, called }) => {
    const isNew = made_id !== null && made_id === person_id;
    return [external_id, { identityId: id, personId: person_id, name: called, isNew }] as const;
  });
  return { known: new Map(known), newPersons: made.length - nobody.length };
}
