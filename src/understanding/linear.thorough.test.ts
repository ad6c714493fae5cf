import { describe, expect, test } from 'vitest';
import { signatureOf } from './comparing/duplicates.ts';
import { topicModel } from './fixtures/lessons.ts';
import { explain } from './learned/explaining.ts';
import { decide, makePredictor } from './learned/predicting.ts';
import { understand } from './reading.ts';

const predictor = makePredictor(topicModel());

/** What a text may be made of; each once made some pattern go back and forth. */
const units = [
  'a',
  'ab ',
  '#x ',
  '😀',
  'Waar blijft mijn bestelling? ',
  '!?',
  '1 ',
  '.Aa ',
  'a@',
  'http',
  '1-',
];
const [shortest, doublings, turns] = [1000, 5, 4];

/**
 * Processor time of this thread in milliseconds, because busy neighbours must not count. Every turn has a text of its
 * own: one that was just read is remembered.
 */
function timeOf(read: (text: string) => unknown, unit: string, length: number): number {
  const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  const from = process.threadCpuUsage();
  for (let turn = 0; turn < turns; turn++) read(`${turn} ${text}`);
  return process.threadCpuUsage(from).user / 1000;
}

/** Five doublings are 32 times the work, and 1,024 times if it grew with the square: four times 32 leaves room. */
function isLinear(read: (text: string) => unknown, unit: string): boolean {
  timeOf(read, unit, shortest);
  const first = timeOf(read, unit, shortest);
  for (let times = 2; times <= 2 ** doublings; times *= 2)
    if (timeOf(read, unit, shortest * times) > 4 * times * first + 150) return false;
  return true;
}

describe('time grows as a text does, when it is doubled and doubled again', () => {
  test.each<[string, (text: string) => unknown]>([
    ['the rules', understand],
    ['a learned head', (text) => decide(predictor, text)],
    ['the reasons of a learned head', (text) => explain(predictor, text, 'bill')],
    ['the signature of near copies', signatureOf],
  ])('for %s', (_, read) => {
    expect(units.filter((unit) => !isLinear(read, unit))).toEqual([]);
  });

  test.each<[string, (signs: string[]) => unknown]>([
    ['looks ahead from every sign', (signs) => signs.map((_, at) => signs.indexOf('\u0001', at))],
    ['looks back from every sign', (signs) => signs.map((_, at) => signs.lastIndexOf('\u0001', at))],
    ['compares all with all', (signs) => signs.filter((sign) => signs.some((one) => one > `${sign}zz`))],
  ])('and a reader that %s would be seen', (_, read) => {
    expect(isLinear((text) => read([...text]), 'ab ')).toBe(false);
  });
});
