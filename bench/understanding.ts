import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packModel } from '../src/listening/learning/packing.ts';
import {
  accuracy,
  airlinePairs,
  macroF1,
  measureWebcare,
  oneMood,
  restaurantPairs,
  reviewPairs,
} from '../src/understanding/fixtures/measuring.ts';
import { makeFeatures } from '../src/understanding/learned/features.ts';
import { bitsFor, countMessages, noFrequencies } from '../src/understanding/learned/frequencies.ts';
import { type Judgement, judgeDecisions } from '../src/understanding/learned/judging.ts';
import type { Lesson } from '../src/understanding/learned/lesson.ts';
import { mean, separation } from '../src/understanding/learned/measuring.ts';
import { isUnlearnable, type Model } from '../src/understanding/learned/model.ts';
import { decide, makePredictor, scoresOf } from '../src/understanding/learned/predicting.ts';
import { randomFrom, shuffled } from '../src/understanding/learned/random.ts';
import { trainHead } from '../src/understanding/learned/training.ts';
import { understand } from '../src/understanding/reading.ts';
import { tokenise } from '../src/understanding/tokenising.ts';
import { correctingCurve, examplesOf, timeCorrection } from './correcting-curve.ts';
import { median, type Report, round } from './figure.ts';
import {
  airline,
  banking77,
  clinc150,
  fifths,
  type Labelled,
  type LabelledSet,
  readText,
  restaurantsNl,
  reviewsNl,
  stances,
  tweeteval,
  xsidNl,
} from './labelled-sets.ts';
import { languageAccuracy, reportChain, shortTexts } from './understanding-chain.ts';
import { fastText, hasPeer, scikitLearn } from './understanding-peers.ts';

/**
 * How right the trainable heads are, on public labelled sets and their fixed splits (`labelled-sets.ts`). Seed 1
 * everywhere, 1 to 5 for the draws of ten, 1 to 3 for the corrections. Frequencies come from the training texts,
 * labels unseen. All shares are fractions 0–1. Name parts to run only those: `-- understanding airline cold`.
 */
export async function bench(report: Report, wanted: readonly string[]): Promise<void> {
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length === 0 || wanted.includes(name)) part(share(report), report);
  }
}

type Share = (figure: string, value: number, budget: number) => void;

function share(report: Report): Share {
  return (figure, value, budget) => report({ figure, value: round(value, 4), unit: 'fraction', budget });
}

