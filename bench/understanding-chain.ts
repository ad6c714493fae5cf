import { signatureOf } from '../src/understanding/comparing/duplicates.ts';
import { rowsOf } from '../src/understanding/fixtures/measuring.ts';
import type { Model } from '../src/understanding/learned/model.ts';
import { decisionOf, makePredictor, scoresOf } from '../src/understanding/learned/predicting.ts';
import { understand } from '../src/understanding/reading.ts';
import { tokenise } from '../src/understanding/tokenising.ts';
import { median, type Report } from './figure.ts';
import { readText } from './labelled-sets.ts';

const rounds = 5;
const perLanguage = 1000;

/** A short text and the language it is in. */
interface Said {
  readonly text: string;
  readonly language: string;
}

/**
 * About 8,800 short texts in five languages: tweets (en, de, fr, es, and English ones to airlines), Dutch sentences about
 * restaurants, requests to an assistant (nl, de, en). Of the tweets and the sentences the first thousand each.
 * Links, mentions and number signs are taken out, for they tell nothing of a language.
 */
export function shortTexts(): Said[] {
  const rows = (name: string) => rowsOf(readText(name) ?? '');
  const tweets = rows('tweets-multilingual/tweets.csv.gz');
  const requests = rows('xsid/xsid.csv.gz');
  const of = (texts: readonly string[], language: string) =>
    texts.slice(0, perLanguage).map((text) => ({ text: bare(text), language }));
  const texts = (from: readonly Readonly<Record<string, string>>[], lang?: string) =>
    from.filter((row) => lang === undefined || row.lang === lang).map(({ text = '' }) => text);
  return [
    ...['en', 'de', 'fr', 'es'].flatMap((language) => of(texts(tweets, language), language)),
    ...of(texts(rows('airline/airline.csv.gz')), 'en'),
    ...of(texts(rows('absa-nl-restaurants/sentences.csv.gz')), 'nl'),
    ...['nl', 'de', 'en'].flatMap((language) => of(texts(requests, language), language)),
  ].filter(({ text }) => /\p{L}/u.test(text));
}

function bare(text: string): string {
  return text
    .replace(/https?:\S*|\bhttp\b|@\w+|#/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Share whose language is named; an answer of mixed or unknown is wrong. */
export function languageAccuracy(texts: readonly Said[]): number {
  return texts.filter(({ text, language }) => understand(text).language === language).length / texts.length;
}

/** All that is done with a message on one core: read by the rules, the near-copy signature, and the heads given. */
export function reportChain(texts: readonly string[], heads: readonly Model[], report: Report): void {
  const predictors = heads.map(makePredictor);
  const chain = (text: string) => {
    const read = understand(text);
    signatureOf(text);
    const tokens = tokenise(text);
    for (const predictor of predictors) decisionOf(predictor, scoresOf(predictor, { tokens, read }));
  };
  perSecond(texts, chain);
  const speeds = Array.from({ length: rounds }, () => [
    perSecond(texts, chain),
    perSecond(texts, understand),
  ]);
  const [whole, rules] = [0, 1].map((at) => Math.round(median(speeds.map((one) => one[at] ?? 0))));
  report({
    figure: 'chainPerSecond',
    value: whole ?? 0,
    unit: 'messages/s',
    budget: 15_000,
    against: `the rules alone ${rules}`,
  });
}

/** By processor time of this thread, because other work may share the core. */
function perSecond(texts: readonly string[], read: (text: string) => unknown): number {
  const from = process.threadCpuUsage();
  for (const text of texts) read(text);
  const { user, system } = process.threadCpuUsage(from);
  return texts.length / ((user + system) / 1e6);
}
