/** Classes of UTF-16 units, for the tokeniser's one pass. */
export const classes = { other: 0, space: 1, letter: 2, digit: 3, newline: 4, emoji: 5, high: 6 } as const;

/** The class of each of the 65,536 units, filled per run: a test per unit would cost every start 10 ms. */
export const classOf: Uint8Array = makeTable();

function makeTable(): Uint8Array {
  const table = new Uint8Array(65_536);
  const units = new Uint16Array(0xd800).map((_, unit) => unit);
  let all = '';
  for (let at = 0; at < units.length; at += 8192)
    all += String.fromCharCode(...units.subarray(at, at + 8192));
  const mark = (pattern: RegExp, kind: number) => {
    for (const run of all.matchAll(pattern)) table.fill(kind, run.index, run.index + run[0].length);
  };
  mark(/\s+/g, classes.space);
  mark(/[\p{L}\p{M}]+/gu, classes.letter);
  mark(/\p{Nd}+/gu, classes.digit);
  mark(/[\u2600-\u27bf\u2b50\u2b55\u231a\u231b\u23e9-\u23f3]+/g, classes.emoji);
  table.fill(classes.high, 0xd800, 0xdc00);
  table[0x0a] = classes.newline;
  table[0x0d] = classes.newline;
  // Joiners and variation selectors only ever continue an emoji.
  table[0x200d] = classes.space;
  table[0xfe0f] = classes.space;
  table[0xfeff] = classes.space;
  return table;
}

/** An astral character of the pictograph planes. */
export function isPictograph(high: number): boolean {
  return high >= 0xd83c && high <= 0xd83e;
}

export function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
