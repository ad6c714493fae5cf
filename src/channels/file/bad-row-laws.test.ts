import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutInChunks, type Outcome, readAll, type Written, writtenCsv, writtenRow } from './example-files.ts';

type Read = (chunks: readonly Buffer[]) => Promise<Outcome>;
const read: Read = (chunks) => readAll(chunks);

const headings = ['author', 'text', 'at', 'inbound'];
const word = fc.constantFrom('Els', 'Joost', 'water', 'é', '😡', '"', '"dag"', ',', ';', '\t', '\n', '\r\n');
const text = fc
  .array(word, { size: 'max', maxLength: 12 })
  .map((words) => ['Dag', ...words].join(' ').trim());
const time = fc.constantFrom('', '2026-03-02', '1772435520', '2-3-2026 8:12');
const row = fc.tuple(
  fc.constantFrom('', 'Fatima', 'Henk "de visser"'),
  text,
  time,
  fc.constantFrom('', 'ja', 'nee'),
);
const rows = fc.array(row, { size: 'max', maxLength: 25 });
const form: fc.Arbitrary<Written> = fc.record({
  delimiter: fc.constantFrom<Written['delimiter'][]>(',', ';', '\t'),
  lineEnd: fc.constantFrom<Written['lineEnd'][]>('\n', '\r\n', '\r'),
  quoteAll: fc.boolean(),
});
const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { size: 'max', maxLength: 20 });

/** A row that is bad in one way, as it stands in the file, and its code. */
interface Bad {
  readonly code: string;
  written(form: Written): string;
}

const badValues = (code: string, values: readonly string[]): Bad => ({
  code,
  written: (written) => writtenRow(values, written),
});
const bad = fc.constantFrom<Bad[]>(
  badValues('text.missing', ['Fatima', '  ', '2026-03-02', '']),
  badValues('time.unreadable', ['Fatima', 'Dag', 'gisteren', '']),
  badValues('time.out-of-range', ['Fatima', 'Dag', '1815-06-18', '']),
  badValues('direction.unreadable', ['Fatima', 'Dag', '', 'misschien']),
  badValues('columns.too-many', ['Fatima', 'Dag', '', '', 'en nog iets']),
  badValues('encoding.broken', ['Fatima', 'Dag \u0001', '', '']),
  badValues('field.too-large', ['Fatima', 'x'.repeat(1_100_000), '', '']),
  { code: 'quote.unclosed', written: ({ delimiter }) => `Fatima${delimiter}"Dag Els` },
  { code: 'quote.unclosed', written: () => '"Fatima' },
  { code: 'quote.stray', written: ({ delimiter }) => `"Fatima"x${delimiter}Dag` },
);

/** However many bad rows there are: each is named once by its line, and all other rows are heard. */
async function keepsTheOthers(reader: Read): Promise<void> {
  const table = fc.array(fc.oneof({ weight: 4, arbitrary: row }, { weight: 1, arbitrary: bad }), {
    size: 'max',
    maxLength: 30,
  });
  const property = fc.asyncProperty(rows, table, form, shares, async (before, mixed, written, cuts) => {
    const records = [...before, ...mixed];
    const parts = records.map((record) =>
      'code' in record ? record.written(written) : writtenRow(record, written),
    );
    const file = [writtenRow(headings, written), ...parts].map((part) => part + written.lineEnd);
    const bytes = Buffer.from(file.join(''));
    const { heard, rejected } = await reader(cutInChunks(Buffer.from(bytes.map(breakEncoding)), cuts));
    const lines = linesOf(file, written);
    const good = records.flatMap((record, index) =>
      'code' in record ? [] : [`${lines[index]} ${record[1]}`],
    );
    const wrong = records.flatMap((record, index) =>
      'code' in record ? [`${lines[index]} ${record.code}`] : [],
    );
    expect(heard.map((message) => `${message.line} ${message.text}`)).toEqual(good);
    expect(rejected.map(({ line, code }) => `${line} ${code}`)).toEqual(wrong);
  });
  await fc.assert(property, { numRuns: 150, endOnFailure: reader !== read });
}

/** The mark in the one value that must not be valid UTF-8. */
function breakEncoding(byte: number): number {
  return byte === 1 ? 0xff : byte;
}

function linesOf(file: readonly string[], { lineEnd }: Written): number[] {
  const ends = lineEnd === '\r' ? /\r\n|\n|\r/ : /\n/;
  let line = 1;
  return file.map((part) => {
    line += part.split(ends).length - 1;
    return line;
  });
}

describe('a bad row touches no other row', () => {
  test('with the reader', () => keepsTheOthers(read));

  const changed = (change: (outcome: Outcome) => Outcome): Read => {
    return async (chunks) => change(await readAll(chunks));
  };
  const text = (chunks: readonly Buffer[]) => Buffer.concat(chunks);
  test.each<[string, Read]>([
    [
      'stops at the first',
      changed(({ heard, rejected }) => ({
        heard: heard.filter((m) => m.line < (rejected[0]?.line ?? Infinity)),
        rejected,
      })),
    ],
    [
      'swallows the row after one',
      changed(({ heard, rejected }) => ({
        heard: heard.filter((m) => !rejected.some((r) => r.line === m.line - 1)),
        rejected,
      })),
    ],
    [
      'keeps silent about quotes',
      changed(({ heard, rejected }) => ({
        heard,
        rejected: rejected.filter((r) => !r.code.startsWith('quote')),
      })),
    ],
    ['mends encodings without a word', (chunks) => readAll(Buffer.from(text(chunks).toString()))],
    ['takes quotes for letters', (chunks) => readAll(text(chunks).toString('latin1').replaceAll('"', "'"))],
    [
      'names a bad row twice',
      changed(({ heard, rejected }) => ({ heard, rejected: [...rejected, ...rejected.slice(-1)] })),
    ],
  ])('but with one that %s', async (_fault, mutant) => {
    await expect(keepsTheOthers(mutant)).rejects.toThrow();
  });
});

test('what is written is what the writer of these tests means', () => {
  const written = { delimiter: ';', lineEnd: '\r\n', quoteAll: false } as const;
  expect(writtenCsv([['a', 'b "c"', 'd;e']], written)).toBe('a;"b ""c""";"d;e"\r\n');
});
