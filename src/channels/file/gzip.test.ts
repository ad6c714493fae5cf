import { gunzipSync, gzipSync, constants as zlib } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutInChunks, type Outcome, readAll, writtenCsv } from './example-files.ts';

type Read = (chunks: readonly Buffer[]) => Promise<Outcome>;

const form = { delimiter: ',', lineEnd: '\n', quoteAll: false } as const;
const words = fc.array(fc.constantFrom('water', 'kracht', 'één', '"', '\n', ','), {
  size: 'max',
  minLength: 1,
  maxLength: 40,
});
const texts = fc.array(
  words.map((some) => `x${some.join(' ')}x`),
  { size: 'max', minLength: 1, maxLength: 60 },
);
const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { size: 'max', maxLength: 12 });

const whole = (rows: readonly string[]) =>
  Buffer.from(writtenCsv([['text', 'id'], ...rows.map((text, id) => [text, String(id)])], form));

/** Packed or not, cut anywhere: the same messages. */
async function readsPacked(read: Read): Promise<void> {
  const property = fc.asyncProperty(texts, shares, fc.boolean(), async (rows, cuts, parted) => {
    const plain = whole(rows);
    const half = plain.length >> 1;
    const packed = parted
      ? Buffer.concat([gzipSync(plain.subarray(0, half)), gzipSync(plain.subarray(half))])
      : gzipSync(plain);
    expect(await read(cutInChunks(packed, cuts))).toEqual(await readAll(plain));
  });
  await fc.assert(property, { numRuns: 60 });
}

/** Cut off anywhere: whole messages from the beginning, then one rejection that names the damage. */
async function readsWhatIsLeft(read: Read): Promise<void> {
  const property = fc.asyncProperty(
    texts,
    shares,
    fc.double({ min: 0.4, max: 1, noNaN: true }),
    async (rows, cuts, share) => {
      const packed = gzipSync(whole(rows), { level: 0 });
      const left = packed.subarray(
        0,
        Math.max(30, Math.min(packed.length - 1, Math.floor(share * packed.length))),
      );
      const { heard, rejected } = await read(cutInChunks(left, cuts));
      const given = rows.map((text, id) => `${id} ${text}`);
      expect(heard.map(({ externalId, text }) => `${externalId} ${text}`)).toEqual(
        given.slice(0, heard.length),
      );
      expect(rejected).toMatchObject([{ code: 'gzip.damaged' }]);
      const unpacked = gunzipSync(left, { finishFlush: zlib.Z_SYNC_FLUSH }).toString();
      const complete = rows.filter((_, id) => unpacked.startsWith(whole(rows.slice(0, id + 1)).toString()));
      expect(heard).toHaveLength(complete.length);
    },
  );
  await fc.assert(property, { numRuns: 100 });
}

const read: Read = (chunks) => readAll(chunks);
const joined = (chunks: readonly Buffer[]) => Buffer.concat(chunks);

describe('a packed file is read as the plain one', () => {
  test('by the reader', () => readsPacked(read));

  test.each<[string, Read]>([
    ['unpacks only the first part', async (chunks) => readAll(gunzipFirst(joined(chunks)))],
    ['drops the last chunk', (chunks) => readAll(chunks.slice(0, -1))],
    [
      'takes only a first chunk of two bytes for gzip',
      (chunks) => readAll(chunks[0]?.[1] ? chunks : [Buffer.from('x')]),
    ],
  ])('not by one that %s', async (_fault, mutant) => {
    await expect(readsPacked(mutant)).rejects.toThrow();
  });
});

describe('a packed file that is cut off gives what is left of it', () => {
  test('by the reader', () => readsWhatIsLeft(read));

  const leftOf = (chunks: readonly Buffer[]) =>
    gunzipSync(joined(chunks), { finishFlush: zlib.Z_SYNC_FLUSH });
  test.each<[string, Read]>([
    ['takes the end for the end of the file', (chunks) => readAll(leftOf(chunks))],
    ['throws', (chunks) => readAll(gunzipSync(joined(chunks)))],
    ['keeps silent', async (chunks) => ({ ...(await readAll(chunks)), rejected: [] })],
    [
      'loses what it had in hand',
      async (chunks) => {
        const { heard, rejected } = await readAll(chunks);
        return { heard: heard.slice(0, -1), rejected };
      },
    ],
  ])('not by one that %s', async (_fault, mutant) => {
    await expect(readsWhatIsLeft(mutant)).rejects.toThrow();
  });

  test('with the line where it stopped, and with damage in the middle', async () => {
    const rows = Array.from({ length: 20_000 }, (_, id) => `Bericht ${id} ${(id * 7919) % 1000}`);
    const packed = gzipSync(whole(rows));
    packed.fill(0xff, packed.length >> 1, (packed.length >> 1) + 50);
    const { heard, rejected } = await readAll(packed);
    expect(heard.length).toBeGreaterThan(1000);
    expect(rejected).toMatchObject([{ code: 'gzip.damaged', line: heard.length + 2 }]);
  });
});

/** Node's own unpacking goes on to the second member of a file; a naive one does not. */
function gunzipFirst(packed: Buffer): Buffer {
  const second = packed.indexOf(Buffer.from([0x1f, 0x8b, 0x08]), 3);
  return gunzipSync(second === -1 ? packed : packed.subarray(0, second));
}
