import { type RawBuilder, sql } from 'kysely';
import { entersListUse } from '../customers/using.ts';
import type { Classes } from '../listening/heads/classes.ts';
import { classesOfHeads } from '../listening/heads/head.ts';
import { asRising, risingOf, type Signal } from '../listening/noticing/signals.ts';
import { readingFor } from '../organisation/mandates/reading.ts';
import { queuesFor } from '../organisation/queues.ts';
import { type Context, transact, transactOften } from '../platform/context.ts';
import { type Counts, countViews } from './listing/counting.ts';
import { cursorOf, readCursor } from './listing/cursor.ts';
import type { Filter } from './listing/filter.ts';
import { type Asked, foldCountedUpTo, pageOf } from './listing/pages.ts';
import type { Among, InboxRow, View } from './listing/row.ts';
import type { DueKind } from './norms/norm.ts';
import {
  asSavedViews,
  type CountedView,
  countsOfViews,
  savedViewsOf,
  withCounts,
} from './viewing/saved-view.ts';

export interface InboxPage {
  view: View;
  rows: InboxRow[];
  counts: Counts;
  /** The narrowed views that the reader sees under a name. */
  saved: CountedView[];
  around: Around | null;
  /** Pass as `after` for older rows; absent on the last page. */
  next?: string;
  /** Pass as `after` for newer rows; absent on the first page. */
  previous?: string;
}

/** What the page shows beside the rows. */
export interface Around {
  /** By key of the head: what its classes are called here. */
  classes: Readonly<Record<string, Classes>>;
  /** Topics that are rising. */
  rising: Signal[];
}

const pageSize = 25;
/** The heads whose answers stand on a row. */
const onRows = ['intent', 'sentiment', 'urgency'];

export interface InboxQuestion {
  view: View;
  after?: string | undefined;
  limit?: number;
  /** One row for all that say nearly the same and that nobody has taken up. */
  folded?: boolean;
  /** Only these, in every state; then the view says nothing. */
  among?: Among | null;
  filter?: Filter | null;
  /** Also read what the page shows beside the rows. */
  around?: boolean;
}

/** One page of the inbox with its counts. Three statements, whatever the size of the organisation. */
export async function listInbox(
  ctx: Context,
  {
    view,
    after,
    limit = pageSize,
    folded = false,
    among = null,
    filter = null,
    around = false,
  }: InboxQuestion,
): Promise<InboxPage> {
  return transactOften(ctx, 'service', async (ctx) => {
    const reading = await readingFor(ctx, 'inbox.read', {
      writing: entersListUse(ctx, 'inbox.listed'),
      beside: besideOf(ctx, around),
    });
    const { saved, ...beside } = reading.beside as Beside;
    const views = asSavedViews(saved);
    const position = after ? readCursor(after) : null;
    const { rows, ...neighbours } = await turnTo(ctx, {
      view,
      queues: reading.queues,
      reading,
      position,
      limit,
      folded,
      among,
      filter,
    });
    const counted = await countViews(ctx, reading, countsOfViews(ctx, reading, views));
    return {
      view,
      rows: rows.map(toRow),
      counts: counted.counts,
      saved: withCounts(views, counted.beside),
      around: around ? { classes: beside.classes ?? {}, rising: asRising(beside.rising) } : null,
      ...neighbours,
    };
  });
}

interface Beside {
  saved: unknown;
  classes?: Around['classes'] | null;
  rising?: unknown;
}

function besideOf(ctx: Context, around: boolean): RawBuilder<unknown> {
  return around
    ? sql`jsonb_build_object('saved', ${savedViewsOf(ctx)}, 'classes', ${classesOfHeads(onRows)},
        'rising', ${risingOf(ctx)})`
    : sql`jsonb_build_object('saved', ${savedViewsOf(ctx)})`;
}

/** Whether there is or was any conversation that the actor may see: an inbox that is empty, or only worked away. */
export async function hasConversations(ctx: Context): Promise<boolean> {
  return transact(ctx, 'service', async (ctx) => {
    const queues = (await queuesFor(ctx, 'inbox.read')).map((queue) => queue.id);
    const found = await sql<{ any: boolean }>`
      select exists (select from conversation where queue_id = any(${queues}::bigint[])) as any`.execute(
      ctx.database,
    );
    return found.rows[0]?.any ?? false;
  });
}

interface Row extends Omit<InboxRow, 'fold' | 'labels' | 'due' | 'present'> {
  dueAt: Date | null;
  dueKind: DueKind | null;
  norm: string | null;
  /** null for one that is done, in a list of all states. */
  labels: string[] | null;
  present: InboxRow['present'] | null;
  id: string;
  at: string;
  foldGroup?: string | null;
  foldSize?: number | null;
}

async function turnTo(
  ctx: Context,
  asked: Asked,
): Promise<{ rows: Row[]; next?: string; previous?: string }> {
  const { position, limit } = asked;
  const found = await sql<Row>`${pageOf(ctx, { ...asked, limit: limit + 1 })}`.execute(ctx.database);
  const more = found.rows.length > limit;
  // Back at the top: the whole first page, not the few rows that were left above.
  if (position?.newer && !more) return turnTo(ctx, { ...asked, position: null });
  const rows = found.rows.slice(0, limit);
  if (position?.newer) rows.reverse();
  const [first, last] = [rows.at(0), rows.at(-1)];
  return {
    rows,
    ...(last && (more || position?.newer) ? { next: cursorOf(last, false) } : {}),
    ...(first && position ? { previous: cursorOf(first, true) } : {}),
  };
}

function toRow(row: Row): InboxRow {
  const { publicId, state, personName, channel, audience, lastMessageAt, waitingSince } = row;
  const { urgency, priority, sentiment, intent, language, preview, unread } = row;
  const { assigneePublicId, assigneeName, foldGroup, foldSize, substate, snoozedUntil, labels } = row;
  const { dueAt, dueKind, norm } = row;
  return {
    publicId,
    state,
    personName,
    channel,
    audience,
    lastMessageAt,
    waitingSince,
    urgency,
    priority,
    sentiment,
    intent,
    language,
    preview,
    assigneePublicId,
    assigneeName,
    unread,
    substate,
    snoozedUntil,
    labels: labels ?? [],
    present: row.present ?? [],
    due: dueAt && dueKind && norm ? { at: dueAt, kind: dueKind, norm } : null,
    fold: foldGroup ? foldOf(foldGroup, foldSize ?? 1) : null,
  };
}

/** One that is left of many is a conversation like any other. */
function foldOf(group: string, n: number): InboxRow['fold'] {
  return n < 2 ? null : { group, conversations: { n, more: n >= foldCountedUpTo } };
}
