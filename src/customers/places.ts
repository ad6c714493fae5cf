import { sql } from 'kysely';
import type { Place } from '../platform/personal-place.ts';
import { places as commercePlaces } from './commerce/places.ts';
import { places as exchangingPlaces } from './exchanging/places.ts';
import { places as identifyingPlaces } from './identifying/places.ts';
import { places as keepingPlaces } from './keeping/places.ts';

/** By what somebody is known on networks. */
const identityPlace: Place = {
  name: 'identity',
  columns: ['identity.*'],
  mode: { kind: 'delete' },
  order: 90,
  file: 'identities',
  find: async (ctx, personId) => {
    const found = await sql<{ row: unknown }>`
      select json_build_object('network', network, 'externalId', external_id, 'handle', handle, 'name', name,
        'proof', proof, 'since', created_at) as row
      from identity where person_id = ${personId}::bigint order by id`.execute(ctx.database);
    return found.rows.map(({ row }) => row);
  },
  erase: async (ctx, personId) => {
    const gone = await sql`delete from identity where person_id = ${personId}::bigint`.execute(ctx.database);
    return Number(gone.numAffectedRows ?? 0);
  },
};

/** Who it is: the last of all, because every other place leads here. */
const personPlace: Place = {
  name: 'person',
  columns: ['person.*'],
  mode: { kind: 'delete' },
  order: 99,
  file: 'person',
  find: async (ctx, personId) => {
    const found = await sql<{ row: unknown }>`
      select json_build_object('id', public_id, 'name', name, 'relation', relation, 'language', locale,
        'since', created_at) as row
      from person where id = ${personId}::bigint`.execute(ctx.database);
    return found.rows.map(({ row }) => row);
  },
  erase: async (ctx, personId) => {
    const gone = await sql`delete from person where id = ${personId}::bigint`.execute(ctx.database);
    return Number(gone.numAffectedRows ?? 0);
  },
};

export const places: readonly Place[] = [
  ...exchangingPlaces,
  ...identifyingPlaces,
  ...keepingPlaces,
  ...commercePlaces,
  identityPlace,
  personPlace,
];
