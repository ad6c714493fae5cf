import type { Bag } from './features.ts';

const logOf = Float32Array.from({ length: 64 }, (_, times) => (times === 0 ? 0 : 1 + Math.log(times)));

/** 1 + ln(times). */
export function damped(times: number): number {
  return times < logOf.length ? (logOf[times] ?? 0) : 1 + Math.log(times);
}

export interface Rarities {
  readonly rarity: Uint8Array;
  /** See `weightsByRarity`. */
  readonly byRarity: Float32Array;
}

/** One over the length of a bag: words and character groups are made equally long apart. */
export function scaleOf(bag: Bag, { rarity, byRarity }: Rarities): number {
  let sum = 0;
  for (let at = 0; at < bag.count; at++) {
    const value = damped(bag.times[at] ?? 0) * (byRarity[rarity[bag.slots[at] ?? 0] ?? 0] ?? 0);
    sum += value * value;
  }
  return sum === 0 ? 0 : 1 / Math.sqrt(sum);
}
