import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutInChunks, type Outcome, readAll, type Written, writtenCsv } from './example-files.ts';

type Read = (chunks: readonly Buffer[]) => Promise<Outcome>;
const read: Read = (chunks) => readAll(chunks);
const joined = (chunks: readonly Buffer[]) => Buffer.concat(chunks).toString();

const pieces = [
  'a',
  'é',
  '😡',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\n',
  '\r\n',
  ' ',
  "'",
  '\\',
  '{',
  '\u2028',
  'water',
];
const value = fc
  .array(fc.constantFrom(...pieces), { size: 'max', maxLength: 12 })
  .map((some) => some.join('').trim());
const text = value.map((some) => `x${some}`);
const row = fc.tuple(value, text, value);
const rows = fc.array(row, { size: 'max', maxLength: 40 });
const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { size: 'max', maxLength: 40 });
const form: fc.Arbitrary<Written> = fc.record({
  delimiter: fc.constantFrom<Written['delimiter'][]>(',', ';', '\t'),
  lineEnd: fc.constantFrom<Written['lineEnd'][]>('\n', '\r\n', '\r'),
  quoteAll: fc.boolean(),
});
const mark = fc.constantFrom('', '\ufeff');
const headings = ['author', 'text', 'thread'];

/** What was written is read back, whatever delimiter, quotes, line ends and cuts there are. */
async function readsBack(reader: Read): Promise<void> {
  const property = fc.asyncProperty(rows, form, shares, mark, async (table, written, cuts, bom) => {
    const bytes = Buffer.from(bom + writtenCsv([headings, ...table], written));
    const { heard, rejected } = await reader(cutInChunks(bytes, cuts));
    expect(rejected).toEqual([]);
    const values = heard.map((message) => [message.author ?? '', message.text, message.thread ?? '']);
    expect(values).toEqual(table);
    expect(heard.map(({ line }) => line)).toEqual(linesOf(table, written));
  });
  await fc.assert(property, { numRuns: reader === read ? 300 : 4000, endOnFailure: reader !== read });
}

/** The line of each row, counted in the text that was written before it. */
function linesOf(table: readonly (readonly string[])[], written: Written): number[] {
  const ends = written.lineEnd === '\r' ? /\r\n|\n|\r/ : /\n/;
  return table.map(
    (_, index) => writtenCsv([headings, ...table.slice(0, index)], written).split(ends).length,
  );
}

describe('a written table is read back', () => {
  test('by the reader', () => readsBack(read));

  test.each<[string, Read]>([
    [
      'decodes each chunk by itself',
      (chunks) => readAll(chunks.map((chunk) => Buffer.from(chunk.toString()))),
    ],
    [
      'trims each chunk',
      (chunks) => readAll(chunks.map((chunk) => Buffer.from(chunk.toString('latin1').trim(), 'latin1'))),
    ],
    ['knows no doubled quotes', (chunks) => readAll(joined(chunks).replaceAll('""', "'"))],
    ['reads semicolons as commas', (chunks) => readAll(joined(chunks).replaceAll(';', ','))],
    ['keeps no line breaks in texts', (chunks) => readAll(joined(chunks).replace(/\n(?=[^"\n]*")/, ' '))],
    ['normalises line ends', (chunks) => readAll(joined(chunks).replace(/\r\n?/g, '\n'))],
    ['counts records for lines', async (chunks) => renumbered(await readAll(chunks))],
    ['loses the last record', async (chunks) => withoutLast(await readAll(chunks))],
  ])('not by one that %s', async (_fault, mutant) => {
    await expect(readsBack(mutant)).rejects.toThrow();
  });
});

function renumbered({ heard, rejected }: Outcome): Outcome {
  return { heard: heard.map((message, index) => ({ ...message, line: index + 2 })), rejected };
}

function withoutLast({ heard, rejected }: Outcome): Outcome {
  return { heard: heard.slice(0, -1), rejected };
}

const soup = fc
  .array(fc.constantFrom('"', '"', ',', '\n', '\r', '\r\n', 'a', ' ', 'é', '\xff', '\x00', '""'), {
    size: 'max',
    maxLength: 200,
  })
  .map((some) =>
    Buffer.concat(some.map((piece) => Buffer.from(piece, piece === '\xff' ? 'latin1' : 'utf8'))),
  );

/** Whatever the bytes are, nothing is thrown and the cuts make no difference. */
async function mindsNoCuts(reader: Read): Promise<void> {
  const property = fc.asyncProperty(soup, shares, fc.constantFrom('\n', '\r'), async (bytes, cuts, end) => {
    const whole = Buffer.concat([Buffer.from(`text,author${end}`), bytes]);
    expect(await reader(cutInChunks(whole, cuts))).toEqual(await readAll(whole));
  });
  await fc.assert(property, { numRuns: reader === read ? 500 : 4000, endOnFailure: reader !== read });
}

describe('where the bytes are cut makes no difference', () => {
  test('to the reader', () => mindsNoCuts(read));

  const patched = (patch: (chunk: string) => string): Read => {
    return (chunks) => readAll(chunks.map((chunk) => Buffer.from(patch(chunk.toString('latin1')), 'latin1')));
  };
  test.each<[string, Read]>([
    ['ends a line at each cut', patched((chunk) => (chunk.length > 30 ? `${chunk}\n` : chunk))],
    ['loses a line end at the end of a chunk', patched((chunk) => chunk.replace(/[\r\n]$/, ''))],
    ['takes a quote at the end of a chunk for closed', patched((chunk) => chunk.replace(/""$/, '"'))],
    [
      'decodes each chunk by itself',
      (chunks) => readAll(chunks.map((chunk) => Buffer.from(chunk.toString()))),
    ],
  ])('but it does to one that %s', async (_fault, mutant) => {
    await expect(mindsNoCuts(mutant)).rejects.toThrow();
  });
});
