import { sql } from 'kysely';
import { reachOf } from './organisation/authority.ts';
import { type Actor, type Context, transactOften } from './platform/context.ts';
import { isPosition, settledEnd, settledEvents } from './platform/following.ts';
import { listenForEvents } from './platform/listening.ts';
import type { Log } from './platform/log.ts';

/** What changed, in the order in which it settled. Ids only: whoever may see more reads it through its own door. */
export interface Change {
  id: string;
  conversation: string;
  departmentId: string | null;
  queueOpen: boolean;
}

export interface Live {
  /**
   * Calls `tell` for every batch of changes that `actor` may see, at most ten times a second, and `end` as soon as anything about that colleague
   * changed: rights are read once, so whoever comes back comes with those of now. Answers with a function that stops it.
   */
  subscribe(actor: Actor, listener: Omit<Listener, 'actor'>): () => void;
  /** Changes after `id` that are still in the log, or undefined when it is too long ago to tell them all. */
  since(actor: Actor, id: string): Promise<Change[] | undefined>;
  close(): Promise<void>;
}

/** Changes that some colleagues may see, and what goes out to each of their streams: written once for all of them. */
export interface Told {
  readonly changes: readonly Change[];
  readonly event: Uint8Array;
}

interface Listener {
  actor: Actor;
  tell(told: Told): void;
  /** There is a new notification for this colleague. */
  news?(): void;
  end(): void;
}

/** A look this often is soon enough, and serves all at once. Milliseconds. */
const restBetween = 100;
/** In a crisis, when as much as this changes between two looks, nobody reads faster; each look writes to every stream. */
const rush = { events: 100, rest: 250 };

const mostMissed = 500;

/**
 * One connection that listens, and one reader of the event log, however many people watch. The wake-up carries
 * nothing; the reader takes what has settled, so that nobody is told of a change they cannot read yet.
 */
export async function openLive(ctx: Context, url: string, log: Log): Promise<Live> {
  const listeners = new Set<Listener>();
  let position = await settledEnd(ctx);
  let closed = false;
  let busy = false;
  let again = false;
  let last = Number.NEGATIVE_INFINITY;
  let between = restBetween;
  let resting: NodeJS.Timeout | undefined;

  /** A look at the log, at once or when the last one is long enough ago; what comes meanwhile is in it. */
  function look(): void {
    if (busy) {
      again = true;
      return;
    }
    const rest = Math.max(0, last + between - performance.now());
    resting ??= setTimeout(() => void read(), rest);
  }

  async function read(): Promise<void> {
    resting = undefined;
    last = performance.now();
    busy = true;
    between = restBetween;
    try {
      for (let full = true; full; ) {
        const events = await settledEvents(ctx, position, 1000);
        if (events.length >= rush.events) between = rush.rest;
        const newest = events.at(-1);
        if (!newest) break;
        position = { xid: newest.xid, seq: newest.seq };
        endChanged(listeners, events);
        tellNews(listeners, events);
        if (listeners.size > 0) broadcast(listeners, await changesOf(ctx, events));
        full = events.length === 1000;
      }
    } catch (error) {
      if (!closed) log.warn({ err: error }, 'live reader');
    } finally {
      busy = false;
    }
    if (again && !closed) {
      again = false;
      look();
    }
  }

  const listening = listenForEvents(url, async () => look(), log);
  // A transaction that still runs hides what comes after it; its own end may not wake us.
  const timer = setInterval(look, 250);
  return {
    subscribe: (actor, given) => {
      const listener = { ...given, actor };
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    since: async (actor, id) => {
      const [xid, seq] = id.split('-');
      if (!/^\d{1,19}-\d{1,19}$/.test(id) || !xid || !seq) return undefined;
      if (!(await isPosition(ctx, { xid, seq }))) return undefined;
      const events = await settledEvents(ctx, { xid, seq }, mostMissed + 1);
      if (events.length > mostMissed) return undefined;
      return (await changesOf(ctx, events)).filter((change) => maySee(actor, change));
    },
    close: async () => {
      closed = true;
      clearInterval(timer);
      clearTimeout(resting);
      await listening.close();
    },
  };
}

/** Somebody who left, or whose roles changed, hears nothing of what comes after it. */
function endChanged(
  listeners: Set<Listener>,
  events: readonly { subjectKind: string; subjectId: string | null }[],
): void {
  const changed = new Set(events.flatMap((one) => (one.subjectKind === 'employee' ? [one.subjectId] : [])));
  if (changed.size === 0) return;
  for (const listener of [...listeners]) {
    if (listener.actor.kind !== 'employee' || !changed.has(listener.actor.employeeId)) continue;
    listeners.delete(listener);
    listener.end();
  }
}

/** Only those who were told something; what, they read through their own door. */
function tellNews(
  listeners: Iterable<Listener>,
  events: readonly { verb: string; data: Record<string, unknown> }[],
): void {
  const told = new Set(
    events.flatMap(({ verb, data }) => (verb === 'colleagues.told' ? (data.employees as string[]) : [])),
  );
  if (told.size === 0) return;
  for (const { actor, news } of listeners)
    if (actor.kind === 'employee' && told.has(actor.employeeId)) news?.();
}

function broadcast(listeners: Iterable<Listener>, changes: readonly Change[]): void {
  if (changes.length === 0) return;
  const told = new Map<string, Told | null>();
  for (const { actor, tell } of listeners) {
    const reach = reachOf(actor, 'inbox.read');
    const key = reach === 'everywhere' ? reach : reach.toSorted().join();
    let own = told.get(key);
    if (own === undefined) {
      const visible = changes.filter((change) => maySee(actor, change));
      own = visible.length > 0 ? { changes: visible, event: asEvent(visible) } : null;
      told.set(key, own);
    }
    if (own) tell(own);
  }
}

const encoder = new TextEncoder();

/** As a browser reads it; the number of the last one is where it resumes. */
export function asEvent(changes: readonly Change[]): Uint8Array {
  const last = changes.at(-1);
  if (!last) return new Uint8Array();
  const conversations = [...new Set(changes.map((change) => change.conversation))];
  return encoder.encode(`id: ${last.id}\nevent: changed\ndata: ${JSON.stringify({ conversations })}\n\n`);
}

function maySee(actor: Actor, change: Change): boolean {
  const reach = reachOf(actor, 'inbox.read');
  if (reach === 'everywhere') return true;
  return reach.length > 0 && (change.queueOpen || reach.includes(change.departmentId ?? ''));
}

async function changesOf(
  ctx: Context,
  events: readonly { xid: string; seq: string; subjectKind: string; subjectId: string | null }[],
): Promise<Change[]> {
  const about = events.filter((event) => event.subjectKind === 'conversation' && event.subjectId);
  if (about.length === 0) return [];
  const ids = [...new Set(about.map((event) => event.subjectId))];
  const found = await transactOften(ctx, 'service', ({ database }) =>
    sql<{ id: string; public_id: string; department_id: string | null }>`
      select c.id, c.public_id, q.department_id from conversation c join queue q on q.id = c.queue_id
      where c.id = any(${ids}::bigint[])`.execute(database),
  );
  const known = new Map(found.rows.map((row) => [row.id, row]));
  return about.flatMap((event) => {
    const row = known.get(event.subjectId ?? '');
    if (!row) return [];
    const departmentId = row.department_id;
    return [
      {
        id: `${event.xid}-${event.seq}`,
        conversation: row.public_id,
        departmentId,
        queueOpen: departmentId === null,
      },
    ];
  });
}
