import { expect, test } from 'vitest';
import { capabilities, isCapability } from './capability.ts';

test('every capability has a name and one sentence in both languages', () => {
  for (const { nl, en } of Object.values(capabilities)) {
    for (const { name, sentence } of [nl, en]) {
      expect(name).not.toBe('');
      expect(sentence).toMatch(/^\p{Lu}[^.]+\.$/u);
    }
  }
});

test('there are thirty-one, and a misspelt key is none', () => {
  expect(Object.keys(capabilities)).toHaveLength(31);
  expect(isCapability('inbox.webcare')).toBe(true);
  expect(isCapability('inbox.webcar')).toBe(false);
  expect(isCapability('toString')).toBe(false);
});
