import { listSavedViews, type SavedView } from '../../conversations/viewing/saved-view.ts';
import type { Context } from '../../platform/context.ts';
import type { InboxView } from '../../urls.ts';
import { inboxViews } from '../inbox/place.ts';

/** What stands in one column: a view of the inbox, or a saved one by its public id. */
export type ColumnKey = InboxView | `sv_${string}`;

export const mostColumns = 5;
const standard: readonly ColumnKey[] = ['unassigned', 'mine', 'due', 'waiting'];

/** From the address or from what this browser kept: `mine,due,sv_…`. Nothing that can be read: those of the house. */
export function columnsIn(written: string | null | undefined): readonly ColumnKey[] {
  const keys = (written ?? '').split(',').filter(isKey);
  const once = [...new Set(keys)].slice(0, mostColumns);
  return once.length > 0 ? once : standard;
}

function isKey(key: string): key is ColumnKey {
  return (inboxViews as readonly string[]).includes(key) || /^sv_[0-9a-z]{1,60}$/.test(key);
}

export interface Choice {
  key: ColumnKey;
  /** Of a saved view its own; else the words of the house. */
  saved: SavedView | null;
}

/** All that can stand in a column. One statement. */
export async function columnChoices(ctx: Context): Promise<Choice[]> {
  const saved = await listSavedViews(ctx);
  return [
    ...inboxViews.map((key) => ({ key, saved: null })),
    ...saved.map((view) => ({ key: view.publicId as ColumnKey, saved: view })),
  ];
}
