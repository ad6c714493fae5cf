import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { chooseAccount, runAs } from './account.ts';
import { getBinaries } from './binaries.ts';

const asRoot = test.skipIf(process.getuid?.() !== 0);
let place: string;

beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'polder-account-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(place, { recursive: true, force: true });
});

test('a normal user runs PostgreSQL directly', () => {
  vi.spyOn(process, 'getuid').mockReturnValue(1000);
  const account = chooseAccount(getBinaries(), path.join(place, 'postgres'));
  expect(runAs(account, 'postgres', ['-D', 'x'])).toEqual({
    command: 'postgres',
    args: ['-D', 'x'],
    options: {},
  });
});

test('in a namespace the command is wrapped, its arguments untouched', () => {
  const run = runAs({ kind: 'namespace' }, 'postgres', ['-D', 'a b']);
  expect(run.command).toBe('unshare');
  expect(run.args.slice(-4)).toEqual(['--', 'postgres', '-D', 'a b']);
});

asRoot('root without namespaces takes another account, or is told what to do', () => {
  vi.stubEnv('PATH', place);
  const attempt = () => chooseAccount(getBinaries(), path.join(place, 'postgres'));
  try {
    expect(attempt()).toMatchObject({ kind: 'account' });
  } catch (error) {
    // where the packages or the folder lie out of other accounts' reach
    if (!isRefusal(error)) throw error;
    expect(error.code).toBe('invalid.root-without-namespace');
    expect(error.details.sentence).toContain('Start Polder as a normal user');
  }
});
