import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOfRows } from './format.ts';
import { type Part, partsOf } from './parts.ts';

type Divide = (chunks: AsyncIterable<Buffer>) => AsyncIterable<Part>;

/** A row as COPY writes it: a backslash of its own is doubled, line ends are written as letters. */
const value = fc.constantFrom('a', '\\\\.', '\\\\', '.', '\\N', '\\n', 'é', '🌊', '{"table":', '');
const row = fc.array(value, { maxLength: 6, size: 'max' }).map((values) => `${values.join('\t')}\n`);
const backups = fc.record({
  tables: fc.array(fc.array(row, { maxLength: 8, size: 'max' }), { maxLength: 5, size: 'max' }),
  step: fc.integer({ min: 1, max: 40 }),
});

async function* inSteps(bytes: Buffer, step: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}

/** True when every table comes back with its own rows, in whole rows, wherever the bytes were cut. */
async function holds(divide: Divide): Promise<boolean> {
  const law = fc.asyncProperty(backups, async ({ tables, step }) => {
    const blocks = tables.map((rows, index) => `{"table":"t${index}"}\n${rows.join('')}${endOfRows}`);
    const text = `{"kind":"polder-backup","tables":[]}\n${blocks.join('')}{"rows":{}}\n`;
    const found: string[][] = [];
    let lines = 0;
    for await (const { kind, bytes } of divide(inSteps(Buffer.from(text), step))) {
      const piece = bytes.toString();
      if (!piece.endsWith('\n')) return false;
      if (kind === 'line') lines += 1;
      if (kind === 'line' && piece.startsWith('{"table":"')) found.push([]);
      if (kind === 'rows') found.at(-1)?.push(piece);
    }
    const same = found.every((pieces, index) => pieces.join('') === tables[index]?.join(''));
    return same && found.length === tables.length && lines === tables.length + 2;
  });
  return !(await fc.check(law, { numRuns: 300, endOnFailure: true })).failed;
}

test('rows come back whole, wherever the bytes are cut', async () => {
  expect(await holds(partsOf)).toBe(true);
});

/** Divides the whole text at `end`, which is not how tables end. */
function endingAt(end: string): Divide {
  return async function* (chunks) {
    const text = Buffer.concat(await Array.fromAsync(chunks)).toString();
    let rest = text;
    let inRows = false;
    while (rest.length > 0) {
      const stop = inRows ? rest.indexOf(end) : rest.indexOf('\n') + 1;
      const at = stop === -1 ? rest.length : stop;
      if (at > 0) yield { kind: inRows ? 'rows' : 'line', bytes: Buffer.from(rest.slice(0, at)) };
      const heading: boolean = !inRows && rest.startsWith('{"table":');
      rest = rest.slice(inRows ? at + end.length : at);
      inRows = heading;
    }
  };
}

const broken: Record<string, Divide> = {
  'a table ends at the first such letters, also within a row': endingAt(endOfRows),
  'a table ends only after a row': endingAt(`\n${endOfRows}`),
  'each chunk is divided on its own': async function* (chunks) {
    for await (const chunk of chunks) yield* partsOf(inSteps(chunk, chunk.length));
  },
  'pieces that hold no line end are passed over': (chunks) =>
    partsOf(
      (async function* () {
        for await (const chunk of chunks) if (chunk.includes(10)) yield chunk;
      })(),
    ),
};

test.for(Object.entries(broken))('the law notices when %s', async ([, divide]) => {
  expect(await holds(divide)).toBe(false);
});

test('a backup that stops in the middle of a line is refused', async () => {
  const cut = inSteps(Buffer.from('{"kind":"polder-backup"}\n{"table":'), 7);
  await expect(Array.fromAsync(partsOf(cut))).rejects.toMatchObject({ code: 'invalid.backup-damaged' });
});
