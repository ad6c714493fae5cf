import { sql } from 'kysely';
import type { Context } from './context.ts';
import { countRows, keptPlace } from './making-places.ts';
import type { Place } from './personal-place.ts';

/** Gives the words by which a person can be recognised in a text: public ids, addresses, names on networks. */
export type Identifiers = (ctx: Context, personId: string) => Promise<readonly string[]>;

/**
 * What the machinery keeps: the event log, answers that programs can ask again, jobs that wait or are done. Only the
 * owner of persons knows by which words somebody is found there, so those are handed in.
 */
export function machinePlaces(identifiers: Identifiers): readonly Place[] {
  return [eventPlace, answerPlace(identifiers), jobPlace(identifiers), signInPlace];
}

const eventPlace: Place = {
  name: 'event',
  columns: ['event.data', 'event.subject_id', 'event.actor_id'],
  mode: { kind: 'detach' },
  find: async (ctx, personId) => {
    const found = await sql<{ at: Date; verb: string; data: unknown }>`
      select at, verb, data from event where subject_kind = 'person' and subject_id = ${personId}::bigint
      order by seq`.execute(ctx.database);
    return found.rows;
  },
  erase: async (ctx, personId) => {
    const done = await sql<{ n: number }>`select detach_events(array[${personId}::bigint]) as n`.execute(
      ctx.database,
    );
    return done.rows[0]?.n ?? 0;
  },
  verify: (ctx, personId) =>
    countRows(
      ctx,
      sql`event where (subject_kind = 'person' and subject_id = ${personId}::bigint)
        or (actor_kind = 'person' and actor_id = ${personId})`,
    ),
};

/** The bodies that programs were sent under a key of theirs: those in which the person occurs go, a week early. */
function answerPlace(identifiers: Identifiers): Place {
  const holding = async (ctx: Context, personId: string) => {
    const words = await identifiers(ctx, personId);
    return sql<boolean>`exists (select from unnest(${words}::text[]) as w where strpos(response::text, w) > 0)
      or actor = ${`person:${personId}`}`;
  };
  return {
    name: 'idempotency',
    columns: ['idempotency.response'],
    mode: { kind: 'delete' },
    find: async () => [],
    erase: async (ctx, personId) => {
      const gone = await sql`delete from idempotency where ${await holding(ctx, personId)}`.execute(
        ctx.database,
      );
      return Number(gone.numAffectedRows ?? 0);
    },
    verify: async (ctx, personId) => countRows(ctx, sql`idempotency where ${await holding(ctx, personId)}`),
  };
}

/** Jobs carry ids only; those of this person go, waiting or done. */
function jobPlace(identifiers: Identifiers): Place {
  const holding = async (ctx: Context, personId: string) => {
    const words = await identifiers(ctx, personId);
    return sql<boolean>`data->>'personId' = ${personId}
      or exists (select from unnest(${words}::text[]) as w where strpos(data::text, w) > 0 or strpos(output::text, w) > 0)`;
  };
  return {
    name: 'pgboss',
    columns: ['pgboss.job.data', 'pgboss.job.output'],
    mode: { kind: 'delete' },
    find: async () => [],
    erase: async (ctx, personId) => {
      const gone = await sql`delete from pgboss.job where ${await holding(ctx, personId)}`.execute(
        ctx.database,
      );
      return Number(gone.numAffectedRows ?? 0);
    },
    verify: async (ctx, personId) => countRows(ctx, sql`pgboss.job where ${await holding(ctx, personId)}`),
  };
}

/** Colleagues only. They leave by leaving (organisation), and what they did stays accountable. */
const signInPlace = keptPlace({
  name: 'auth',
  columns: ['auth.user.*', 'auth.session.*', 'auth.account.*', 'auth.verification.*', 'auth.rateLimit.*'],
  reason: 'colleagues who sign in, no customers',
  until: 'a session seven days, an account until the colleague has left',
});
