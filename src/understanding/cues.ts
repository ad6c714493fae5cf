import type { Intent } from './understanding.ts';

/** What a cue speaks for: an intent, or something another head wants to know. */
export type Target =
  | Intent
  | 'danger'
  | 'harmless'
  | 'trouble'
  | 'vulnerable'
  | 'crime'
  | 'cutOff'
  | 'deadline'
  | 'soon'
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
  | 'lostTrust'
  | 'courtesy'
  | 'polite'
  | 'facility'
  | 'fails'
  | 'goods'
  | 'wrong'
  | 'arrives'
  | 'bill'
  | 'pays'
  | 'contract'
  | 'ends'
  | 'decision'
  | 'refuses'
  | 'extra'
  | 'promises'
  | 'data'
  | 'handles'
  | 'betterLife';

/**
 * One row of a cue table: what it speaks for, how strongly, and the cues, one a line or divided by `;`.
 *
 * A cue is a row of words: `a/b` either word, `opzeg~` begins so, `~korting` ends so, `#` a number, `?` that
 * sign, `@goods` any word of that class, `..` up to four words in between, `^` first: only where a clause begins.
 * `gas & ruik~`: both in one sentence, in any order, up to ten words apart. Otherwise a cue ends with its clause.
 * A weight below 0 speaks against.
 */
export type CueTable = readonly (readonly [target: Target, weight: number, cues: string])[];

export interface Position {
  /** How many words may stand before this one. */
  gap: number;
  /** May the words before it run past a comma? */
  wide: boolean;
  symbols: readonly number[];
}

export interface Cue {
  target: Target;
  weight: number;
  positions: readonly Position[];
  /** The symbols of all positions but the first, those that ask most first. */
  rest: readonly (readonly number[])[];
  /** Only where a clause begins. */
  opens: boolean;
}

const widestGap = 4;
const anywhere = 10;

/** Reads the notation. `symbolOf` gives each distinct word form its number. */
export function readCues(table: CueTable, symbolOf: (form: string) => number): Cue[] {
  return table.flatMap(([target, weight, cues]) =>
    cues
      .split(/[;\n]/)
      .flatMap(inEveryOrder)
      .map((cue) => {
        const positions = readPositions(cue.replace('^', ''), symbolOf);
        return { target, weight, opens: cue.startsWith('^'), positions, rest: restOf(positions) };
      }),
  );
}

function restOf(positions: readonly Position[]): number[][] {
  const rest = positions.slice(1).map(({ symbols }) => [...symbols]);
  return rest.sort((one, other) => one.length - other.length);
}

function inEveryOrder(cue: string): string[] {
  const [one = '', other] = cue.trim().split(' & ');
  if (other !== undefined) return [`${one} & ${other}`, `${other} & ${one}`];
  return one === '' ? [] : [one];
}

function readPositions(cue: string, symbolOf: (form: string) => number): Position[] {
  const positions: Position[] = [];
  let gap = 0;
  for (const part of cue.trim().split(/\s+/)) {
    if (part === '..') gap = widestGap;
    else if (part === '&') gap = anywhere;
    else {
      positions.push({ gap, wide: gap === anywhere, symbols: part.split('/').map(symbolOf) });
      gap = 0;
    }
  }
  return positions;
}
