import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outputRefusal, writeWhole } from './file.ts';

let place: string;
let file: string;
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'polder-file-'));
  file = path.join(place, 'nightly.polder');
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const text = (words: string) => async (out: Writable) => {
  await pipeline([words], out);
  return words.length;
};

test('a file is there whole, for its owner only, and nothing else is left', async () => {
  expect(await writeWhole(file, { force: false }, text('water'))).toBe(5);
  expect(readFileSync(file, 'utf8')).toBe('water');
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readdirSync(place)).toEqual(['nightly.polder']);
});

test('what is there already is kept, unless it is said otherwise', async () => {
  writeFileSync(file, 'yesterday');
  await expect(writeWhole(file, { force: false }, text('today'))).rejects.toMatchObject({
    code: 'conflict.file-exists',
  });
  expect(readFileSync(file, 'utf8')).toBe('yesterday');
  await writeWhole(file, { force: true }, text('today'));
  expect(readFileSync(file, 'utf8')).toBe('today');
});

test('writing that fails leaves nothing, and the earlier file as it was', async () => {
  writeFileSync(file, 'yesterday');
  const failing = async (out: Writable) => {
    out.write('half');
    throw new Error('the database went away');
  };
  await expect(writeWhole(file, { force: true }, failing)).rejects.toThrow('went away');
  expect(readdirSync(place)).toEqual(['nightly.polder']);
  expect(readFileSync(file, 'utf8')).toBe('yesterday');
});

test('what a killed backup left behind is in nobody’s way', async () => {
  writeFileSync(`${file}.part`, 'half of it, longer than what comes now');
  await writeWhole(file, { force: false }, text('water'));
  expect(readFileSync(file, 'utf8')).toBe('water');
});

test('of two that write one name, neither puts half a file there', async () => {
  const slow = writeWhole(file, { force: false }, async (out) => {
    await pipeline(['first'], out);
    await writeWhole(file, { force: false }, text('second'));
  });
  await expect(slow).rejects.toMatchObject({ code: expect.stringMatching(/^conflict\.file-/) });
  expect(readFileSync(file, 'utf8')).toBe('second');
});

test('a place that cannot be written is named in a sentence', async () => {
  const nowhere = path.join(place, 'no', 'such', 'folder');
  await expect(writeWhole(nowhere, { force: false }, text('water'))).rejects.toMatchObject({
    code: 'invalid.file-place',
    details: { reason: 'ENOENT' },
  });
  expect(existsSync(path.join(place, 'no'))).toBe(false);
  const full = Object.assign(new Error('write'), { code: 'ENOSPC', syscall: 'write' });
  expect(outputRefusal(full, 'x')).toMatchObject({ details: { sentence: 'x cannot be written (ENOSPC).' } });
});
