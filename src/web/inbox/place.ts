import { type InboxPlace, type InboxView, urls } from '../../urls.ts';

export const inboxViews = ['open', 'mine', 'unassigned', 'waiting', 'done'] as const satisfies InboxView[];

/** Where in the list somebody is. The first view is not written in the address: `/inbox` is the open ones. */
export interface Place {
  view: InboxView;
  cursor: string | undefined;
}

/** From the address. A view that does not exist is the first one; the cursor is judged where it is used. */
export function placeOf(search: URLSearchParams): Place {
  const asked = search.get('view');
  return {
    view: inboxViews.find((view) => view === asked) ?? 'open',
    cursor: search.get('cursor') || undefined,
  };
}

export function isSamePlace(one: Place, other: Place): boolean {
  return one.view === other.view && one.cursor === other.cursor;
}

function inAddress({ view, cursor }: Place): InboxPlace {
  return { view: view === 'open' ? undefined : view, cursor };
}

export const placed = {
  inbox: (place: Place) => urls.inbox(inAddress(place)),
  list: (place: Place) => urls.inboxList(inAddress(place)),
  conversation: (id: string, place: Place) => urls.conversation(id, inAddress(place)),
};
