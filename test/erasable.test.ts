import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isTest } from './boundaries/places.ts';
import { readTree, root } from './boundaries/tree.ts';

/** Files that begin their work when they are loaded: loading them would start a server, or asks for a task. */
const startsSomething = new Set([
  ...['src/server.ts', 'src/worker.ts', 'src/cli.ts', 'src/dev.ts'],
  'src/channels/mail/reading-thread.ts',
]);

const runsHere = ['src/', 'locales/', 'test/example/'];

const loadable = readTree()
  .map(({ path }) => path)
  .filter((path) => runsHere.some((folder) => path.startsWith(folder)) && !path.startsWith('src/web/'))
  .filter((path) => !isTest(path) && !startsSomething.has(path));

/** Loads every module it is sent, one after the other, and answers with those that would not load. */
const loader = `
  const refused = [];
  for (const url of JSON.parse(process.argv[1])) {
    try { await import(url); } catch (error) { refused.push(url + ' ' + error.message); }
  }
  process.stdout.write(JSON.stringify(refused), () => process.exit());
`;

function refusedBy(files: readonly string[]): string[] {
  const urls = JSON.stringify(files.map((file) => pathToFileURL(file).href));
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', loader, urls], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: join(root, '.cache', 'compile') },
  });
  return child.status === 0 ? (JSON.parse(child.stdout) as string[]) : [`Node stopped: ${child.stderr}`];
}

describe('Node itself, without a build,', () => {
  it('loads every module that is not a page', () => {
    expect(loadable.length).toBeGreaterThan(0);
    expect(refusedBy(loadable.map((path) => join(root, path)))).toEqual([]);
  });

  it('refuses what it cannot strip or link, so the test above can fail', () => {
    const folder = mkdtempSync(join(tmpdir(), 'polder-erasable-'));
    const wrong = {
      'enum.ts': 'export enum Stage { One }',
      'parameter-property.ts': 'export class Pool { constructor(readonly size: number) {} }',
      'type-as-value.ts': "import { Stage } from './right.ts'; export const stage: Stage = 1;",
      'gone.ts': "import { a } from './nowhere.ts'; export const b = a;",
    };
    const right = { 'right.ts': 'export type Stage = 1; export const first: Stage = 1;' };
    for (const [name, text] of Object.entries({ ...wrong, ...right }))
      writeFileSync(join(folder, name), text);
    const names = [...Object.keys(wrong), ...Object.keys(right)];
    const refused = refusedBy(names.map((name) => join(folder, name)));
    rmSync(folder, { recursive: true });
    expect(refused.map((line) => basename(line.split(' ')[0] ?? ''))).toEqual(Object.keys(wrong));
  });
});
