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

async function makePersons(ctx: Context, { network, unknown, known }: Unknown): Promise<void> {
  const at = ctx.clock.now();
  const names = unknown.map(([, sighting]) => sighting.name ?? sighting.externalId);
  const made = await sql<{ id: string }>`
    insert into person (public_id, name, created_at)
    select t.public_id, t.name, ${asDate(at)}
    from unnest(${unknown.map(() => publicId('pe', at.epochMilliseconds))}::text[], ${names}::text[])
      with ordinality as t (public_id, name, position)
    order by t.position returning id`.execute(ctx.database);
  const inserted = await sql<{ external_id: string; id: string; person_id: string }>`
    insert into identity (person_id, network, external_id, handle, name, created_at)
    select t.person_id, ${network}, t.external_id, t.handle, t.name, ${asDate(at)}
    from unnest(${made.rows.map((row) => row.id)}::bigint[], ${unknown.map(([key]) => key)}::text[],
      ${unknown.map(([, s]) => s.externalId)}::text[], ${unknown.map(([, s]) => s.name)}::text[])
      as t (person_id, external_id, handle, name)
    on conflict (network, external_id) do update set network = excluded.network
    returning external_id, id, person_id`.execute(ctx.database);
  for (const row of inserted.rows)
    known.set(row.external_id, { identityId: row.id, personId: row.person_id });
  await forgetUnused(ctx, made.rows, inserted.rows);
}

/** Another transaction may have made the same identity at the same moment; then the person made here is nobody. */
async function forgetUnused(
  ctx: Context,
  made: readonly { id: string }[],
  used: readonly { person_id: string }[],
): Promise<void> {
  const inUse = new Set(used.map((row) => row.person_id));
  const nobody = made.map((row) => row.id).filter((id) => !inUse.has(id));
  if (nobody.length > 0) await ctx.database.deleteFrom('person').where('id', 'in', nobody).execute();
}
