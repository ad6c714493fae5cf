import { describe, expect, test } from 'vitest';
import { hearing, type Values } from './hearing.ts';

const hear = (values: Values) => hearing('Europe/Amsterdam')(7, values);

test('a record becomes a message', () => {
  const values = {
    text: ' Geen warm water! ',
    id: '12',
    author: 'fatima',
    at: '2026-03-02T08:12',
    thread: 't1',
  };
  expect(hear(values)).toEqual({
    line: 7,
    externalId: '12',
    text: 'Geen warm water!',
    author: 'fatima',
    sentAt: '2026-03-02T07:12:00.000Z',
    inbound: true,
    replyTo: null,
    thread: 't1',
    account: null,
    department: null,
    automatic: false,
  });
});

describe('without an id', () => {
  const values = { text: 'Dag Els', author: 'fatima', at: '2026-03-02 08:12' };
  const idOf = (changed: Values) => (hear({ ...values, ...changed }) as { externalId: string }).externalId;

  test('author, time and text are the identity, however the time is written', () => {
    expect(idOf({})).toMatch(/^h:[\w-]{32}$/);
    expect(idOf({ at: '2026-03-02T07:12:00Z' })).toBe(idOf({}));
    expect(idOf({ thread: 'x', account: 'y' })).toBe(idOf({}));
  });

  test('another author, time or text is another message', () => {
    const ids = [{}, { author: '' }, { author: 'henk' }, { at: '' }, { at: '2026-03-02' }, { text: 'Dag' }];
    expect(new Set(ids.map(idOf)).size).toBe(ids.length);
  });

  test('the parts do not run into each other', () => {
    expect(idOf({ author: 'a', at: '', text: 'bc' })).not.toBe(idOf({ author: 'ab', at: '', text: 'c' }));
  });
});

describe('what is empty is unknown, not wrong', () => {
  test.each(['author', 'at', 'id', 'replyTo', 'thread', 'inbound', 'account'] as const)('%s', (target) => {
    expect(hear({ text: 'Dag', [target]: '' })).not.toHaveProperty('code');
    expect(hear({ text: 'Dag' })).toMatchObject({ author: null, sentAt: null, inbound: true, replyTo: null });
  });
});

describe('a record is rejected', () => {
  test.each<[string, Values, string]>([
    ['without text', { id: '1' }, 'text.missing'],
    ['with white space for a text', { text: ' \n\0 ' }, 'text.missing'],
    ['with a time that is none', { text: 'Dag', at: 'gisteren' }, 'time.unreadable'],
    ['with a time of long ago', { text: 'Dag', at: '1815-06-18' }, 'time.out-of-range'],
    ['with an unknown direction', { text: 'Dag', inbound: 'misschien' }, 'direction.unreadable'],
    ['with a text for an id', { text: 'Dag', id: 'x'.repeat(256) }, 'field.too-long'],
  ])('%s', (_kind, values, code) => {
    expect(hear(values)).toMatchObject({ line: 7, code });
  });

  test('with a sentence that says what, and how to mend it', () => {
    expect(hear({ text: 'Dag', at: 'gisteren' })).toMatchObject({
      reason:
        'The time "gisteren" cannot be read; write it like 2026-03-02T08:12:00+01:00 or leave it empty.',
      details: { value: 'gisteren', line: 7 },
    });
  });
});

describe('an account beside the kind of author', () => {
  const joost = {
    text: 'Dag',
    author: 'Joost',
    handle: '@waterkracht',
    inbound: 'employee',
    department: 'webcare',
  };

  test('is what a customer is known by', () => {
    const heard = hear({ ...joost, author: 'Fatima', handle: '@fatima', inbound: 'customer' });
    expect(heard).toMatchObject({ author: '@fatima', authorName: 'Fatima', account: null, department: null });
  });

  test('is the account that an employee answers from', () => {
    expect(hear(joost)).toMatchObject({ author: 'Joost', account: '@waterkracht', department: 'webcare' });
  });
});

test('a date and a time in columns of their own are one moment', () => {
  const heard = hear({ text: 'Dag', at: '2-3-2026', time: '8:12' });
  expect(heard).toMatchObject({ sentAt: '2026-03-02T07:12:00.000Z' });
});

test('what PostgreSQL cannot hold is taken out of texts and ids', () => {
  const heard = hear({ text: 'a\0b\ud800c', id: '1\x002', author: '\0' });
  expect(heard).toMatchObject({ text: 'ab\ufffdc', externalId: '12', author: null });
});
