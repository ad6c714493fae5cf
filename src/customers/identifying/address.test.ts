import { describe, expect, test } from 'vitest';
import { identityKey } from '../recognising.ts';
import { addressOf, mailAddress, phoneNumber } from './address.ts';
import { scoreOf, strongest } from './reason.ts';

describe('a mail address', () => {
  test.each([
    [' Fatima@Waterkracht.Example ', 'fatima@waterkracht.example'],
    ['fatima+energie@gmail.example', 'fatima+energie@gmail.example'],
    ['fatima@münchen.example', 'fatima@xn--mnchen-3ya.example'],
    ['Ève@voorbeeld.example', 'Ève@voorbeeld.example'],
  ])('%s is written as %s', (given, address) => {
    expect(mailAddress(given)).toBe(address);
  });

  test.each([
    'fatima',
    'fatima@',
    '@x.example',
    'fatima@localhost',
    'a b@x.example',
    'a@x.example,b@y.example',
    `${'a'.repeat(250)}@x.example`,
    '<script>@x.example',
    'a@x.example\nBcc: b@y.example',
  ])('%j is none', (given) => {
    expect(mailAddress(given)).toBeNull();
  });

  test('that only looks the same, or becomes the same by folding, is another one', () => {
    const fatima = mailAddress('fatima.kok@x.example');
    // The Kelvin sign becomes a k, a Cyrillic а looks like one of ours, and full width letters fold to ours.
    for (const other of ['fatima.\u212aok@x.example', 'f\u0430tima.kok@x.example', 'ｆatima.kok@x.example'])
      expect(mailAddress(other)).not.toBe(fatima);
  });
});

describe('a telephone number', () => {
  test.each([
    ['06 12 34 56 78', '+31612345678'],
    ['+31 (0)6-12345678', '+31612345678'],
    ['0031612345678', '+31612345678'],
    ['020-1234567', '+31201234567'],
    ['+32 470 12 34 56', '+32470123456'],
  ])('%s is written as %s', (given, number) => {
    expect(phoneNumber(given)).toBe(number);
  });

  test.each(['', '12345', '612345678', 'bel me', '+0612345678', `06${'1'.repeat(20)}`])(
    '%j is none',
    (given) => {
      expect(phoneNumber(given)).toBeNull();
    },
  );
});

test('an account is an address when its name is one', () => {
  expect(addressOf('mail', 'Fatima@X.example')).toEqual({ kind: 'mail', value: 'fatima@x.example' });
  expect(addressOf('x', '@fatima')).toBeNull();
  expect(addressOf('whatsapp', '0612345678')).toEqual({ kind: 'phone', value: '+31612345678' });
  expect(addressOf('x', '0612345678')).toBeNull();
});

describe('an account name', () => {
  const key = (externalId: string) => identityKey({ externalId, unnamedKey: '' });
  test('is the same in capitals, with an @ and composed otherwise', () => {
    expect(key(' @Fatima ')).toBe(key('fatima'));
    expect(key('Zoe\u0308')).toBe(key('zoë'));
    expect(key('ÉVA')).toBe(key('éva'));
  });
  test('is another one when a letter only folds into ours', () => {
    expect(key('mar\u212a')).not.toBe(key('mark'));
    expect(key('\u0130lse')).not.toBe(key('ilse'));
    expect(key('f\u0430tima')).not.toBe(key('fatima'));
  });
});

test('reasons of one family count once, and what is more says more', () => {
  expect(strongest(['same_name', 'same_name_postcode', 'same_mail'])).toEqual([
    'same_mail',
    'same_name_postcode',
  ]);
  expect(strongest(['same_mail', 'same_verified_address'])).toEqual(['same_verified_address']);
  expect([
    scoreOf([]),
    scoreOf(['same_name']),
    scoreOf(['same_name', 'same_mail']),
    scoreOf(['same_verified_address']),
  ]).toEqual([0, 20, 76, 99]);
});
