/**
 * What no reader sees and a machine reads all the same: direction marks, tags, zero widths, fillers, private use,
 * and signs that choose another shape.
 */
const invisible = /[\p{Cf}\p{Co}\p{Cn}\u115f\u1160\u3164\uffa0]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;
const control = /[^\P{Cc}\n\t]/gu;
const lineEnd = /\r\n?|[\u2028\u2029\u0085\v\f]/g;
const piledUp = /(\p{M}{3})\p{M}+/gu;
const manyLines = /\n{3,}/g;

/** The text as a person sees it: invisible signs gone, odd forms of letters and digits made plain, cut at `longest`. */
export function cleaned(text: string, longest: number): string {
  return cut(visible(text).normalize('NFKC'), longest);
}

/** Without what cannot be seen; letters and digits stay as they were written. */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(lineEnd, '\n')
    .replace(invisible, '')
    .replace(control, '')
    .replace(piledUp, '$1')
    .replace(manyLines, '\n\n')
    .normalize('NFC')
    .trim();
}

/** How many signs of a text cannot be seen; emoji are made with some, so a few say nothing. */
export function invisibleIn(text: string): number {
  return text.match(invisible)?.length ?? 0;
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // Half a sign is none.
  return `${text
    .slice(0, longest)
    .toWellFormed()
    .replace(/\ufffd$/, '')} …`;
}
