export interface RefusalWords {
  /** What is the matter: one short sentence, no full stop. */
  title: string;
  /** What one can do about it. */
  next: string;
}

/** By refusal code. Codes grow with the modules, so this is the one area that is a record and not a fixed shape. */
export type Refusals = Record<string, RefusalWords> & { unknown: RefusalWords };

/** The words for a code: the most exact that there are, otherwise `unknown`. */
export function refusalWords(refusals: Refusals, code: string): RefusalWords {
  const parts = code.split('.');
  for (let length = parts.length; length > 0; length--) {
    const known = parts.slice(0, length).join('.');
    const found = Object.hasOwn(refusals, known) ? refusals[known] : undefined;
    if (found) return found;
  }
  return refusals.unknown;
}