const parts: Readonly<Record<string, (share: Share, report: Report) => void>> = {
  airline: (say, report) =>
    withSet(airline(), (set) => {
      const { model, judged } = learn(set, {});
      say('airlineAccuracy', judged.accuracy, 0.815);
      say('airlineMacroF1', judged.macroF1, 0.765);
      say('airlineMacroRecall', judged.macroRecall, 0.755);
      reportTrust('', judged, report);
      reportSize('modelBytes', { model, budget: 500_000 }, report);
      reportScikitLearn('airline', { set, judged }, report);
    }),
  banking77: (say, report) =>
    withSet(banking77(), (set) => {
      const { model, judged } = learn(set, {});
      say('banking77Accuracy', judged.accuracy, 0.905);
      reportTrust('banking77 ', judged, report);
      reportSize('modelBytes77', { model, budget: 1_000_000 }, report);
      reportScikitLearn('banking77', { set, judged }, report);
      const draws = [1, 2, 3, 4, 5].map((seed) => tenShot(set, seed));
      say('banking77TenShot', median(draws), 0.74);
    }),
  clinc: (say) =>
    withSet(clinc150(), (set) => {
      const { model, judged } = learn(set, { calibrate: false });
      say('clincInScope', judged.accuracy, 0.92);
      const predictor = makePredictor(model);
      const best = ({ text }: Labelled) => Math.max(...scoresOf(predictor, { tokens: tokenise(text) }));
      say('clincAuroc', separation(set.test.map(best), (set.outside ?? []).map(best)), 0.96);
    }),
  dutch: (say, report) => {
    const judge = (figure: string, set: LabelledSet, budget: number) => {
      const { accuracy } = learn(set, {}).judged;
      const inFifths = overFifths(set, (fifth) => learn(fifth, {}).judged.accuracy);
      say(figure, accuracy, budget);
      report({ figure: `${figure} fifths`, value: round(inFifths, 4), unit: 'fraction' });
      if (!hasScikitLearn()) return;
      const peer = scikitLearn(set).accuracy;
      reportBeside({ figure: `${figure} besides`, value: accuracy, peer }, report);
      const peerInFifths = overFifths(set, (fifth) => scikitLearn(fifth).accuracy);
      reportBeside({ figure: `${figure} fifths besides`, value: inFifths, peer: peerInFifths }, report);
    };
    withSet(reviewsNl(), (set) => judge('reviewsNlAccuracy', set, 0.93));
    withSet(restaurantsNl(), (set) => judge('restaurantsNlAccuracy', set, 0.7));
    withSet(xsidNl(), (set) => judge('xsidNlAccuracy', set, 0.975));
  },
  tweeteval: (say, report) => {
    withSet(tweeteval('emotion'), (set) =>
      say('tweetevalEmotion', learn(set, { aim: 'macroF1' }).judged.macroF1, 0.7),
    );
    withSet(tweeteval('offensive'), (set) =>
      say('tweetevalOffensive', learn(set, { aim: 'macroF1', rules: 'mood' }).judged.macroF1, 0.74),
    );
    withSet(tweeteval('sentiment'), (set) =>
      say('tweetevalSentiment', learn(set, { aim: 'macroRecall' }).judged.macroRecall, 0.64),
    );
    reportOutOfReach(report);
  },
  cold: (say) => reportColdStart(say),
  corrections: (say, report) =>
    withSet(airline(), (set) => {
      const curves = [1, 2, 3].map((seed) => correctingCurve(set, [50, 100, 1000], seed));
      const at = (stop: number, of: 'accuracy' | 'macroF1') =>
        median(curves.map((one) => one[stop]?.[of] ?? 0));
      const byRules = accuracy(set.test.map(({ label, text }) => [label, oneMood(understand(text))])) / 100;
      report({
        figure: 'corrections50Accuracy',
        value: round(at(0, 'accuracy'), 4),
        unit: 'fraction',
        against: `the rules ${round(byRules, 4)}`,
      });
      say('corrections100', at(1, 'macroF1'), 0.64);
      say('corrections1000', at(2, 'macroF1'), 0.72);
      const seconds = timeCorrection([...set.train, ...set.test].slice(0, 12_000));
      report({ figure: 'correctionSeconds', value: round(seconds, 2), unit: 's', budget: 5 });
    }),
  speed: (_, report) => {
    withSet(airline(), (set) => reportSpeed('fasttextRatio', set, report));
    withSet(banking77(), (set) => reportSpeed('fasttextRatio77', set, report));
  },
  chain: (_, report) => {
    const [mood, intent] = [airline(), banking77()];
    if (mood === undefined || intent === undefined) return;
    const heads = [learn(mood, { calibrate: false }).model, learn(intent, { calibrate: false }).model];
    reportChain(
      mood.train.map(({ text }) => text),
      heads,
      report,
    );
  },
  language: (say) => {
    const texts = shortTexts();
    if (texts.length > 0) say('languageAccuracy', languageAccuracy(texts), 0.97);
  },
};

function withSet(set: LabelledSet | undefined, use: (set: LabelledSet) => void): void {
  if (set) use(set);
}

type Ways = Pick<Lesson, 'aim' | 'rules' | 'calibrate' | 'seed'> & {
  bits?: number;
  stream?: readonly Labelled[];
};

function learn(set: LabelledSet, { stream, ...ways }: Ways): { model: Model; judged: Judgement } {
  const texts = (stream ?? set.train).map(({ text }) => text);
  const bits = bitsFor(texts.length, new Set(set.train.map(({ label }) => label)).size);
  const frequencies = countMessages(noFrequencies(bits), texts, makeFeatures(bits));
  const learned = trainHead({ head: 'bench', examples: examplesOf(set.train), frequencies, ...ways });
  if (isUnlearnable(learned)) throw new Error(learned.sentence);
  const predictor = makePredictor(learned.model);
  const decisions = set.test.map(({ text }) => decide(predictor, text));
  return { model: learned.model, judged: judgeDecisions(learned.model, examplesOf(set.test), decisions) };
}

/** Nothing is asked here: published models read irony and stance far better than a linear one can. */
function reportOutOfReach(report: Report): void {
  const of = ({ perClass }: Judgement, ...labels: string[]) =>
    mean(perClass.filter(({ label }) => labels.includes(label)).map(({ f1 }) => f1));
  withSet(tweeteval('irony'), (set) => {
    const value = round(of(learn(set, { aim: 'macroF1' }).judged, 'irony'), 4);
    report({ figure: 'tweetevalIrony', value, unit: 'fraction' });
  });
  const sides = stances().map((set) => of(learn(set, { aim: 'macroF1' }).judged, 'favor', 'against'));
  if (sides.length > 0) report({ figure: 'tweetevalStance', value: round(mean(sides), 4), unit: 'fraction' });
}

/** Accuracy over the whole set, every message judged by what had not seen it. */
function overFifths(set: LabelledSet, accuracyOf: (fifth: LabelledSet) => number): number {
  const parts = fifths(set).map((fifth) => ({ count: fifth.test.length, accuracy: accuracyOf(fifth) }));
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  return parts.reduce((sum, { count, accuracy }) => sum + count * accuracy, 0) / all;
}

