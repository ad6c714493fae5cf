import { z } from 'zod';
import { type Filter, noFilter } from '../../conversations/listing/filter.ts';
import type { Among } from '../../conversations/listing/row.ts';
import { type InboxPlace, type InboxView, urls } from '../../urls.ts';

export const inboxViews = [
  'open',
  'mine',
  'unassigned',
  'waiting',
  'snoozed',
  'due',
  'done',
] as const satisfies InboxView[];

/** Where in the list somebody is. The first view is not written in the address: `/inbox` is the open ones. */
export interface Place {
  view: InboxView;
  cursor: string | undefined;
  /** Only these, in every state: who says nearly the same, or speaks of a topic that rose. By public id. */
  among: Among | null;
  /** When all of the group were closed at once, as an ISO instant: then that can be taken back. */
  closed: string | undefined;
  filter: Filter;
  /** The saved view that this is, by public id. */
  saved: string | undefined;
  /** With what it can be narrowed by unfolded. */
  narrow: boolean;
  /** With a box on each row. */
  select: boolean;
  /** What was done with many, by public id; `none` when nothing was. */
  done: string | undefined;
}

const plain = { filter: noFilter, saved: undefined, narrow: false, select: false, done: undefined } as const;

/** From the address. A view that does not exist is the first one; the cursor is judged where it is used. */
export function placeOf(search: URLSearchParams): Place {
  const asked = search.get('view');
  return {
    view: inboxViews.find((view) => view === asked) ?? 'open',
    cursor: search.get('cursor') || undefined,
    among: amongOf(search),
    closed: momentOf(search.get('closed')),
    filter: filterOf(search),
    saved: search.get('saved') || undefined,
    narrow: search.get('narrow') === '1',
    select: search.get('select') === '1',
    done: search.get('done') || undefined,
  };
}

function filterOf(search: URLSearchParams): Filter {
  const of = (name: string) => search.get(name)?.replaceAll('\0', '').slice(0, 100) || null;
  return {
    queue: of('queue'),
    label: of('label'),
    assignee: of('assignee'),
    channel: of('channel'),
    sentiment: of('sentiment'),
    language: of('language'),
    unread: search.get('unread') === '1',
  };
}

function momentOf(given: string | null): string | undefined {
  return given && z.iso.datetime({ precision: 3 }).safeParse(given).success ? given : undefined;
}

function amongOf(search: URLSearchParams): Among | null {
  const [alike, signal] = [search.get('alike'), search.get('signal')];
  if (alike) return { kind: 'alike', id: alike.replaceAll('\0', '') };
  return signal ? { kind: 'signal', id: signal.replaceAll('\0', '') } : null;
}

/** The first page of a view. */
export function viewPlace(view: InboxView): Place {
  return { view, cursor: undefined, among: null, closed: undefined, ...plain };
}

/** All conversations of a group or a topic. */
export function amongPlace(among: Among, closed?: string): Place {
  return { view: 'open', cursor: undefined, among, closed, ...plain };
}

export function isSamePlace(one: Place, other: Place): boolean {
  return placed.inbox(one) === placed.inbox(other);
}

function inAddress({ view, cursor, among, closed, filter, saved, narrow, select, done }: Place): InboxPlace {
  const group = among ? { [among.kind]: among.id } : {};
  const { unread, ...asked } = filter;
  const narrowed = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null));
  return {
    view: view === 'open' ? undefined : view,
    ...group,
    ...narrowed,
    unread: unread ? '1' : undefined,
    saved,
    closed,
    narrow: narrow ? '1' : undefined,
    select: select ? '1' : undefined,
    done,
    cursor,
  };
}

export const placed = {
  inbox: (place: Place) => urls.inbox(inAddress(place)),
  together: (place: Place) => urls.inboxTogether(inAddress(place)),
  views: (place: Place) => urls.inboxViews(inAddress(place)),
  list: (place: Place) => urls.inboxList(inAddress(place)),
  conversation: (id: string, place: Place) => urls.conversation(id, inAddress(place)),
  work: (id: string, place: Place) => urls.conversationWork(id, inAddress(place)),
  handling: (id: string, place: Place) => urls.conversationHandling(id, inAddress(place)),
  following: (id: string, place: Place) => urls.conversationFollowing(id, inAddress(place)),
  desk: (id: string, place: Place) => urls.conversationDesk(id, inAddress(place)),
  draft: (id: string, place: Place) => urls.conversationDraft(id, inAddress(place)),
};
