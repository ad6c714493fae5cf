import { countTogether, type Together } from '../../conversations/closing-together.ts';
import { hasConversations, type InboxPage, listInbox } from '../../conversations/inbox.ts';
import { isFiltering } from '../../conversations/listing/filter.ts';
import type { Among, InboxRow } from '../../conversations/listing/row.ts';
import type { DueKind } from '../../conversations/norms/norm.ts';
import { getGroup } from '../../listening/noticing/groups.ts';
import { getSignal } from '../../listening/noticing/signals.ts';
import { may, requires } from '../../organisation/authority.ts';
import type { PageContext } from '../../platform/http/load-context.ts';
import { type ArrangingView, readArranging } from '../handling/arranging-view.ts';
import { type SignalView, signalView } from '../signals/signal-view.ts';
import type { ClassNames } from './class-names.tsx';
import { classNamesOf } from './naming.ts';
import { type Place, placeOf } from './place.ts';

export interface ListRow {
  id: string;
  name: string | null;
  channel: string;
  audience: InboxRow['audience'];
  /** Of the last message; `waits` is since when a customer waits for us. ISO instants. */
  at: string;
  waits: string | null;
  urgency: number;
  /** Put before all others; left out: not. */
  first?: true;
  sentiment: string | null;
  intent: string | null;
  preview: string;
  assignee: string | null;
  unread: boolean;
  /** How it stands; only in a list of all states. */
  state: InboxRow['state'] | null;
  /** The organisation's own name for how it stands, and its labels. */
  substate: string | null;
  labels: readonly string[];
  /** When it comes back by itself: an ISO instant. */
  snoozedUntil: string | null;
  /** What falls due first; `at` is an ISO instant. */
  due: { at: string; kind: DueKind; norm: string } | null;
  fold: InboxRow['fold'];
  /** Who else looks at it or writes in it; left out: nobody. */
  present?: InboxRow['present'];
}

export interface ListData {
  place: Place;
  /** When the server read it: of two lists the later one holds. */
  asOf: string;
  rows: ListRow[];
  names: ClassNames;
  counts: InboxPage['counts'];
  next: string | null;
  previous: string | null;
  /** Not even a conversation that is done; with who may do something about that. */
  nothingYet: { mayImport: boolean } | null;
  /** What the list is narrowed to; null: it is a view. */
  among: ShownAmong | null;
  rising: SignalView[];
  mayDismiss: boolean;
  /** Saved views, what can be filtered by, and what can be done with many. */
  arranging: ArrangingView;
}

/** All that say nearly the same, with how many messages, or all about a topic that rose. */
export type ShownAmong =
  | { kind: 'alike'; id: string; messages: number; more: boolean; together: Together | null }
  | { kind: 'signal'; terms: string[] };

/** One page of the list, for the page itself and for the refresh of it. */
export async function readList({ context, locale }: PageContext, url: URL): Promise<ListData> {
  requires(context.actor, 'inbox.read');
  const place = placeOf(url.searchParams);
  const asOf = context.clock.now().toString();
  const { rows, counts, saved, around, next, previous } = await listInbox(context, {
    view: place.view,
    after: place.cursor,
    folded: true,
    among: place.among,
    filter: isFiltering(place.filter) ? place.filter : null,
    around: true,
  });
  const empty = rows.length === 0 && Object.values(counts).every((count) => count.n === 0);
  const nothingYet = empty && !(await hasConversations(context));
  return {
    place,
    asOf,
    rows: rows.map((row) => toRow(row, place.among !== null)),
    names: classNamesOf(around?.classes ?? {}, locale),
    counts,
    next: next ?? null,
    previous: previous ?? null,
    nothingYet: nothingYet ? { mayImport: may(context.actor, 'import.run') } : null,
    among: place.among && (await readAmong(context, place.among, place.closed ?? null)),
    rising:
      place.among || place.cursor || isFiltering(place.filter) ? [] : (around?.rising ?? []).map(signalView),
    mayDismiss: may(context.actor, 'conversation.close'),
    arranging: await readArranging(context, place, saved),
  };
}

/** @throws Refusal `not-found.signal`, `not-found.alike` */
async function readAmong(
  ctx: PageContext['context'],
  { kind, id }: Among,
  closed: string | null,
): Promise<ShownAmong> {
  if (kind === 'alike') {
    const mayClose = may(ctx.actor, 'conversation.close');
    const together = mayClose ? await countTogether(ctx, id, closed) : null;
    return { kind, id, ...(await getGroup(ctx, id)), together };
  }
  return { kind, terms: (await getSignal(ctx, id)).terms };
}

/** `allStates`: of a list in which each says how it stands. */
export function toRow(row: InboxRow, allStates: boolean): ListRow {
  const { publicId, personName, lastMessageAt, waitingSince, assigneeName, ...rest } = row;
  const { channel, audience, urgency, sentiment, intent, preview, unread } = rest;
  return {
    id: publicId,
    name: personName,
    channel,
    audience,
    at: lastMessageAt.toISOString(),
    waits: waitingSince?.toISOString() ?? null,
    urgency,
    sentiment,
    intent,
    preview,
    assignee: assigneeName,
    unread,
    state: allStates ? row.state : null,
    substate: row.substate,
    labels: row.labels,
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    due: row.due && { ...row.due, at: row.due.at.toISOString() },
    fold: row.fold,
    ...(row.priority === 1 && { first: true as const }),
    ...(row.present.length > 0 && { present: row.present }),
  };
}
