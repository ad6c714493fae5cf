import type { Catalogue } from '../../platform/words.ts';

/** The words for the code of a rejected row. */
export function reasonFor(codes: Catalogue['imports']['codes'], code: string): string {
  return Object.hasOwn(codes, code) ? codes[code as keyof typeof codes] : codes.other;
}
