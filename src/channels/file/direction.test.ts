import { expect, test } from 'vitest';
import { findDirection } from './direction.ts';

test.each(['', ' ', 'true', 'True', '1', 'yes', 'Ja', 'in', 'inbound', 'customer', 'klant', ' Klant '])(
  '"%s" was written by a customer',
  (word) => {
    expect(findDirection(word)).toEqual({ inbound: true, automatic: false });
  },
);

test.each(['false', 'False', '0', 'no', 'Nee', 'out', 'outbound', 'employee', 'Medewerker'])(
  '"%s" was written by the organisation',
  (word) => {
    expect(findDirection(word)).toEqual({ inbound: false, automatic: false });
  },
);

test('a bot of the organisation answers by itself', () => {
  expect(findDirection('bot')).toEqual({ inbound: false, automatic: true });
});

test('another word is not guessed at', () => {
  expect(findDirection('misschien')).toBeUndefined();
});
