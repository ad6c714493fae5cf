import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  accuracy,
  airlinePairs,
  macroF1,
  measureWebcare,
  restaurantPairs,
  reviewPairs,
  rowsOf,
} from '../src/understanding/fixtures/measuring.ts';
import { understand } from '../src/understanding/reading.ts';
import { tokenise } from '../src/understanding/tokenising.ts';

interface Figure {
  figure: string;
  value: number;
  unit: string;
  budget?: number;
  against?: string;
  ratio?: number;
}

const here = import.meta.dirname;
const rounds = 5;

/** Understanding on one core: the whole chain against cutting into tokens only, and how often it is right. */
export async function bench(report: (figure: Figure) => void): Promise<void> {
  const data = process.env.BENCH_DATA ?? join(here, '../../shared/data');
  const unzipped = (file: string) => gunzipSync(readFileSync(join(data, file))).toString('utf8');
  const airline = unzipped('airline/airline.csv.gz');
  reportSpeed(
    rowsOf(airline).map(({ text = '' }) => text),
    report,
  );
  const percent = (figure: string, value: number, budget?: number) =>
    report({ figure, value: round(value), unit: '%', ...(budget === undefined ? {} : { budget }) });
  percent('airlineAccuracy', accuracy(airlinePairs(airline)), 67);
  percent('airlineMacroF1', macroF1(airlinePairs(airline)), 60);
  percent(
    'restaurantAccuracy',
    accuracy(restaurantPairs(unzipped('absa-nl-restaurants/sentences.csv.gz'))),
    58,
  );
  percent('reviewAccuracy', accuracy(reviewPairs(unzipped('reviews-nl/reviews.csv.gz'))), 79);
  const webcare = readFileSync(join(here, '../src/understanding/fixtures/webcare.csv'), 'utf8');
  for (const [head, value] of Object.entries(measureWebcare(webcare))) percent(`webcare ${head}`, value);
  for (const [head, value] of Object.entries(measureWebcare(webcare, 1)))
    percent(`webcareUnseen ${head}`, value);
}

/** Rounds alternate, so that whatever else the machine does hits both alike. */
function reportSpeed(texts: readonly string[], report: (figure: Figure) => void): void {
  perSecond(texts, understand);
  const chain: number[] = [];
  const tokens: number[] = [];
  for (let turn = 0; turn < rounds; turn++) {
    chain.push(perSecond(texts, understand));
    tokens.push(perSecond(texts, tokenise));
  }
  const ratio = round(median(chain) / median(tokens), 3);
  report({
    figure: 'chainPerSecond',
    value: Math.round(median(chain)),
    unit: 'messages/s',
    budget: 15_000,
    against: 'tokeniseOnly',
    ratio,
  });
  report({ figure: 'tokenisePerSecond', value: Math.round(median(tokens)), unit: 'messages/s' });
}

/** By processor time of this process, because other work may share the core. */
function perSecond(texts: readonly string[], read: (text: string) => unknown): number {
  const from = process.cpuUsage();
  for (const text of texts) read(text);
  const { user, system } = process.cpuUsage(from);
  return texts.length / ((user + system) / 1e6);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
