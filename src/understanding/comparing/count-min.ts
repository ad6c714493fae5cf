import { mix } from './hashing.ts';

const rows = 4;
const narrowest = 8192;
const widest = 262_144;
const smallestScale = 1e-18;

/**
 * How often each term was heard, recent more than old, in a fixed space (count-min with conservative update).
 * Estimates are never too low, and too high only by what shares all four cells. 128 kB at first, at most 4 MB.
 */
export interface Sketch {
  /** Cells in each of the four rows; a power of two. */
  width: number;
  /** Multiply by `scale`. */
  cells: Float32Array;
  /** All counts fade together by this one number, so that fading costs nothing. */
  scale: number;
}

export function makeSketch(): Sketch {
  return { width: narrowest, cells: new Float32Array(rows * narrowest), scale: 1 };
}

/** The faded count of a term. */
export function countOf({ cells, width, scale }: Sketch, hash: number): number {
  const mask = width - 1;
  const step = stepOf(hash);
  let at = hash | 0;
  let least = cells[at & mask] ?? 0;
  for (let row = 1; row < rows; row++) {
    at = (at + step) | 0;
    least = Math.min(least, cells[row * width + (at & mask)] ?? 0);
  }
  return least * scale;
}

/**
 * Counts the term at index n `weights[n]` times; only the cells that would say too little are raised. Here goes most of
 * the time of hearing. Written out row by row, in small integers and without a branch: of numbers above nought the bits
 * stand in the order of the numbers, and so the processor looks at the cells of the next terms while it waits for these.
 */
export function countAll(sketch: Sketch, hashes: Uint32Array, weights: ArrayLike<number>): void {
  const { width, scale, cells } = sketch;
  const bits = new Int32Array(cells.buffer, cells.byteOffset, cells.length);
  const raised = new Float32Array(1);
  const raisedBits = new Int32Array(raised.buffer);
  const mask = width - 1;
  for (let index = 0; index < hashes.length; index++) {
    const hash = hashes[index] ?? 0;
    const step = stepOf(hash);
    const row = hash | 0;
    const at = row & mask;
    const at2 = width + ((row + step) & mask);
    const at3 = 2 * width + ((row + 2 * step) & mask);
    const at4 = 3 * width + ((row + 3 * step) & mask);
    const one = bits[at] ?? 0;
    const two = bits[at2] ?? 0;
    const three = bits[at3] ?? 0;
    const four = bits[at4] ?? 0;
    raisedBits[0] = lesser(lesser(one, two), lesser(three, four));
    raised[0] = (raised[0] ?? 0) + (weights[index] ?? 0) / scale;
    const wanted = raisedBits[0] ?? 0;
    bits[at] = greater(one, wanted);
    bits[at2] = greater(two, wanted);
    bits[at3] = greater(three, wanted);
    bits[at4] = greater(four, wanted);
  }
}

/** Of two numbers from 0 to 2^31 - 1. */
function lesser(one: number, other: number): number {
  return other ^ ((one ^ other) & ((one - other) >> 31));
}

function greater(one: number, other: number): number {
  return one ^ ((one ^ other) & ((one - other) >> 31));
}

/** All counts become `factor` of what they were. */
export function fade(sketch: Sketch, factor: number): void {
  sketch.scale *= factor;
  if (sketch.scale >= smallestScale) return;
  const { cells, scale } = sketch;
  for (let at = 0; at < cells.length; at++) cells[at] = (cells[at] ?? 0) * scale;
  sketch.scale = 1;
}

/** Makes room for so many terms. A row is doubled by repeating it, which keeps every estimate as it was. */
export function widenFor(sketch: Sketch, terms: number): void {
  while (sketch.width < widest && sketch.width < terms) {
    const { cells, width } = sketch;
    const wider = new Float32Array(cells.length * 2);
    for (let row = 0; row < rows; row++) {
      const part = cells.subarray(row * width, (row + 1) * width);
      wider.set(part, 2 * row * width);
      wider.set(part, (2 * row + 1) * width);
    }
    sketch.cells = wider;
    sketch.width = width * 2;
  }
}

/** Can these have been the parts of a sketch? For one that comes out of a file. */
export function isSketch({ width, cells, scale }: Sketch): boolean {
  const fits = width >= narrowest && width <= widest && (width & (width - 1)) === 0;
  return fits && cells.length === rows * width && scale > 0 && scale <= 1;
}

/** Odd, so that the four cells differ at every width; below 2^20, so that the sums stay exact. */
function stepOf(hash: number): number {
  return (mix(hash ^ 0x5bd1e995) & 0xfffff) | 1;
}
