import { agreement, areAlike, bandKeys, type Signature } from './duplicates.ts';
import { mix } from './hashing.ts';

const bands = 21;
const bytes = 65;
const manyTexts = 2 ** 17;

export interface RecallingOptions {
  /** So many texts are remembered, a power of two; then the oldest gives way. 131,072 take 31 MB. */
  most?: number;
  /** Two texts further apart than this, in milliseconds, are not compared. */
  window: number;
}

/** A text to know again: `id` and `tag` are the caller's own numbers, `at` is in milliseconds since 1970. */
export interface KnownText {
  id: number;
  tag: number;
  at: number;
  signature: Signature;
}

/** What says nearly the same; `place` is where it is remembered, for `retag`. */
export interface Recalled {
  id: number;
  tag: number;
  place: number;
}

export interface Recalling {
  /** The text that says most nearly the same; undefined when none does. At most 21 comparisons. */
  find(text: Pick<KnownText, 'signature' | 'at'>): Recalled | undefined;
  remember(text: KnownText): void;
  /** It was said again: it stays known, and `at` moves its window along. */
  retag(place: number, change: { tag: number; at: number }): void;
}

/**
 * Knows texts again among the latest ones, in bounded memory and time. Every band of a signature leads to the last
 * text that had it; what is often said again is entered again and so stays.
 */
export function openRecalling({ most = manyTexts, window }: RecallingOptions): Recalling {
  const signatures = new Uint8Array(most * bytes);
  const [ids, tags, times] = [new Float64Array(most), new Float64Array(most), new Float64Array(most)];
  /** Place + 1 of the last text with a band; twice as many as there are texts, so that few push each other out. */
  const latest = new Int32Array(bands * most * 2);
  let next = 0;
  const signatureAt = (place: number) => signatures.subarray(place * bytes, (place + 1) * bytes);
  const cellOf = (band: number, key: number) => band * most * 2 + (mix(key) & (most * 2 - 1));
  const enter = (signature: Signature, place: number) => {
    for (const [band, key] of bandKeys(signature).entries()) latest[cellOf(band, key)] = place + 1;
  };
  return {
    find: ({ signature, at }) => {
      const candidates = new Set(bandKeys(signature).map((key, band) => latest[cellOf(band, key)] ?? 0));
      let [best, closest] = [-1, 0];
      for (const candidate of candidates) {
        const place = candidate - 1;
        if (place < 0 || Math.abs(at - (times[place] ?? 0)) > window) continue;
        const other = signatureAt(place);
        const agreed = agreement(signature, other);
        if (agreed <= closest || !areAlike(signature, other)) continue;
        [best, closest] = [place, agreed];
      }
      return best < 0 ? undefined : { id: ids[best] ?? 0, tag: tags[best] ?? 0, place: best };
    },
    remember: ({ id, tag, at, signature }) => {
      const place = next;
      next = (next + 1) % most;
      signatures.set(signature.subarray(0, bytes), place * bytes);
      ids[place] = id;
      tags[place] = tag;
      times[place] = at;
      enter(signature, place);
    },
    retag: (place, { tag, at }) => {
      tags[place] = tag;
      times[place] = Math.max(times[place] ?? 0, at);
      enter(signatureAt(place), place);
    },
  };
}
