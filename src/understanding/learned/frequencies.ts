import { cut } from '../tokenising.ts';
import { extract, type Features } from './features.ts';

/** In how many messages of the organisation's own stream each feature occurs; labels are not looked at. */
export interface Frequencies {
  readonly bits: number;
  messages: number;
  readonly counts: Uint32Array;
}

/** The size of the table: many classes need fewer slots for the same quickness, a long stream needs more. */
export function bitsFor(messages: number, classes: number): number {
  if (classes > 20) return 17;
  return messages > 30_000 ? 20 : 18;
}

export function noFrequencies(bits: number): Frequencies {
  return { bits, messages: 0, counts: new Uint32Array(1 << bits) };
}

/** Counts one message in (`1`), or takes it out exactly (`-1`) when its person is forgotten. */
export function countMessage(frequencies: Frequencies, features: Features, by: 1 | -1): void {
  frequencies.messages += by;
  const { counts } = frequencies;
  for (const { slots, count } of [features.words, features.groups]) {
    for (let at = 0; at < count; at++) {
      const slot = slots[at] as number;
      counts[slot] = (counts[slot] as number) + by;
    }
  }
}

export function countMessages(
  frequencies: Frequencies,
  texts: Iterable<string>,
  features: Features,
): Frequencies {
  for (const text of texts) {
    extract(cut(text), features);
    countMessage(frequencies, features, 1);
  }
  return frequencies;
}

const stepsPerE = 8;

/** The rarity of each slot as one byte (0 = never met, else 1 + 8 ln n), which is what a model file keeps. */
export function rarityOf({ counts }: Frequencies): Uint8Array {
  return Uint8Array.from(counts, (n) =>
    n === 0 ? 0 : Math.min(255, 1 + Math.round(stepsPerE * Math.log(n))),
  );
}

/** Inverse document frequency by rarity: ln((1 + N) / (1 + n)) + 1. */
export function weightsByRarity(messages: number): Float32Array {
  return Float32Array.from({ length: 256 }, (_, rarity) => {
    const met = rarity === 0 ? 0 : Math.exp((rarity - 1) / stepsPerE);
    return Math.max(0, Math.log((1 + messages) / (1 + met))) + 1;
  });
}
