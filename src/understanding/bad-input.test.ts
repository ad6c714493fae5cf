import { describe, expect, test } from 'vitest';
import { openBursts } from './comparing/bursts.ts';
import { areAlike, signatureOf } from './comparing/duplicates.ts';
import { keynessOf } from './comparing/keyness.ts';
import { learn, topicModel } from './fixtures/lessons.ts';
import { explain } from './learned/explaining.ts';
import { decide, makePredictor } from './learned/predicting.ts';
import { understand } from './reading.ts';

const megabyte = 1_000_000;
const hour = 3_600_000;

/** All that a network or a file may deliver, and nobody means to say. */
const strange: Record<string, string> = {
  empty: '',
  'a megabyte of one word': 'a'.repeat(megabyte),
  'a megabyte of sentences': 'Waar blijft mijn bestelling? '.repeat(megabyte / 29),
  'invalid UTF-16': 'factuur \ud800 klopt \udfff\udc00 niet \ud83d',
  'right to left': 'שלום, החשבון שלי שגוי \u202eגבוה מדי\u202c مرحبا',
  zalgo: `${'z\u0351\u0310\u0358a\u034f\u0321l\u0324\u0319g\u031e\u0349o\u035a'.repeat(400)} factuur`,
  'only emoji': '😡👩‍👩‍👧🇳🇱❤️'.repeat(2000),
  '10,000 hashtags': Array.from({ length: 10_000 }, (_, at) => `#storing${at}`).join(' '),
  'control characters': `\u0000\u0007\u001b[31m${'\u0008'.repeat(5000)}\u0085\u2028\ufeff factuur`,
};

const predictor = makePredictor(topicModel());

/** Everything here that takes a text, and what of its answer must hold for any. */
const readers: Record<string, (text: string) => boolean> = {
  'the rules': (text) => {
    const { sentiment, keywords, because } = understand(text);
    const isWhole = because.every(({ words }) => words.every((word) => text.includes(word)));
    return Math.abs(sentiment.score) <= 1 && keywords.length <= 8 && isWhole;
  },
  'a learned head': (text) => {
    const { label, confidence } = decide(predictor, text);
    return predictor.model.classes.includes(label) && confidence > 0 && confidence <= 1;
  },
  'the reasons of a learned head': (text) =>
    explain(predictor, text, 'bill').words.every(({ word, from, to }) => text.slice(from, to) === word),
  'the signature of near copies': (text) =>
    !areAlike(signatureOf(text), signatureOf('De monteur is gisteren al langs geweest, dank u wel')),
  bursts: (text) => {
    const bursts = openBursts({ from: 0 });
    for (let at = 0; at < 30; at++) {
      bursts.close(at * hour);
      const said = {
        at: at * hour,
        authorHash: at,
        id: String(at),
        language: 'nl',
        scope: 'all',
        said: text,
      };
      if (bursts.hear(said) !== 'counted') return false;
    }
    return bursts.close(31 * hour).length === 0 && bursts.bytes() < 16 * 2 ** 20;
  },
  keyness: (text) => {
    const set = Array.from({ length: 12 }, (_, at) => ({ id: String(at), text }));
    return keynessOf(set, set).more.length === 0;
  },
};

describe.each(Object.entries(strange))('a text that is %s', (_, text) => {
  test.each(Object.entries(readers))('is no trouble for %s', (__, holds) => {
    expect(holds(text)).toBe(true);
  });
});

test('labelled texts that are strange in all these ways make a model, and it answers them', () => {
  const examples = Object.values(strange).flatMap((text, at) =>
    ['bill', 'meter', 'bill'].map((label, turn) => ({
      id: `${at}-${turn}`,
      personId: null,
      text: `${text} ${turn}`,
      labels: [label],
    })),
  );
  const { model } = learn({ head: 'topic', examples });
  const taught = makePredictor(model);
  for (const text of Object.values(strange)) expect(['bill', 'meter']).toContain(decide(taught, text).label);
});
