import { understand } from '../reading.ts';
import { tokenise } from '../tokenising.ts';
import { denseCount, denseOf, offsetsOf } from './cold.ts';
import { type Bag, extract, type Features, makeFeatures } from './features.ts';
import { weightsByRarity } from './frequencies.ts';
import type { Model, Rules } from './model.ts';
import type { Vectors } from './solving.ts';
import { damped, type Rarities, scaleOf } from './weighing.ts';

/** How a head looks at a text. */
export interface Lens extends Rarities {
  readonly bits: number;
  readonly rules: Rules;
  readonly classes: readonly string[];
}

/** The lens through which a model was trained. */
export function lensOf({ bits, rules, trained, rarity, counts }: Model): Lens {
  return { bits, rules, classes: trained, rarity, byRarity: weightsByRarity(counts.stream) };
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

/** One message as a head sees it: features (hashed, then dense) with their values, and the score of the rules. */
export interface Entries {
  readonly features: number[];
  readonly values: number[];
  readonly offsets: Float32Array;
}

export function entriesOf(text: string, lens: Lens, space: Features): Entries {
  const read = lens.rules === 'none' ? undefined : understand(text);
  const tokens = tokenise(text);
  extract(tokens, space);
  const entries: Entries = {
    features: [],
    values: [],
    offsets: read ? offsetsOf(lens.rules, lens.classes, read) : none,
  };
  addBag(entries, space.words, lens);
  addBag(entries, space.groups, lens);
  if (read) addDense(entries, denseOf(lens.rules, tokens, read), 1 << lens.bits);
  return entries;
}

const none = new Float32Array(0);

/** Turns texts into the sparse rows that training reads, and gives every feature that occurs a row. */
export function prepare(texts: readonly string[], lens: Lens): Prepared {
  const space = makeFeatures(lens.bits);
  const rowOf = new Int32Array((1 << lens.bits) + denseCount);
  const grown: Growing = { rows: [], values: [], starts: [0], squares: [], rowOf, width: 1 };
  const offsets = new Float32Array(lens.rules === 'none' ? 0 : texts.length * lens.classes.length);
  texts.forEach((text, at) => {
    const entries = entriesOf(text, lens, space);
    if (offsets.length > 0) offsets.set(entries.offsets, at * lens.classes.length);
    addMessage(grown, entries);
  });
  return { vectors: packed(grown), rowOf, offsets };
}

function addBag({ features, values }: Entries, bag: Bag, lens: Lens): void {
  const scale = scaleOf(bag, lens);
  for (let at = 0; at < bag.count; at++) {
    const slot = bag.slots[at] ?? 0;
    const weight = lens.byRarity[lens.rarity[slot] ?? 0] ?? 0;
    features.push(slot);
    values.push(damped(bag.times[at] ?? 0) * weight * scale);
  }
}

function addDense({ features, values }: Entries, dense: Float32Array, from: number): void {
  dense.forEach((value, at) => {
    if (value === 0) return;
    features.push(from + at);
    values.push(value);
  });
}

function addMessage(grown: Growing, { features, values }: Entries): void {
  const { rowOf } = grown;
  let square = 1;
  features.forEach((feature, at) => {
    const value = values[at] ?? 0;
    if (rowOf[feature] === 0) rowOf[feature] = grown.width++;
    grown.rows.push(rowOf[feature] ?? 0);
    grown.values.push(value);
    square += value * value;
  });
  grown.squares.push(square);
  grown.starts.push(grown.rows.length);
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
