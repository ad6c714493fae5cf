import { describe, expect, test } from 'vitest';
import { advice as english } from '../../../locales/en/advice.ts';
import { advice as dutch } from '../../../locales/nl/advice.ts';
import { type Capability, capabilities, everywhere } from '../capability.ts';
import { isChannelStatistic } from '../living/plan.ts';
import { library } from './library.ts';
import { areas } from './template.ts';

describe('the library of pilots', () => {
  test('has five for each C, each under its own key', () => {
    for (const area of areas) expect(library.filter((one) => one.area === area)).toHaveLength(5);
    expect(new Set(library.map(({ key }) => key)).size).toBe(20);
  });

  test('is complete in both languages, and no text is left in the other one', () => {
    for (const { nl, en, key } of library) {
      const texts = (words: typeof nl) => [
        words.about,
        words.metric,
        words.benefit,
        words.boards,
        ...words.phases,
      ];
      for (const [i, text] of texts(nl).entries()) {
        expect(text.length, key).toBeGreaterThan(1);
        if (text.includes(' ')) expect(text, key).not.toBe(texts(en)[i]);
      }
      expect(nl.means.length).toBe(en.means.length);
    }
  });

  test('switches every capability that a pilot can switch', () => {
    const switched = new Set(library.flatMap((one) => one.capabilities));
    const own = (Object.keys(capabilities) as Capability[]).filter((key) => !everywhere.has(key));
    expect(own.filter((key) => !switched.has(key))).toEqual([]);
  });

  test('never asks for likes or reach, and for its benefit within ninety days', () => {
    for (const { metric, nl, en } of library) {
      expect(metric.days).toBeLessThanOrEqual(90);
      for (const name of [nl.metric, en.metric])
        expect(isChannelStatistic({ ...metric, name }), name).toBe(false);
    }
  });

  test('the advice of the journey calls none that is not there', () => {
    for (const names of [dutch.names, english.names]) {
      const codes = Object.keys(names).filter((code) => /^C[XVTO]\d$/.test(code));
      expect(codes.filter((code) => !library.some(({ key }) => key === code))).toEqual([]);
    }
  });
});
