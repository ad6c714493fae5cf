import { understand } from '../reading.ts';
import { tokenise } from '../tokenising.ts';
import { denseCount, denseOf, offsetsOf } from './cold.ts';
import { extract, type Features, makeFeatures } from './features.ts';
import type { Rules } from './model.ts';
import type { Vectors } from './solving.ts';
import { blockScale, damped, type Rarities } from './weighing.ts';

/** How a head looks at a text. */
export interface Lens extends Rarities {
  readonly bits: number;
  readonly rules: Rules;
  readonly classes: readonly (string | null)[];
}

export interface Prepared {
  readonly vectors: Vectors;
  /** Feature to row; row 0 is left empty, for features that were never met. */
  readonly rowOf: Int32Array;
  /** Message by class: the score of the rules. Empty when the head has none. */
  readonly offsets: Float32Array;
}

interface Growing {
  readonly rows: number[];
  readonly values: number[];
  readonly starts: number[];
  readonly squares: number[];
  readonly rowOf: Int32Array;
  width: number;
}

/** Turns texts into the sparse rows that training reads, and gives every feature that occurs a row. */
export function prepare(texts: readonly string[], lens: Lens): Prepared {
  const features = makeFeatures(lens.bits);
  const rowOf = new Int32Array((1 << lens.bits) + denseCount);
  const grown: Growing = { rows: [], values: [], starts: [0], squares: [], rowOf, width: 1 };
  const withRules = lens.rules !== 'none';
  const offsets = new Float32Array(withRules ? texts.length * lens.classes.length : 0);
  texts.forEach((text, at) => {
    const read = withRules ? understand(text) : undefined;
    const tokens = tokenise(text);
    extract(tokens, features);
    addBlocks(grown, features, lens);
    if (read) {
      addDense(grown, denseOf(tokens, read), 1 << lens.bits);
      offsets.set(offsetsOf(lens.rules, lens.classes, read), at * lens.classes.length);
    }
    close(grown);
  });
  return { vectors: packed(grown), rowOf, offsets };
}

function addBlocks(grown: Growing, features: Features, lens: Lens): void {
  for (const block of [
    { from: 0, to: features.split },
    { from: features.split, to: features.count },
  ]) {
    const scale = blockScale(features, block, lens);
    for (let at = block.from; at < block.to; at++) {
      const slot = features.slots[at] ?? 0;
      const weight = lens.byRarity[lens.rarity[slot] ?? 0] ?? 0;
      add(grown, slot, damped(features.times[at] ?? 0) * weight * scale);
    }
  }
}

function addDense(grown: Growing, dense: Float32Array, from: number): void {
  dense.forEach((value, at) => {
    if (value !== 0) add(grown, from + at, value);
  });
}

function add(grown: Growing, feature: number, value: number): void {
  const { rowOf } = grown;
  if (rowOf[feature] === 0) rowOf[feature] = grown.width++;
  grown.rows.push(rowOf[feature] ?? 0);
  grown.values.push(value);
}

function close(grown: Growing): void {
  const { starts, rows, values, squares } = grown;
  let square = 1;
  for (let at = starts.at(-1) ?? 0; at < values.length; at++) square += (values[at] ?? 0) ** 2;
  squares.push(square);
  starts.push(rows.length);
}

function packed({ rows, values, starts, squares, width }: Growing): Vectors {
  return {
    starts: Int32Array.from(starts),
    rows: Int32Array.from(rows),
    values: Float32Array.from(values),
    squares: Float32Array.from(squares),
    width,
  };
}
