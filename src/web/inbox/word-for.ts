/** The word for a code of which the catalogue may not know all values; then the code itself. */
export function wordFor(words: Readonly<Record<string, string>>, code: string | number): string {
  return Object.hasOwn(words, code) ? (words[code] ?? String(code)) : String(code);
}
