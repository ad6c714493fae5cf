import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lock, tryLock } from './file-lock.ts';

let place: string;
let file: string;

beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'polder-lock-'));
  file = path.join(place, 'users.lock');
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

test('many may share; only one alone may exclude', () => {
  const one = tryLock(file, 'shared');
  const other = tryLock(file, 'shared');
  expect([one, other]).not.toContain(undefined);
  expect(tryLock(file, 'exclusive')).toBeUndefined();
  one?.release();
  expect(tryLock(file, 'exclusive')).toBeUndefined();
  other?.release();
  const alone = tryLock(file, 'exclusive');
  expect(alone).toBeDefined();
  expect(tryLock(file, 'shared')).toBeUndefined();
  alone?.release();
});

test('a failed attempt to exclude hinders nobody afterwards', () => {
  const user = tryLock(file, 'shared');
  expect(tryLock(file, 'exclusive')).toBeUndefined();
  const next = tryLock(file, 'shared');
  expect(next).toBeDefined();
  next?.release();
  user?.release();
});

test('waiting gets the lock when it comes free', async () => {
  const held = tryLock(file, 'exclusive');
  const waiting = lock(file, 'exclusive', 5_000);
  held?.release();
  (await waiting).release();
});

test('waiting in vain is refused with a sentence', async () => {
  const held = tryLock(file, 'exclusive');
  await expect(lock(file, 'shared', 30)).rejects.toMatchObject({ code: 'conflict.lock-held' });
  held?.release();
});

test('releasing twice is harmless', () => {
  const held = tryLock(file, 'exclusive');
  held?.release();
  held?.release();
  expect(tryLock(file, 'exclusive')).toBeDefined();
});
