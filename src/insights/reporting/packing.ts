import type { Spread } from '../../conversations/measuring/spread.ts';

const numberBits = 21;
const mostNumber = 2 ** numberBits - 1;
const size = 2048;

/** How many lie in each bucket, by its number. */
export type Counts = Uint32Array;

export function noCounts(): Counts {
  return new Uint32Array(size);
}

/** Four bytes for each bucket: eleven bits say which, twenty-one how many. In the order of the buckets. */
export function pack(spread: Spread): Buffer {
  const entries: number[] = [];
  for (const [i, bucket] of spread.buckets.entries()) {
    // More than two million in one bucket take more than one place.
    for (let left = spread.numbers[i] ?? 0; left > 0; left -= mostNumber)
      entries.push(Math.min(bucket, size - 1) * 2 ** numberBits + Math.min(left, mostNumber));
  }
  const bytes = Buffer.alloc(entries.length * 4);
  for (const [i, entry] of entries.entries()) bytes.writeUInt32BE(entry, i * 4);
  return bytes;
}

/** Adds what was packed. */
export function pour(bytes: Buffer, into: Counts): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.byteLength; at += 4) {
    const entry = view.getUint32(at);
    const bucket = entry >>> numberBits;
    into[bucket] = (into[bucket] ?? 0) + (entry & mostNumber);
  }
}

export function addCounts(counts: Counts, into: Counts): void {
  for (let bucket = 0; bucket < size; bucket += 1) into[bucket] = (into[bucket] ?? 0) + (counts[bucket] ?? 0);
}

export function spreadFrom(counts: Counts): { buckets: number[]; numbers: number[] } {
  const [buckets, numbers]: [number[], number[]] = [[], []];
  for (const [bucket, n] of counts.entries()) {
    if (n === 0) continue;
    buckets.push(bucket);
    numbers.push(n);
  }
  return { buckets, numbers };
}

export function unpack(bytes: Buffer): { buckets: number[]; numbers: number[] } {
  const counts = noCounts();
  pour(bytes, counts);
  return spreadFrom(counts);
}

export function mergedFrom(counts: Counts): Map<number, number> {
  const { buckets, numbers } = spreadFrom(counts);
  return new Map(buckets.map((bucket, i) => [bucket, numbers[i] ?? 0]));
}

/** Rows with the same key together: their bytes added up. The first of them gives the rest. */
export function poured<Row extends { readonly spread: Buffer }>(
  rows: Iterable<Row>,
  keyOf: (row: Row) => string,
): (Omit<Row, 'spread'> & { readonly counts: Counts })[] {
  const found = new Map<string, Omit<Row, 'spread'> & { readonly counts: Counts }>();
  for (const { spread, ...row } of rows) {
    const key = keyOf({ spread, ...row } as Row);
    const own = found.get(key) ?? { ...row, counts: noCounts() };
    pour(spread, own.counts);
    found.set(key, own);
  }
  return [...found.values()];
}
