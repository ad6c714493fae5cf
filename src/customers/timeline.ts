import type { Context } from '../platform/context.ts';

/** Something that happened between a person and us, as any module tells it. */
export interface TimelineEntry {
  kind: TimelineKind;
  at: Date;
  /** Unique within its kind; public ids of what it is about. */
  key: string;
  /** What it says, in the words of the data; the page adds its own. */
  text: string | null;
  /** States, numbers, names: what the words of the page fill in. */
  facts: Readonly<Record<string, string | number | null>>;
}

export const timelineKinds = [
  'conversation',
  'note',
  'follow_up',
  'order',
  'invoice',
  'delivery',
  'promise',
  'relation',
  'merge',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** A place in the timeline: entries older than this. */
export interface TimelinePlace {
  at: Date;
  key: string;
}

export interface TimelineAsked {
  before: TimelinePlace | null;
  limit: number;
}

/** What one module adds: its newest entries before a place, newest first, by (at, key). One statement each. */
export interface TimelineSource {
  kinds: readonly TimelineKind[];
  entries(ctx: Context, personIds: readonly string[], asked: TimelineAsked): Promise<TimelineEntry[]>;
}

export interface Timeline {
  entries: TimelineEntry[];
  next: TimelinePlace | null;
}

/** All sources as one list, newest first, a page at a time. Every source gives a page, so that none is cut short. */
export async function timelineOf(
  ctx: Context,
  personIds: readonly string[],
  {
    sources,
    kind,
    ...asked
  }: TimelineAsked & { sources: readonly TimelineSource[]; kind?: TimelineKind | undefined },
): Promise<Timeline> {
  const all: TimelineEntry[] = [];
  for (const source of sources) {
    if (kind && !source.kinds.includes(kind)) continue;
    all.push(...(await source.entries(ctx, personIds, { ...asked, limit: asked.limit + 1 })));
  }
  return merged(
    all.filter((entry) => !kind || entry.kind === kind),
    asked.limit,
  );
}

/** The newest `limit` of what the sources gave. */
export function merged(all: readonly TimelineEntry[], limit: number): Timeline {
  const sorted = [...all].sort(newestFirst);
  const entries = sorted.slice(0, limit);
  const last = entries.at(-1);
  return { entries, next: sorted.length > limit && last ? { at: last.at, key: last.key } : null };
}

function newestFirst(a: TimelineEntry, b: TimelineEntry): number {
  return b.at.getTime() - a.at.getTime() || (a.key < b.key ? 1 : a.key > b.key ? -1 : 0);
}

/** A place as an address carries it; null for what is none. */
export function readPlace(text: string | null | undefined): TimelinePlace | null {
  const [, at, key] = /^(\d{1,16})\.([a-z0-9_-]{1,80})$/i.exec(text ?? '') ?? [];
  return at && key ? { at: new Date(Number(at)), key } : null;
}

export function writePlace({ at, key }: TimelinePlace): string {
  return `${at.getTime()}.${key}`;
}
