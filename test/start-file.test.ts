import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/** A small house with the real start file, a pretended npm and page builder, and a command that tells what it got. */
let house: string;

beforeEach(() => {
  house = realpathSync(mkdtempSync(path.join(tmpdir(), 'polder-house-')));
  cpSync('bin', path.join(house, 'bin'), { recursive: true });
  put('package.json', '{ "type": "module" }');
  lockWith('1.0.0');
  put('fake/npm', npm);
  chmodSync(path.join(house, 'fake/npm'), 0o755);
  put('src/cli.ts', cli);
});
afterEach(() => rmSync(house, { recursive: true, force: true }));

describe('the packages', () => {
  test('are installed once when two first starts come at once, and standard output stays clean', async () => {
    const [one, other] = await Promise.all([start(['say', 'one']), start(['say', 'other'])]);
    expect(JSON.parse(one.out).args).toEqual(['say', 'one']);
    expect(JSON.parse(other.out).args).toEqual(['say', 'other']);
    expect(installs()).toBe(1);
    expect(one.talk + other.talk).toContain('polder: installing packages');
  });

  test('are installed again only when the lockfile changed', async () => {
    await start(['say']);
    expect((await start(['say'])).talk).toBe('');
    lockWith('2.0.0');
    await start(['say']);
    expect(installs()).toBe(2);
  });

  test('that somebody installed by hand are good, if they are what the lockfile says', async () => {
    put('node_modules/.package-lock.json', readFileSync(path.join(house, 'package-lock.json'), 'utf8'));
    await start(['say']);
    expect(installs()).toBe(0);
  });

  test('are installed by a later start when an earlier one was killed while it installed', async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await once(gone, 'exit');
    put('.cache/install.lock', String(gone.pid));
    expect((await start(['say'])).code).toBe(0);
    expect(installs()).toBe(1);
  });

  test('are tried once more when the lockfile misses a platform', async () => {
    const result = await start(['say'], { NPM_MISSES_PLATFORM: '1' });
    expect(result.code).toBe(0);
    expect(npmCalls()).toEqual(['ci', 'install']);
  });

  test('that cannot be installed stop the start with npm’s code', async () => {
    const result = await start(['say'], { NPM_FAILS: '1' });
    expect(result).toMatchObject({ code: 7, out: '' });
    expect(result.talk).toContain('polder: The packages could not be installed');
  });
});

describe('handing over', () => {
  test('keeps the folder one stands in, also through a link', async () => {
    const elsewhere = path.join(house, 'elsewhere');
    mkdirSync(elsewhere);
    symlinkSync(path.join(house, 'bin/polder'), path.join(elsewhere, 'polder'));
    const result = await start(['say', 'a b'], {}, { file: path.join(elsewhere, 'polder'), cwd: elsewhere });
    expect(JSON.parse(result.out)).toEqual({ args: ['say', 'a b'], cwd: elsewhere });
  });

  test('passes the exit code on', async () => {
    expect((await start(['fail'])).code).toBe(3);
  });

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'passes %s on and waits for an orderly end',
    async (signal) => {
      await start(['say']);
      const child = launch(['serve']);
      await once(child.stdout, 'data');
      const rest = text(child.stdout);
      child.kill(signal);
      const [code] = await once(child, 'exit');
      expect(code).toBe(5);
      expect(await rest).toContain(`stopped in order by ${signal}`);
    },
  );

  test('says in a sentence that a Node is too old', async () => {
    put('old.cjs', "Object.defineProperty(process.versions, 'node', { value: '18.19.0' });");
    const result = await start(['say'], { NODE_OPTIONS: `--require=${path.join(house, 'old.cjs')}` });
    expect(result.code).toBe(1);
    expect(result.talk).toMatch(/^polder: Node 18\.19\.0 is too old .*\n$/);
  });
});

