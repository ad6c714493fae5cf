import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { publicId } from '../platform/public-id.ts';

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
}

/** How one network's names are compared: case and a leading @ do not make another person. */
export function identityKey(sighting: Sighting): string {
  if (sighting.externalId === null) return `unnamed:${sighting.unnamedKey}`;
  return sighting.externalId.trim().replace(/^@/, '').toLowerCase();
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
  const known = await findIdentities(ctx, network, [...wanted.keys()]);
  const unknown = [...wanted].filter(([key]) => !known.has(key));
  if (unknown.length > 0) await makePersons(ctx, { network, unknown, known });
  const recognised = sightings.map((sighting) => {
    const found = known.get(identityKey(sighting));
    if (!found) throw new Error('an identity that was just made is not there');
    return found;
  });
  return { recognised, newPersons: unknown.length };
}

async function findIdentities(
  ctx: Context,
  network: string,
  keys: string[],
): Promise<Map<string, Recognised>> {
  const found = await sql<{ external_id: string; id: string; person_id: string }>`
    select external_id, id, person_id from identity
    where network = ${network} and external_id = any(${keys}::text[])`.execute(ctx.database);
  return new Map(found.rows.map((row) => [row.external_id, { identityId: row.id, personId: row.person_id }]));
}

interface Unknown {
  network: string;
  unknown: readonly (readonly [string, Sighting])[];
  known: Map<string, Recognised>;
}

/**
 * In one statement, so that a new writer costs one. Another transaction may have made the same identity at the same
 * moment: then theirs is taken, and the person made here is nobody.
 */
async function makePersons(ctx: Context, { network, unknown, known }: Unknown): Promise<void> {
  const at = asDate(ctx.clock.now());
  const ids = unknown.map(() => publicId('pe', at.getTime()));
  const made = await sql<{ external_id: string; id: string; person_id: string; made_id: string }>`
    with t as (
      select * from unnest(${ids}::text[], ${unknown.map(([key]) => key)}::text[],
        ${unknown.map(([, s]) => s.externalId)}::text[], ${unknown.map(([, s]) => s.name)}::text[])
        as t (public_id, external_id, handle, name))
    , made as (
      insert into person (public_id, name, created_at)
      select t.public_id, coalesce(t.name, t.handle), ${at} from t returning id, public_id)
    , kept as (
      insert into identity (person_id, network, external_id, handle, name, created_at)
      select made.id, ${network}, t.external_id, t.handle, t.name, ${at} from t join made using (public_id)
      on conflict (network, external_id) do update set network = excluded.network
      returning external_id, id, person_id)
    select kept.external_id, kept.id, kept.person_id, made.id as made_id
    from kept join t using (external_id) join made using (public_id)`.execute(ctx.database);
  for (const row of made.rows) known.set(row.external_id, { identityId: row.id, personId: row.person_id });
  const nobody = made.rows.filter((row) => row.made_id !== row.person_id).map((row) => row.made_id);
  if (nobody.length > 0) await ctx.database.deleteFrom('person').where('id', 'in', nobody).execute();
}
