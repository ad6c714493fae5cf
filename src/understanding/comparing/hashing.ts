/** Spreads every bit of a 32-bit number over all of them (the finaliser of MurmurHash3; nothing is lost). */
export function mix(value: number): number {
  let bits = value ^ (value >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Hash of a piece of text by its UTF-16 units: 32 bits, never 0, the same in every run (FNV-1a, then mixed). */
export function hashUnits(text: string, from: number, to: number): number {
  let bits = 0x811c9dc5;
  for (let at = from; at < to; at++) bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193);
  return mix(bits) || 1;
}

/** Hash of two things in this order; never 0. */
export function joinHashes(one: number, other: number): number {
  return mix(Math.imul(one, 0x9e3779b1) + other) || 1;
}