/** Ten messages of each class, drawn by the order of a hash with the seed. */
function tenShot(set: LabelledSet, seed: number): number {
  const classes = Map.groupBy(drawn(set.train, seed), ({ label }) => label);
  const train = [...classes.values()].flatMap((rows) => rows.slice(0, 10));
  return learn({ ...set, train }, { stream: set.train, calibrate: false, seed }).judged.accuracy;
}

function drawn(rows: readonly Labelled[], seed: number): Labelled[] {
  const order = shuffled(rows.length, randomFrom(seed));
  return [...order].flatMap((at) => rows[at] ?? []);
}

function reportTrust(prefix: string, { ece, automatic }: Judgement, report: Report): void {
  report({ figure: `${prefix}ece`, value: round(ece, 4), unit: 'fraction', budget: 0.025 });
  report({
    figure: `${prefix}automaticPrecision`,
    value: round(automatic.precision, 4),
    unit: 'fraction',
    budget: 0.89,
  });
  report({ figure: `${prefix}automaticShare`, value: round(automatic.share, 4), unit: 'fraction' });
}

/** With the manifest, which names every message and person in the model; and what that takes. */
function reportSize(
  figure: string,
  { model, budget }: { model: Model; budget: number },
  report: Report,
): void {
  const bytes = packModel(model).length;
  const bare = packModel({ ...model, manifest: { messages: [], persons: [] } }).length;
  report({ figure, value: bytes, unit: 'bytes', budget });
  report({ figure: `${figure}Manifest`, value: bytes - bare, unit: 'bytes' });
}

function hasScikitLearn(): boolean {
  return hasPeer(['/usr/bin/python3', '-c', 'import sklearn'], 'python3-sklearn');
}

function reportScikitLearn(
  name: string,
  { set, judged }: { set: LabelledSet; judged: Judgement },
  report: Report,
): void {
  if (!hasScikitLearn()) return;
  const peer = scikitLearn(set);
  reportBeside({ figure: `${name} accuracy`, value: judged.accuracy, peer: peer.accuracy }, report);
  reportBeside({ figure: `${name} macroF1`, value: judged.macroF1, peer: peer.macroF1 }, report);
}

function reportBeside(
  { figure, value, peer }: { figure: string; value: number; peer: number },
  report: Report,
): void {
  const against = `scikit-learn ${round(peer, 4)}`;
  report({ figure, value: round(value, 4), unit: 'fraction', against, ratio: round(value / peer, 3) });
}

const times = 10;
const rounds = 7;

/** Raw text to decision with confidence, against fastText on text already cut, turn about. Processor time of both. */
function reportSpeed(figure: string, set: LabelledSet, report: Report): void {
  if (!hasPeer(['fasttext'], 'fasttext')) return;
  const peer = fastText(set);
  const { model } = learn(set, { rules: 'none', calibrate: false });
  const predictor = makePredictor(model);
  const count = set.test.length * times;
  const pairs = Array.from({ length: rounds }, () => {
    const theirs = count / peer.secondsFor(times);
    const from = process.cpuUsage();
    for (let time = 0; time < times; time++) for (const { text } of set.test) decide(predictor, text);
    const { user, system } = process.cpuUsage(from);
    return { theirs, ours: count / ((user + system) / 1e6) };
  });
  peer.remove();
  const ratio = round(median(pairs.map(({ ours, theirs }) => ours / theirs)), 3);
  report({ figure, value: ratio, unit: 'times', budget: 1.2, against: 'fastText word model' });
  const [ours, theirs] = [median(pairs.map((one) => one.ours)), median(pairs.map((one) => one.theirs))];
  report({
    figure: `${figure} perSecond`,
    value: Math.round(ours),
    unit: 'messages/s',
    against: `fastText ${Math.round(theirs)}`,
    ratio,
  });
}

/** Rules and lexicons only: nothing was learned from any of these. */
function reportColdStart(say: Share): void {
  const airlineCsv = readText('airline/airline.csv.gz');
  const restaurants = readText('absa-nl-restaurants/sentences.csv.gz');
  const reviews = readText('reviews-nl/reviews.csv.gz');
  if (airlineCsv) say('coldAirlineMacroF1', macroF1(airlinePairs(airlineCsv)) / 100, 0.64);
  if (restaurants) say('coldRestaurantsNl', accuracy(restaurantPairs(restaurants)) / 100, 0.6);
  if (reviews) say('coldReviewsNl', accuracy(reviewPairs(reviews)) / 100, 0.8);
  const webcare = readFileSync(
    path.join(import.meta.dirname, '../src/understanding/fixtures/webcare.csv'),
    'utf8',
  );
  const read = measureWebcare(webcare);
  say('coldWebcareSentiment', read.sentiment / 100, 0);
  say('coldWebcareIntent', read.intent / 100, 0);
  say('coldWebcareUrgency', read.urgency / 100, 0);
  say('coldWebcareAnswerable', read.answerable / 100, 0);
}
