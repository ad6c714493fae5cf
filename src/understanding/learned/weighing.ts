import type { Features } from './features.ts';

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

/** One over the length of a block of features: words and character groups are made equally long apart. */
export function blockScale(
  features: Features,
  block: { from: number; to: number },
  { rarity, byRarity }: Rarities,
): number {
  let sum = 0;
  for (let at = block.from; at < block.to; at++) {
    const value = damped(features.times[at] ?? 0) * (byRarity[rarity[features.slots[at] ?? 0] ?? 0] ?? 0);
    sum += value * value;
  }
  return sum === 0 ? 0 : 1 / Math.sqrt(sum);
}