describe('the pages', () => {
  beforeEach(() => {
    put('react-router.config.ts', '');
    put('src/web/inbox.tsx', 'one');
    put('node_modules/@react-router/dev/bin.cjs', builder);
    put('node_modules/.package-lock.json', readFileSync(path.join(house, 'package-lock.json'), 'utf8'));
  });

  test('are built at the first start and not again', async () => {
    expect((await start(['start'])).talk).toContain('building the pages');
    expect((await start(['start'])).talk).toBe('');
    expect(builds()).toBe(1);
  });

  test('are built again when a source changed, not when only its date did', async () => {
    await start(['start']);
    utimesSync(path.join(house, 'src/web/inbox.tsx'), new Date(), new Date(0));
    await start(['start']);
    expect(builds()).toBe(1);
    put('src/web/inbox.tsx', 'two');
    await start(['start']);
    expect(builds()).toBe(2);
  });

  test('are left alone by a change that no page reaches, and by other commands', async () => {
    await start(['start']);
    put('src/web/inbox.test.tsx', 'a test');
    put('src/commands/import.ts', 'a command');
    await start(['start']);
    put('src/web/inbox.tsx', 'two');
    await start(['say']);
    expect(builds()).toBe(1);
  });

  test('that cannot be built stop the start with what the builder said', async () => {
    const result = await start(['start'], { BUILD_FAILS: '1' });
    expect(result).toMatchObject({ code: 4, out: '' });
    expect(result.talk).toContain('inbox.tsx is wrong');
    expect((await start(['start'])).code).toBe(0);
  });
});

function put(name: string, content: string): void {
  mkdirSync(path.dirname(path.join(house, name)), { recursive: true });
  writeFileSync(path.join(house, name), content);
}

function lockWith(version: string): void {
  const packages = {
    '': {},
    'node_modules/one': { version },
    'node_modules/other-platform': { version, optional: true },
  };
  put('package-lock.json', JSON.stringify({ packages }));
}

function lines(name: string): string[] {
  const file = path.join(house, name);
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}
const npmCalls = () => lines('npm-calls');
const installs = () => npmCalls().length;
const builds = () => lines('builds').length;

type Place = { file: string; cwd: string };

function launch(args: string[], env: Record<string, string> = {}, place?: Place) {
  const { npm_execpath: _, ...inherited } = process.env;
  const file = place?.file ?? path.join(house, 'bin/polder');
  return spawn(process.execPath, [file, ...args], {
    cwd: place?.cwd ?? house,
    env: { ...inherited, PATH: `${path.join(house, 'fake')}:${process.env.PATH}`, HOUSE: house, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function start(args: string[], env: Record<string, string> = {}, place?: Place) {
  const child = launch(args, env, place);
  const [out, talk, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { out, talk, code };
}

const npm = `#!/bin/sh
echo "$1" >> "$HOUSE/npm-calls"
echo "npm talks on standard output"
[ -n "$NPM_FAILS" ] && exit 7
[ -n "$NPM_MISSES_PLATFORM" ] && [ "$1" = ci ] && echo "npm error Missing: x@1 from lock file" >&2 && exit 1
sleep 0.3
mkdir -p node_modules && cp package-lock.json node_modules/.package-lock.json
`;

const cli = `
const [, , ...args] = process.argv;
if (args[0] === 'fail') process.exit(3);
if (args[0] === 'serve') {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'])
    process.on(signal, () => setTimeout(() => { console.log('stopped in order by ' + signal); process.exit(5); }, 100));
  setInterval(() => {}, 1000);
  console.log('serving');
} else console.log(JSON.stringify({ args, cwd: process.cwd() }));
`;

const builder = `
const fs = require('node:fs');
fs.appendFileSync(process.env.HOUSE + '/builds', 'build\\n');
console.log('the builder talks');
if (process.env.BUILD_FAILS) { console.error('inbox.tsx is wrong'); process.exit(4); }
fs.mkdirSync('build', { recursive: true });
`;
