import { sql } from 'kysely';
import { rowsPlace } from '../platform/making-places.ts';
import type { Place } from '../platform/personal-place.ts';
import { places as commercePlaces } from './commerce/places.ts';
import { places as exchangingPlaces } from './exchanging/places.ts';
import { places as identifyingPlaces } from './identifying/places.ts';
import { places as keepingPlaces } from './keeping/places.ts';
import { places as lookingPlaces } from './looking/places.ts';

/** By what somebody is known on networks. */
const identityPlace = rowsPlace({
  name: 'identity',
  order: 90,
  file: 'identities',
  shown: sql`json_build_object('network', network, 'externalId', external_id, 'handle', handle, 'name', name,
    'proof', proof, 'since', created_at)`,
  by: sql`id`,
});

/** Who it is: the last of all, because every other place leads here. */
const personPlace = rowsPlace({
  name: 'person',
  order: 99,
  file: 'person',
  whose: (personId) => sql`id = ${personId}::bigint`,
  shown: sql`json_build_object('id', public_id, 'name', name, 'relation', relation, 'language', locale,
    'since', created_at)`,
});

export const places: readonly Place[] = [
  ...exchangingPlaces,
  ...identifyingPlaces,
  ...keepingPlaces,
  ...commercePlaces,
  ...lookingPlaces,
  identityPlace,
  personPlace,
];
