import { expect, test } from 'vitest';
import { channels, findChannel } from './channel.ts';

test('a file is read-only and sends nothing', () => {
  const file = findChannel('file');
  expect(file).toMatchObject({ receives: 'file', replies: [], readOnly: true });
});

test('messages that a program hands in come by push, and nothing goes back', () => {
  expect(findChannel('api')).toMatchObject({ receives: 'push', replies: [] });
});

test('an unknown channel is not found', () => {
  expect(findChannel('pigeon')).toBeUndefined();
});

test('no two channels have the same key', () => {
  expect(new Set(channels.map((channel) => channel.key)).size).toBe(channels.length);
});
