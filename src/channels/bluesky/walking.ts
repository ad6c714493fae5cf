/** Up to where a list that grows at its head was read. */
export interface Mark {
  /** Of the newest that was taken; '' before there was any. */
  readonly at: string;
  /** What was taken of the last minutes before that: the list does not always grow in order. */
  readonly ids: readonly string[];
}

export interface Walked<T> {
  readonly id: string;
  readonly at: string;
  readonly item: T;
}

/** A page of the list, the newest first; `next`: where the next one begins, undefined at its end. */
export type Page<T> = (
  from: string | undefined,
) => Promise<{ items: readonly Walked<T>[]; next: string | undefined }>;

/** How far behind the newest something may still turn up, in milliseconds. */
const overlap = 2 * 60_000;
const mostIds = 300;
/** Further back than this is not gone in one go; more than the network itself gives. */
const mostPages = 100;

/**
 * What came at the head of a list since a mark, the oldest first, with the mark after it. Without a mark nothing is
 * taken, and the mark stands at the newest.
 */
export async function walk<T>(
  page: Page<T>,
  mark: Mark | undefined,
): Promise<{ fresh: readonly Walked<T>[]; mark: Mark }> {
  const fresh: Walked<T>[] = [];
  const passed: Walked<T>[] = [];
  const known = new Set(mark?.ids);
  const until = mark && mark.at !== '' ? new Date(Date.parse(mark.at) - overlap).toISOString() : '';
  let from: string | undefined;
  for (let turn = 0; turn < mostPages; turn += 1) {
    const { items, next } = await page(from);
    for (const one of items) {
      passed.push(one);
      if (mark && one.at >= until && !known.has(one.id)) fresh.push(one);
    }
    const oldest = items.at(-1);
    if (!mark || !next || !oldest || oldest.at < until) break;
    from = next;
  }
  return { fresh: fresh.toReversed(), mark: markAfter(passed, mark) };
}

function markAfter(passed: readonly Walked<unknown>[], mark: Mark | undefined): Mark {
  const at = passed.reduce((newest, one) => (one.at > newest ? one.at : newest), mark?.at ?? '');
  if (at === '') return { at, ids: [] };
  const since = new Date(Date.parse(at) - overlap).toISOString();
  const ids = passed.filter((one) => one.at >= since).map(({ id }) => id);
  return { at, ids: ids.slice(0, mostIds) };
}
