import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Place } from '../../platform/personal-place.ts';

/** The guests who are this person, known by the name that the channel gave them, or by the address they proved. */
const guestsOf = (personId: string) => sql`
  select g.id from site_guest g join identity i on i.person_id = ${personId}::bigint
    and (i.network = 'site' and i.external_id = g.public_id or i.address_kind = 'mail' and i.address = g.address)`;

async function drop(ctx: Context, table: 'site_line' | 'site_guest', personId: string): Promise<number> {
  const column = table === 'site_line' ? 'guest_id' : 'id';
  const gone =
    await sql`delete from ${sql.table(table)} where ${sql.ref(column)} in (${guestsOf(personId)})`.execute(
      ctx.database,
    );
  return Number(gone.numAffectedRows ?? 0);
}

/** What was said on the site, as the guest sees it; it also goes with the words of its message, by the database. */
const linePlace: Place = {
  name: 'site line',
  columns: ['site_line.*'],
  mode: { kind: 'delete' },
  order: 20,
  find: async (ctx, personId) => {
    const found = await sql<{ row: unknown }>`
      select json_build_object('direction', direction, 'text', text, 'files', files, 'at', at) as row from site_line
      where guest_id in (${guestsOf(personId)}) order by id`.execute(ctx.database);
    return found.rows.map(({ row }) => row);
  },
  erase: (ctx, personId) => drop(ctx, 'site_line', personId),
};

const guestPlace: Place = {
  name: 'site guest',
  columns: ['site_guest.*'],
  mode: { kind: 'delete' },
  order: 21,
  find: async (ctx, personId) => {
    const found = await sql<{ row: unknown }>`
      select json_build_object('name', name, 'address', address, 'asked_address', asked_address, 'made_at', made_at,
        'seen_at', seen_at) as row from site_guest
      where id in (${guestsOf(personId)}) order by id`.execute(ctx.database);
    return found.rows.map(({ row }) => row);
  },
  erase: (ctx, personId) => drop(ctx, 'site_guest', personId),
};

export const talkingPlaces: readonly Place[] = [linePlace, guestPlace];
