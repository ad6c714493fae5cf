import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Place } from '../../platform/personal-place.ts';
import type { Retained } from '../../platform/retained.ts';
import { isHeld } from '../holding/held.ts';

/** Proof of what somebody decided is kept so long after the last decision. */
const proofDays = 1826;
/** What does not keep somebody: that they are known, and what only follows from that. */
const follows = new Set([
  'person',
  'identity',
  'event',
  'data_use',
  'person_term',
  'person_shown',
  'person_relation',
]);

/** Persons of whom nothing is left but that they were here: they go as in an erasure, place by place. */
export function idlePersons(places: readonly Place[]): Retained {
  return {
    key: 'person',
    past: async (ctx, before) => {
      const found = await candidates(ctx, before, 200);
      const idle: Date[] = [];
      for (const { id, since } of found) if (await isIdle(ctx, id, places)) idle.push(since);
      const held = await sql<{ n: string }>`
        select count(*) as n from person p where ${quiet(before)} and ${isHeld(sql`p.id`)}`.execute(
        ctx.database,
      );
      return { due: idle.length, held: Number(held.rows[0]?.n ?? 0), oldest: idle[0] ?? null };
    },
    remove: async (ctx, before, most) => {
      let gone = 0;
      for (const { id } of await candidates(ctx, before, Math.min(most, 200))) {
        if (!(await isIdle(ctx, id, places))) continue;
        for (const place of places) await place.erase(ctx, id);
        gone += 1;
      }
      return gone;
    },
  };
}

function quiet(before: Date): RawBuilder<boolean> {
  return sql<boolean>`p.created_at < ${before}
    and not exists (select from message m where m.person_id = p.id)
    and not exists (select from conversation c where c.person_id = p.id)
    and not exists (select from decision d where d.person_id = p.id
      and d.at > ${before}::timestamptz - make_interval(days => ${proofDays}))`;
}

async function candidates(ctx: Context, before: Date, most: number): Promise<{ id: string; since: Date }[]> {
  const found = await sql<{ id: string; since: Date }>`
    select p.id, p.created_at as since from person p
    where ${quiet(before)} and not ${isHeld(sql`p.id`)} order by p.created_at, p.id limit ${most}`.execute(
    ctx.database,
  );
  return found.rows;
}

async function isIdle(ctx: Context, personId: string, places: readonly Place[]): Promise<boolean> {
  for (const place of places) {
    if (follows.has(place.name)) continue;
    if ((await place.find(ctx, personId)).length > 0) return false;
  }
  return true;
}
