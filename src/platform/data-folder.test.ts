import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findHolder, hold, openDataFolder } from './data-folder.ts';
import { isRefusal } from './refusal.ts';

let place: string;
const mode = (file: string) => statSync(file).mode & 0o777;

beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'polder-folder-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

describe('opening a data folder', () => {
  test('a new folder is closed to others, and so are its secrets', () => {
    const folder = openDataFolder(path.join(place, 'new', 'data'));
    expect(mode(folder.path)).toBe(0o700);
    expect(mode(path.join(folder.path, 'secrets.json'))).toBe(0o600);
    expect(new Set(Object.values(folder.secrets)).size).toBe(4);
  });

  test('opening again gives the same secrets and leaves no drafts', () => {
    const first = openDataFolder(place);
    expect(openDataFolder(place).secrets).toEqual(first.secrets);
    expect(readdirSync(place)).toEqual(['secrets.json']);
  });

  test('a folder that became readable by others is closed again', () => {
    openDataFolder(place);
    chmodSync(place, 0o755);
    chmodSync(path.join(place, 'secrets.json'), 0o644);
    openDataFolder(place);
    expect(mode(place)).toBe(0o700);
    expect(mode(path.join(place, 'secrets.json'))).toBe(0o600);
  });

  test('a folder that others use too keeps its rights', () => {
    const shared = path.join(place, 'shared');
    mkdirSync(shared);
    chmodSync(shared, 0o755);
    writeFileSync(path.join(shared, 'letter.txt'), 'of somebody else');
    openDataFolder(shared);
    expect(mode(shared)).toBe(0o755);
  });

  test('a file in the place of the folder is refused with a sentence', () => {
    writeFileSync(path.join(place, 'data'), '');
    const refusal = refusalOf(() => openDataFolder(path.join(place, 'data')));
    expect(refusal.code).toBe('invalid.data-folder');
    expect(refusal.details.sentence).toContain('cannot be used');
  });
});

describe('holding a data folder', () => {
  test('a second start is refused, naming process and address', () => {
    const folder = openDataFolder(place);
    const first = hold(folder, 'start');
    first.announce('http://127.0.0.1:4400');
    const refusal = refusalOf(() => hold(folder, 'start'));
    expect(refusal.code).toBe('conflict.data-folder-held');
    expect(refusal.details.sentence).toContain(`process ${process.pid}, http://127.0.0.1:4400`);
    first.release();
    hold(folder, 'start').release();
  });

  test('nobody holds a folder after it was released', () => {
    const folder = openDataFolder(place);
    const held = hold(folder, 'start');
    expect(findHolder(folder, 'start')?.pid).toBe(process.pid);
    held.release();
    expect(findHolder(folder, 'start')).toBeUndefined();
  });

  test('the hold of a killed process is taken over, whatever runs under its number now', async () => {
    const folder = openDataFolder(place);
    const other = await holdElsewhere(place);
    expect(findHolder(folder, 'start')?.pid).toBe(other.pid);
    expect(refusalOf(() => hold(folder, 'start')).details.pid).toBe(other.pid ?? 0);
    other.kill('SIGKILL');
    await once(other, 'exit');
    const taken = hold(folder, 'start');
    expect(findHolder(folder, 'start')?.pid).toBe(process.pid);
    taken.release();
  });
});

function refusalOf(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
  throw new Error('was not refused');
}

async function holdElsewhere(folder: string): Promise<ChildProcess> {
  const module = new URL('./data-folder.ts', import.meta.url).href;
  const code = `import { hold, openDataFolder } from ${JSON.stringify(module)};
    const held = hold(openDataFolder(${JSON.stringify(folder)}), 'start');
    console.log('held'); setInterval(() => held, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}
