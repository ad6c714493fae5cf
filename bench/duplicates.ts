import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  areAlike,
  bandKeys,
  groupDuplicates,
  signatureOf,
} from '../src/understanding/comparing/duplicates.ts';
import { rowsOf } from '../src/understanding/fixtures/measuring.ts';
import { tokenise } from '../src/understanding/tokenising.ts';
import { findData } from './data.ts';
import { median, type Report, round } from './figure.ts';
import { variationsOf } from './variations.ts';

const fewWords = 5;
const longest = 160;

/** Near-duplicates: how many variations of a message are recognised, and what a signature costs. */
export async function bench(report: Report): Promise<void> {
  const webcare = readFileSync(
    join(import.meta.dirname, '../src/understanding/fixtures/webcare.csv'),
    'utf8',
  );
  reportRecall('webcare', textsIn(webcare), report);
  const file = findData('airline/airline.csv.gz');
  if (file === undefined) return;
  const airline = textsIn(gunzipSync(readFileSync(file)).toString('utf8'));
  reportRecall('airline', airline, report);
  reportSpeed(airline, report);
}

function textsIn(csv: string): string[] {
  return rowsOf(csv).map(({ text = '' }) => text);
}

function reportRecall(set: string, texts: readonly string[], report: Report): void {
  for (const { name, least, vary } of variationsOf(texts, 2026)) {
    // A long text cut at 110 characters is another text.
    const fit = texts.filter(
      (text) => tokenise(text).words >= fewWords && (!name.startsWith('cut') || text.length <= longest),
    );
    const known = fit.filter((text) => isRecognised(text, vary(text))).length;
    report({
      figure: `${set}, ${name}`,
      value: round((100 * known) / fit.length),
      unit: `% of ${fit.length}`,
      budget: least,
    });
  }
}

function isRecognised(text: string, varied: string): boolean {
  const [one, other] = [signatureOf(text), signatureOf(varied)];
  const keys = new Set(bandKeys(one));
  return bandKeys(other).some((key) => keys.has(key)) && areAlike(one, other);
}

function reportSpeed(texts: readonly string[], report: Report): void {
  const micros = (work: (text: string) => unknown) => {
    const from = process.cpuUsage();
    for (const text of texts) work(text);
    const { user, system } = process.cpuUsage(from);
    return (user + system) / texts.length;
  };
  const rounds = Array.from({ length: 5 }, () => [micros(signatureOf), micros(tokenise)] as const);
  const [all, tokens] = [median(rounds.map(([one]) => one)), median(rounds.map(([, one]) => one))];
  report({
    figure: 'signature',
    value: round(all, 2),
    unit: 'µs',
    budget: 8,
    against: 'cutting into tokens, which is part of it',
    ratio: round(all / tokens, 2),
  });
  const signatures = texts.map(signatureOf);
  const from = process.cpuUsage();
  const groups = new Set(groupDuplicates(signatures));
  const { user, system } = process.cpuUsage(from);
  report({ figure: 'groupOne', value: round((user + system) / texts.length, 2), unit: 'µs' });
  report({ figure: 'groups', value: groups.size, unit: `of ${texts.length} messages` });
}
