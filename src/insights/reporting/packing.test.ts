import { expect, test } from 'vitest';
import { pack, unpack } from './packing.ts';

test('a spread survives being packed, however many lie in one bucket', () => {
  const spread = { buckets: [0, 1, 746, 2047], numbers: [1, 2 ** 21, 5_000_000, 3] };
  expect(unpack(pack(spread))).toEqual(spread);
});
