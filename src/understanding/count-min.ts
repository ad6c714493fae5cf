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
export function countOf(sketch: Sketch, hash: number): number {
  return leastCell(sketch, hash) * sketch.scale;
}

/** Counts a term `weight` times. */
export function count(sketch: Sketch, hash: number, weight: number): void {
  const { cells, width } = sketch;
  const wanted = leastCell(sketch, hash) + weight / sketch.scale;
  const step = stepOf(hash);
  for (let row = 0, at = hash; row < rows; row++, at += step) {
    const cell = row * width + (at & (width - 1));
    if ((cells[cell] ?? 0) < wanted) cells[cell] = wanted;
  }
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

function leastCell({ cells, width }: Sketch, hash: number): number {
  const step = stepOf(hash);
  let least = Number.POSITIVE_INFINITY;
  for (let row = 0, at = hash; row < rows; row++, at += step) {
    const value = cells[row * width + (at & (width - 1))] ?? 0;
    if (value < least) least = value;
  }
  return least;
}

/** Odd, so that the four cells differ at every width. At most 2^20, so that the sum stays a small integer. */
function stepOf(hash: number): number {
  return (mix(hash ^ 0x5bd1e995) & 0xfffff) | 1;
}
