import { z } from 'zod';
import type { Among } from '../../conversations/listing/row.ts';
import { type InboxPlace, type InboxView, urls } from '../../urls.ts';

export const inboxViews = ['open', 'mine', 'unassigned', 'waiting', 'done'] as const satisfies InboxView[];

/** Where in the list somebody is. The first view is not written in the address: `/inbox` is the open ones. */
export interface Place {
  view: InboxView;
  cursor: string | undefined;
  /** Only these, in every state: who says nearly the same, or speaks of a topic that rose. By public id. */
  among: Among | null;
  /** When all of the group were closed at once, as an ISO instant: then that can be taken back. */
  closed: string | undefined;
}

/** From the address. A view that does not exist is the first one; the cursor is judged where it is used. */
export function placeOf(search: URLSearchParams): Place {
  const asked = search.get('view');
  return {
    view: inboxViews.find((view) => view === asked) ?? 'open',
    cursor: search.get('cursor') || undefined,
    among: amongOf(search),
    closed: momentOf(search.get('closed')),
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
  return { view, cursor: undefined, among: null, closed: undefined };
}

/** All conversations of a group or a topic. */
export function amongPlace(among: Among, closed?: string): Place {
  return { view: 'open', cursor: undefined, among, closed };
}

export function isSamePlace(one: Place, other: Place): boolean {
  const isSameGroup = one.among?.id === other.among?.id;
  const isSamePage = one.view === other.view && one.cursor === other.cursor && one.closed === other.closed;
  return isSamePage && isSameGroup;
}

function inAddress({ view, cursor, among, closed }: Place): InboxPlace {
  const group = among ? { [among.kind]: among.id } : {};
  return { view: view === 'open' ? undefined : view, ...group, closed, cursor };
}

export const placed = {
  inbox: (place: Place) => urls.inbox(inAddress(place)),
  list: (place: Place) => urls.inboxList(inAddress(place)),
  conversation: (id: string, place: Place) => urls.conversation(id, inAddress(place)),
  draft: (id: string, place: Place) => urls.conversationDraft(id, inAddress(place)),
};
