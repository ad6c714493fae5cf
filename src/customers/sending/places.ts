import { sql } from 'kysely';
import { rowsPlace } from '../../platform/making-places.ts';
import type { Place } from '../../platform/personal-place.ts';

const mailing = (column: string) => sql`(select ${sql.ref(column)} from mailing where id = mailing_id)`;

/** For which mailings somebody was on the list, and why they did not get it. */
export const places: readonly Place[] = [
  rowsPlace({
    name: 'mailing_recipient',
    shown: sql`json_build_object('purpose', ${mailing('purpose')}, 'startedAt', ${mailing('started_at')},
      'skipped', skipped, 'at', at)`,
    by: sql`mailing_id`,
  }),
];
