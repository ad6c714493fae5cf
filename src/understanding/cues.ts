import type { Intent } from './understanding.ts';
import { classes } from './words/classes.ts';

/** What a cue speaks for: an intent, or something another head wants to know. */
export type Target =
  | Intent
  | 'danger'
  | 'vulnerable'
  | 'crime'
  | 'cutOff'
  | 'deadline'
  | 'manyHit'
  | 'draining'
  | 'spokenTo'
  | 'spokenAbout'
  | 'amongOthers'
  | 'settled'
  | 'self'
  | 'health'
  | 'praise'
  | 'blame'
  | 'mockery'
  | 'courtesy';

/**
 * One row of a cue table: what it speaks for, how strongly, and the cues, one a line or divided by `;`.
 *
 * A cue is a row of words: `a/b` either word, `opzeg~` begins so, `~korting` ends so, `#` a number, `?` that
 * sign, `@goods` any word of that class, `..` up to four words in between. A cue never runs past the end of a clause.
 */
export type CueTable = readonly (readonly [target: Target, weight: number, cues: string])[];

export interface Position {
  /** How many words may stand before this one. */
  gap: number;
  symbols: readonly number[];
}

export interface Cue {
  target: Target;
  weight: number;
  positions: readonly Position[];
}

const widestGap = 4;

/** Reads the notation. `symbolOf` gives each distinct word form its number. */
export function readCues(table: CueTable, symbolOf: (form: string) => number): Cue[] {
  return table.flatMap(([target, weight, cues]) =>
    cues
      .split(/[;\n]/)
      .map((cue) => cue.trim())
      .filter((cue) => cue !== '')
      .map((cue) => ({ target, weight, positions: readPositions(cue, symbolOf) })),
  );
}

function readPositions(cue: string, symbolOf: (form: string) => number): Position[] {
  const positions: Position[] = [];
  let gap = 0;
  for (const part of cue.split(/\s+/)) {
    if (part === '..') {
      gap = widestGap;
      continue;
    }
    positions.push({ gap, symbols: part.split('/').flatMap(formsOf).map(symbolOf) });
    gap = 0;
  }
  return positions;
}

function formsOf(form: string): string[] {
  return form.startsWith('@') ? (classes[form.slice(1)] ?? '').split(/\s+/) : [form];
}
