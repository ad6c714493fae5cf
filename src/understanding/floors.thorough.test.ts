import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import {
  accuracy,
  airlinePairs,
  macroF1,
  measureOwn,
  measureWebcare,
  restaurantPairs,
  reviewPairs,
} from './fixtures/measuring.ts';

const here = import.meta.dirname;
const data = process.env.BENCH_DATA ?? join(here, '../../../shared/data');
const unzipped = (file: string) => gunzipSync(readFileSync(join(data, file))).toString('utf8');
const webcare = readFileSync(join(here, 'fixtures/webcare.csv'), 'utf8');
const own = readFileSync(join(here, 'fixtures/own-cases.csv'), 'utf8');

test('our own labelled messages are read at least this well', () => {
  const all = measureWebcare(webcare);
  expect(all.language).toBeGreaterThanOrEqual(99);
  expect(all.sentiment).toBeGreaterThanOrEqual(69);
  expect(all.intent).toBeGreaterThanOrEqual(62);
  expect(all.urgency).toBeGreaterThanOrEqual(81);
  expect(all.answerable).toBeGreaterThanOrEqual(88);
  expect(all.answerableRecall).toBeGreaterThanOrEqual(96);
  expect(all.addressed).toBeGreaterThanOrEqual(84);
  expect(all.references).toBeGreaterThanOrEqual(95);
  expect(all.personal).toBeGreaterThanOrEqual(93);
});

test('the half that nobody looked at is read at least this well', () => {
  const unseen = measureWebcare(webcare, 1);
  expect(unseen.sentiment).toBeGreaterThanOrEqual(64);
  expect(unseen.intent).toBeGreaterThanOrEqual(51);
  expect(unseen.urgency).toBeGreaterThanOrEqual(74);
  expect(unseen.answerable).toBeGreaterThanOrEqual(85);
  expect(unseen.answerableRecall).toBeGreaterThanOrEqual(95);
  expect(unseen.references).toBeGreaterThanOrEqual(92);
});

test('plainly worded cases that nobody looked at are read at least this well', () => {
  const unseen = measureOwn(own, 1);
  expect(unseen.language).toBeGreaterThanOrEqual(99);
  expect(unseen.sentiment).toBeGreaterThanOrEqual(87);
  expect(unseen.intent).toBeGreaterThanOrEqual(89);
  expect(unseen.urgency).toBeGreaterThanOrEqual(96);
  expect(unseen.answerable).toBeGreaterThanOrEqual(97);
  expect(unseen.answerableRecall).toBeGreaterThanOrEqual(98);
});

test.skipIf(!existsSync(join(data, 'airline')))('the public sets are read at least this well', () => {
  const airline = airlinePairs(unzipped('airline/airline.csv.gz'));
  expect(accuracy(airline)).toBeGreaterThanOrEqual(70.5);
  expect(macroF1(airline)).toBeGreaterThanOrEqual(67);
  expect(accuracy(restaurantPairs(unzipped('absa-nl-restaurants/sentences.csv.gz')))).toBeGreaterThanOrEqual(
    62,
  );
  expect(accuracy(reviewPairs(unzipped('reviews-nl/reviews.csv.gz')))).toBeGreaterThanOrEqual(82);
});
