import { sql } from 'kysely';
import type { Context } from './context.ts';
import type { Database } from './database.ts';

export interface NewEvent {
  /** `noun.verb-ed`, past tense. */
  verb: string;
  /** What it happened to: its kind and its row number. */
  subject: { kind: string; id: string | null };
  /** Ids and facts for whoever reacts; never the text of a message or a name. */
  data?: Readonly<Record<string, unknown>>;
  causedBy?: string;
  /**
   * What whoever reacts in the same transaction would otherwise read back, see `NowReactions`. It is not written, so it
   * may hold words and names, and it is not there for whoever follows later.
   */
  carries?: unknown;
}

export interface Event {
  seq: string;
  xid: string;
  at: Date;
  verb: string;
  subjectKind: string;
  subjectId: string | null;
  data: Record<string, unknown>;
}

/** verb → what must happen in the same transaction. Called with all events of that verb in one `emit`. */
export type NowReactions = Readonly<
  Record<string, (ctx: Context, events: readonly NewEvent[]) => Promise<void>>
>;

/** The channel on which listeners hear that there are new events. The payload is only a wake-up. */
export const wakeChannel = 'polder_event';

/**
 * Runs what must happen in the same transaction, then writes the events: those that were given and those of what they
 * set off, in the order in which they happened, in one statement. Who listens is woken after the commit.
 */
export async function tell(ctx: Context, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await write(ctx, await setOff(ctx, events));
  ctx.told();
}

/** The events, and behind them what they set off. */
async function setOff(ctx: Context, events: readonly NewEvent[]): Promise<NewEvent[]> {
  const all = [...events];
  const here: Context = {
    ...ctx,
    emit: async (more) => {
      all.push(...(await setOff(here, more)));
    },
  };
  for (const verb of new Set(events.map((e) => e.verb))) {
    await ctx.now[verb]?.(
      here,
      events.filter((e) => e.verb === verb),
    );
  }
  return all;
}

/** Unnest, because the weak role may not COPY under row-level security. */
async function write(ctx: Context, events: readonly NewEvent[]): Promise<void> {
  const actor = actorOf(ctx);
  const at = new Date(ctx.clock.now().epochMilliseconds);
  await sql`
    insert into event (at, verb, actor_kind, actor_id, subject_kind, subject_id, data, caused_by)
    select ${at}, t.verb, ${actor.kind}, ${actor.id}, t.kind, t.id, t.data, t.caused_by
    from unnest(
      ${events.map((e) => e.verb)}::text[], ${events.map((e) => e.subject.kind)}::text[],
      ${events.map((e) => e.subject.id)}::bigint[], ${events.map((e) => JSON.stringify(e.data ?? {}))}::jsonb[],
      ${events.map((e) => e.causedBy ?? null)}::bigint[]
    ) as t (verb, kind, id, data, caused_by)`.execute(ctx.database);
}

/** Nobody notices so short a wait. */
const pause = 20;

/**
 * A function that wakes whoever listens: at once when it is quiet, then at most every 20 ms. Called after the commit,
 * because a transaction that notifies keeps all others that do so waiting until it is on disk. One that is lost
 * (the process ends in between) costs a second: readers also look by themselves.
 */
export function wakerOf(database: Database): () => void {
  let resting = false;
  let missed = false;
  function wake(): void {
    missed = resting;
    if (resting) return;
    resting = true;
    setTimeout(rested, pause).unref();
    sql`select pg_notify(${wakeChannel}, '')`.execute(database).catch(() => {});
  }
  function rested(): void {
    resting = false;
    if (missed) wake();
  }
  return wake;
}

function actorOf(ctx: Context): { kind: string; id: string | null } {
  const { actor } = ctx;
  if (actor.kind === 'employee') return { kind: 'employee', id: actor.employeeId };
  if (actor.kind === 'key') return { kind: 'key', id: actor.keyId };
  if (actor.kind === 'person') return { kind: 'person', id: actor.personId };
  return { kind: 'system', id: actor.name };
}
