import { answersTo } from '../reading.ts';
import { tokenise } from '../tokenising.ts';
import { denseCount, denseOf, offsetsOf } from './cold.ts';
import { type Bag, extract, makeFeatures } from './features.ts';
import type { Rules } from './model.ts';
import type { Vectors } from './solving.ts';
import { damped, type Rarities, scaleOf } from './weighing.ts';

/** How a head looks at a text. */
export interface Lens extends Rarities {
  readonly bits: number;
  readonly rules: Rules;
  readonly classes: readonly string[];
}

export interface Prepared {
  readonly vectors: Vectors;
  /** Feature to row; row 0 is left empty, for features that were never met. */
  readonly rowOf: Int32Array;
  /** Message by class: the score of the rules. Empty when the head has none. */
  readonly offsets: Float32Array;
}

/** Sparse rows while they are made, in arrays that double: a list of numbers would be twice the work and memory. */
interface Growing {
  rows: Int32Array;
  values: Float32Array;
  length: number;
  readonly starts: Int32Array;
  readonly squares: Float32Array;
  readonly rowOf: Int32Array;
  width: number;
}

const firstRoom = 1 << 16;

/** Turns texts into the sparse rows that training reads, and gives every feature that occurs a row. */
export function prepare(texts: readonly string[], lens: Lens): Prepared {
  const space = makeFeatures(lens.bits);
  const grown: Growing = {
    rows: new Int32Array(firstRoom),
    values: new Float32Array(firstRoom),
    length: 0,
    starts: new Int32Array(texts.length + 1),
    squares: new Float32Array(texts.length),
    rowOf: new Int32Array((1 << lens.bits) + denseCount),
    width: 1,
  };
  const offsets = new Float32Array(lens.rules === 'none' ? 0 : texts.length * lens.classes.length);
  texts.forEach((text, at) => {
    const read = lens.rules === 'none' ? undefined : answersTo(text);
    const tokens = tokenise(text);
    extract(tokens, space);
    makeRoom(grown, space.words.count + space.groups.count + denseCount);
    addBag(grown, space.words, lens);
    addBag(grown, space.groups, lens);
    if (read !== undefined) {
      addDense(grown, denseOf(lens.rules, tokens, read), 1 << lens.bits);
      offsets.set(offsetsOf(lens.rules, lens.classes, read), at * lens.classes.length);
    }
    grown.starts[at + 1] = grown.length;
    grown.squares[at] = squareOf(grown, at);
  });
  return { vectors: packed(grown), rowOf: grown.rowOf, offsets };
}

/**
 * The same messages without what the rules say of them. The rows stay where they are, so that no message is read
 * twice; a row that is nought everywhere gets no weight, and leaves the model when weights are rounded.
 */
export function withoutRules({ vectors, rowOf }: Prepared): Prepared {
  const values = vectors.values.slice();
  const squares = vectors.squares.slice();
  const dense = new Set(rowOf.subarray(rowOf.length - denseCount).filter((row) => row > 0));
  for (let at = 0; at < squares.length; at++) {
    // What the rules say stands last in a message.
    for (let entry = (vectors.starts[at + 1] ?? 0) - 1; entry >= (vectors.starts[at] ?? 0); entry--) {
      if (!dense.has(vectors.rows[entry] ?? 0)) break;
      values[entry] = 0;
    }
    squares[at] = squareOf({ ...vectors, values }, at);
  }
  return { vectors: { ...vectors, values, squares }, rowOf, offsets: new Float32Array(0) };
}

function makeRoom(grown: Growing, wanted: number): void {
  if (grown.length + wanted <= grown.rows.length) return;
  const room = 2 * (grown.length + wanted);
  const [rows, values] = [new Int32Array(room), new Float32Array(room)];
  rows.set(grown.rows);
  values.set(grown.values);
  grown.rows = rows;
  grown.values = values;
}

function addBag(grown: Growing, bag: Bag, lens: Lens): void {
  const scale = scaleOf(bag, lens);
  for (let at = 0; at < bag.count; at++) {
    const slot = bag.slots[at] as number;
    const weight = lens.byRarity[lens.rarity[slot] as number] as number;
    addEntry(grown, slot, damped(bag.times[at] as number) * weight * scale);
  }
}

function addDense(grown: Growing, dense: Float32Array, from: number): void {
  for (let at = 0; at < dense.length; at++) {
    const value = dense[at] as number;
    if (value !== 0) addEntry(grown, from + at, value);
  }
}

function addEntry(grown: Growing, feature: number, value: number): void {
  const { rowOf } = grown;
  if (rowOf[feature] === 0) rowOf[feature] = grown.width++;
  grown.rows[grown.length] = rowOf[feature] as number;
  grown.values[grown.length++] = value;
}

/** Squared length of a message, its bias feature of 1 included. */
function squareOf({ starts, values }: Pick<Vectors, 'starts' | 'values'>, at: number): number {
  let square = 1;
  const end = starts[at + 1] as number;
  for (let entry = starts[at] as number; entry < end; entry++) {
    const value = values[entry] as number;
    square += value * value;
  }
  return square;
}

function packed({ rows, values, length, starts, squares, width }: Growing): Vectors {
  return { starts, rows: rows.slice(0, length), values: values.slice(0, length), squares, width };
}
