import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { nl } from '../../locales/nl/catalogue.ts';
import { type Activity, activities, activityRule } from './activity.ts';
import { categories, isCategory } from './category.ts';
import { isPurpose, purposeKeys, ruleOf } from './purpose.ts';
import { seesSpecial } from './special.ts';

const activityKeys = Object.keys(activities) as Activity[];

/** Every source of the house but tests, with its text. */
function sources(): { file: string; text: string }[] {
  const root = path.resolve(import.meta.dirname, '..');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.startsWith('platform/generated'),
    )
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
}

describe('every activity', () => {
  test.each(activityKeys)(
    '%s has a purpose, a basis, categories of that purpose, and words in both languages',
    (key) => {
      const rule = activityRule(key);
      expect(isPurpose(rule.purpose)).toBe(true);
      expect(rule.categories.length).toBeGreaterThan(0);
      const strange = rule.categories.filter(
        (one) => !isCategory(one) || !ruleOf(rule.purpose).categories.includes(one),
      );
      expect(strange).toEqual([]);
      for (const words of [rule.nl, rule.en]) expect(words).toMatch(/^\p{Lu}.{15,}\.$/u);
    },
  );

  test.each(activityKeys.filter((key) => !seesSpecial(activityRule(key).purpose)))(
    '%s sees nothing of a special category',
    (key) => expect(activityRule(key).categories.filter((one) => 'special' in categories[one])).toEqual([]),
  );

  test('that the code names is registered, also where it is text', () => {
    const named = sources().flatMap(({ file, text }) =>
      [...text.matchAll(/activity:\s*'([\w.-]+)'/g)].map((match) => ({ file, activity: match[1] ?? '' })),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(({ activity }) => !(activity in activities))).toEqual([]);
  });

  test('that sends something outside names nobody in the registry that the offer does not know how to name', () => {
    for (const key of activityKeys) expect(activityRule(key).recipient ?? 'x').not.toBe('');
  });
});

describe('every purpose', () => {
  test.each(purposeKeys)(
    '%s has a sentence, a short name, a DPV term, and starts as its basis allows',
    (key) => {
      const rule = ruleOf(key);
      expect([rule.nl, rule.en].every((words) => words.length > 5 && !/[.!]$/.test(words))).toBe(true);
      expect(nl.customers.contract.purposes[key]).toBeTruthy();
      expect(rule.dpv).toMatch(/^dpv:[A-Z]\w+$/);
      if (rule.basis === 'consent') expect(rule.start).not.toBe('allowed');
      if (rule.basis === 'consent') expect(rule.minimumAge).toBe(16);
      if (rule.items) expect(rule.start).toBe('ask');
      if (rule.marketing) expect(rule.objectable).toBe(true);
    },
  );
});

test('no transaction over personal data is opened without a purpose that is registered', () => {
  const opened = sources().flatMap(({ file, text }) =>
    [...text.matchAll(/transact\(\s*[\w.]+,\s*'([^']*)'/g)].map((match) => ({
      file,
      purpose: match[1] ?? '',
    })),
  );
  expect(opened.length).toBeGreaterThan(20);
  expect(opened.filter(({ purpose }) => !isPurpose(purpose))).toEqual([]);
});

test('what reacts to an event reads under a purpose that is registered', () => {
  const { text } = sources().find(({ file }) => file === 'reactions.ts') ?? { text: '' };
  const purposes = [...text.matchAll(/purpose: '([^']*)'/g)].map((match) => match[1] ?? '');
  expect(purposes.length).toBeGreaterThan(2);
  expect(purposes.filter((purpose) => !isPurpose(purpose))).toEqual([]);
});
