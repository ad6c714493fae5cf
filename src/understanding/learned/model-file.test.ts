import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learn, topicModel, webcareExamples } from '../fixtures/lessons.ts';
import { checksum, makeReader, makeWriter } from './bytes.ts';
import { inOrder } from './manifest.ts';
import { isUnreadable, readModel, writeModel } from './model-file.ts';

const pack = (bytes: Uint8Array) => gzipSync(bytes);
const unpack = (bytes: Uint8Array) => gunzipSync(bytes, { maxOutputLength: 1e8 });
const file = writeModel(topicModel(), pack);

describe('a model file', () => {
  test('gives back the very same model, with who is in it', () => {
    const { model } = learn({ head: 'sentiment', examples: webcareExamples('sentiment') });
    expect(readModel(writeModel(model, pack), unpack)).toEqual(model);
    expect(model.manifest.messages.length).toBe(320);
  });

  test('of something else, of a newer Polder, or cut off is refused with a sentence', () => {
    expect(readModel(new TextEncoder().encode('{"name":"polder"}'), unpack)).toMatchObject({
      problem: 'foreign',
    });
    expect(readModel(new Uint8Array(), unpack)).toMatchObject({ problem: 'foreign' });
    expect(readModel(file.slice(0, file.length - 9), unpack)).toMatchObject({ problem: 'damaged' });
    const newer = file.slice();
    newer[7] = 2;
    expect(readModel(newer, unpack)).toMatchObject({
      problem: 'newer',
      sentence: expect.stringContaining('Update Polder'),
    });
  });

  type Read = typeof readModel;
  const refusesDamage = (read: Read) =>
    fc.property(fc.nat({ max: file.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const damaged = file.slice();
      damaged[at] = (damaged[at] ?? 0) ^ flip;
      // Some bits of a gzip header (that it is text, time, system) say nothing about the content.
      return (at === 11 && flip === 1) || (at >= 12 && at < 18) || isUnreadable(read(damaged, unpack));
    });
  const holds = (read: Read, runs = 300) =>
    !fc.check(refusesDamage(read), { numRuns: runs, endOnFailure: true }).failed;

  test('with any one byte changed is refused, and never throws', () => {
    expect(holds(readModel)).toBe(true);
  });

  test.each<[string, Read]>([
    [
      'the mark is not looked at',
      (bytes) => readModel(Uint8Array.from([...file.subarray(0, 8), ...bytes.subarray(8)]), unpack),
    ],
    [
      'the version is not looked at',
      (bytes) => readModel(Uint8Array.from([...bytes.subarray(0, 7), 1, ...bytes.subarray(8)]), unpack),
    ],
    [
      'a damaged file gives the model that was there',
      (bytes, how) => {
        const read = readModel(bytes, how);
        return isUnreadable(read) ? topicModel() : read;
      },
    ],
  ])('the mutant in which %s is caught', (_, mutant) => {
    expect(holds(mutant, 4000)).toBe(false);
  });
});

describe('bytes', () => {
  type Pair = { back(values: readonly bigint[]): bigint[] };
  const real: Pair = {
    back: (values) => {
      const writer = makeWriter();
      for (const value of values) writer.number(value);
      const reader = makeReader(writer.done());
      return values.map(() => reader.big());
    },
  };
  const law = (pair: Pair) =>
    fc.property(fc.array(fc.bigInt({ min: 0n, max: 2n ** 80n }), { size: 'max', maxLength: 40 }), (values) =>
      pair.back(values).every((value, at) => value === values[at]),
    );
  const holds = (pair: Pair, runs = 200) =>
    !fc.check(law(pair), { numRuns: runs, endOnFailure: true }).failed;

  test('numbers of any size come back', () => {
    expect(holds(real)).toBe(true);
  });

  test.each<[string, Pair]>([
    [
      'numbers are cut to 53 bits',
      { back: (values) => real.back(values).map((value) => BigInt(Number(value))) },
    ],
    [
      'numbers are cut to 64 bits',
      { back: (values) => real.back(values).map((value) => BigInt.asUintN(64, value)) },
    ],
    ['the last is lost', { back: (values) => real.back(values).map((value, at) => (at === 5 ? 0n : value)) }],
  ])('the mutant in which %s is caught', (_, mutant) => {
    expect(holds(mutant, 4000)).toBe(false);
  });

  test('words with halves of pairs and ids of both kinds come back in order', () => {
    expect(inOrder(['10', '9', 'b', 'a', '9', '010'])).toEqual(['9', '10', '010', 'a', 'b']);
    expect(checksum(new Uint8Array([1, 2]))).not.toBe(checksum(new Uint8Array([2, 1])));
    expect(() => makeReader(new Uint8Array([200])).number()).toThrow(RangeError);
  });
});
