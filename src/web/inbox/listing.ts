import { hasConversations, type InboxPage, type InboxRow, listInbox } from '../../conversations/inbox.ts';
import { may, requires } from '../../organisation/authority.ts';
import type { PageContext } from '../../platform/http/load-context.ts';
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
  sentiment: string | null;
  intent: string | null;
  preview: string;
  assignee: string | null;
  unread: boolean;
}

export interface ListData {
  place: Place;
  /** When the server read it: of two lists the later one holds. */
  asOf: string;
  rows: ListRow[];
  counts: InboxPage['counts'];
  next: string | null;
  previous: string | null;
  /** Not even a conversation that is done; with who may do something about that. */
  nothingYet: { mayImport: boolean } | null;
}

/** One page of the list, for the page itself and for the refresh of it. */
export async function readList({ context }: PageContext, url: URL): Promise<ListData> {
  requires(context.actor, 'inbox.read');
  const place = placeOf(url.searchParams);
  const asOf = context.clock.now().toString();
  const { rows, counts, next, previous } = await listInbox(context, {
    view: place.view,
    after: place.cursor,
  });
  const empty = rows.length === 0 && Object.values(counts).every((count) => count.n === 0);
  const nothingYet = empty && !(await hasConversations(context));
  return {
    place,
    asOf,
    rows: rows.map(toRow),
    counts,
    next: next ?? null,
    previous: previous ?? null,
    nothingYet: nothingYet ? { mayImport: may(context.actor, 'import.run') } : null,
  };
}

function toRow(row: InboxRow): ListRow {
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
  };
}
