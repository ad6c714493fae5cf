import { targets } from '../../channels/file/headings.ts';
import type { Mapping } from '../../channels/file/mapping.ts';
import { type Sniffed, sniff } from '../../channels/file/sniffing.ts';
import { isRefusal } from '../../platform/refusal.ts';

export interface PreviewTable {
  format: Sniffed['format'];
  delimiter: Sniffed['delimiter'];
  gzip: boolean;
  headings: readonly string[];
  mapping: Mapping;
  /** Headings that stand for nothing. */
  unused: readonly string[];
  /** The first rows, only the columns that mean something, in the order of `targets`. */
  rows: readonly { key: string; values: Readonly<Record<string, string>> }[];
  /** Why it cannot start like this. */
  problem: string | null;
}

/** What stands in a file, or the code of why it cannot be read at all. */
export type FoundPreview = { table: PreviewTable } | { refused: string };

export async function findPreview(path: string, columns: string | null): Promise<FoundPreview> {
  try {
    return { table: tableOf(await sniff(path, columns ?? undefined)) };
  } catch (error) {
    if (isRefusal(error)) return { refused: error.code };
    throw error;
  }
}

function tableOf({ sample, problem, ...sniffed }: Sniffed): PreviewTable {
  const { headings, mapping } = sniffed;
  const used = new Set(Object.values(mapping));
  const places = targets.flatMap((target) => {
    const heading = mapping[target];
    return heading === undefined ? [] : [{ target, place: headings.indexOf(heading) }];
  });
  const rows = sample.map((values, i) => ({
    key: String(i),
    values: Object.fromEntries(places.map(({ target, place }) => [target, values[place] ?? ''])),
  }));
  const unused = headings.filter((heading) => heading !== '' && !used.has(heading));
  return { ...sniffed, unused, rows, problem: problem?.code ?? null };
}
