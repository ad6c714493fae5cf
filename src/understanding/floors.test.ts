import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import {
  accuracy,
  airlinePairs,
  macroF1,
  measureWebcare,
  restaurantPairs,
  reviewPairs,
} from './fixtures/measuring.ts';

const here = import.meta.dirname;
const data = process.env.BENCH_DATA ?? join(here, '../../../shared/data');
const unzipped = (file: string) => gunzipSync(readFileSync(join(data, file))).toString('utf8');
const webcare = readFileSync(join(here, 'fixtures/webcare.csv'), 'utf8');

test('our own labelled messages are read at least this well', () => {
  const all = measureWebcare(webcare);
  expect(all.language).toBeGreaterThanOrEqual(97);
  expect(all.sentiment).toBeGreaterThanOrEqual(62);
  expect(all.intent).toBeGreaterThanOrEqual(56);
  expect(all.urgency).toBeGreaterThanOrEqual(75);
  expect(all.answerable).toBeGreaterThanOrEqual(83);
  expect(all.addressed).toBeGreaterThanOrEqual(82);
  expect(all.references).toBeGreaterThanOrEqual(90);
  expect(all.personal).toBeGreaterThanOrEqual(85);
});

test('the half that nobody looked at is read at least this well', () => {
  const unseen = measureWebcare(webcare, 1);
  expect(unseen.intent).toBeGreaterThanOrEqual(46);
  expect(unseen.urgency).toBeGreaterThanOrEqual(70);
  expect(unseen.references).toBeGreaterThanOrEqual(90);
});

test.skipIf(!existsSync(join(data, 'airline')))('the public sets are read at least this well', () => {
  const airline = airlinePairs(unzipped('airline/airline.csv.gz'));
  expect(accuracy(airline)).toBeGreaterThanOrEqual(67);
  expect(macroF1(airline)).toBeGreaterThanOrEqual(60);
  expect(accuracy(restaurantPairs(unzipped('absa-nl-restaurants/sentences.csv.gz')))).toBeGreaterThanOrEqual(
    58,
  );
  expect(accuracy(reviewPairs(unzipped('reviews-nl/reviews.csv.gz')))).toBeGreaterThanOrEqual(79);
});
