import { describe, expect, it } from 'vitest';
import { modules } from '../src/modules.ts';
import { rings } from './boundaries/cycles.ts';
import { dataFiles, exceptions } from './boundaries/exceptions.ts';
import { idle, rules, sentence, violationsIn, without } from './boundaries/house.ts';
import type { Rule } from './boundaries/places.ts';
import { portrait } from './boundaries/sizes.ts';
import { readSource, type SourceText } from './boundaries/source.ts';
import { readTree } from './boundaries/tree.ts';

const tree = readTree().map(readSource);
const found = violationsIn(tree);

describe('the house as it stands', () => {
  it('keeps every rule, except where an exception says why not', () => {
    expect(without(found, exceptions).map(sentence)).toEqual([]);
  });

  it('needs every exception that it has', () => {
    expect(idle(exceptions, found)).toEqual([]);
    const paths = tree.map(({ path }) => path);
    expect(Object.keys(dataFiles).filter((data) => !paths.some((path) => path.startsWith(data)))).toEqual([]);
  });

  it('has small files and small functions', ({ annotate }) => {
    const { files, functions } = portrait(tree, dataFiles);
    expect(files.count).toBeGreaterThan(0);
    annotate(`files ${JSON.stringify(files)} functions ${JSON.stringify(functions)}`);
  });
});

describe('the table of modules', () => {
  it('names fifteen modules, each looking only at levels below its own', () => {
    expect(modules).toHaveLength(15);
    const levels = new Map<string, number>(modules.map(({ name, level }) => [name, level]));
    const upward = modules.flatMap(({ name, level, mayImport }) =>
      mayImport
        .filter((other) => (levels.get(other) ?? Infinity) >= level)
        .map((other) => `${name} → ${other}`),
    );
    expect(upward).toEqual([]);
  });

  it('has no circle', () => {
    expect(rings(new Map(modules.map(({ name, mayImport }) => [name, mayImport])))).toEqual([]);
  });

  it('lets insights see all that is below it', () => {
    const below = modules.filter(({ level }) => level < 6).map(({ name }) => name);
    const insights = modules.find(({ name }) => name === 'insights');
    expect([...(insights?.mayImport ?? [])].toSorted()).toEqual(below.toSorted());
  });
});

const lines = (count: number) => 'void 1;\n'.repeat(count);
const body = (count: number) => `export function long(): void {\n${'  void 0;\n'.repeat(count)}}\n`;
const named = (name: string, count: number): SourceText[] =>
  Array.from({ length: count }, (_, i) => ({
    path: `src/${name}/file-${i}.ts`,
    text: 'export const a = 1;\n',
  }));
const file = (path: string, text: string): SourceText => ({ path, text });

/** Each plants one wrong thing in a house that is otherwise clean; the rule named must see it. */
const planted: Record<keyof typeof rules, Record<string, SourceText[]>> = {
  rooms: {
    'a new folder': [file('src/marketing/plan.ts', 'export const a = 1;')],
    'a new loose file': [file('src/globals.ts', 'export const a = 1;')],
  },
  direction: {
    'a module looks up': [file('src/privacy/judging.ts', "import { a } from '../customers/customer.ts';")],
    'a module looks aside': [file('src/community/asking.ts', "import { a } from '../content/story.ts';")],
    'a module looks up for a type': [
      file('src/pilots/scope.ts', "import type { A } from '../journey/stage.ts';"),
    ],
    'a module looks up inside a type': [
      file('src/pilots/scope.ts', "type A = import('../journey/stage.ts').A;"),
    ],
    'a module passes on a stranger': [
      file('src/pilots/scope.ts', "export { a } from '../journey/stage.ts';"),
    ],
    'a module loads late': [file('src/pilots/scope.ts', "export const a = () => import('../web/page.ts');")],
    'a module knows a door': [
      file('src/insights/numbers.ts', "import { a } from '../api/conversations.ts';"),
    ],
    'a module knows an address': [file('src/insights/numbers.ts', "import { a } from '../urls.ts';")],
    'a module knows a channel': [
      file('src/listening/hearing.ts', "import { a } from '../channels/channel.ts';"),
    ],
    'a module uses the tests': [
      file('src/listening/hearing.ts', "import { a } from '../../test/example.ts';"),
    ],
    'platform knows a module': [
      file('src/platform/session.ts', "import { a } from '../organisation/roles.ts';"),
    ],
    'platform knows the composition': [file('src/platform/http.ts', "import { a } from '../app.ts';")],
    'a channel knows a module': [
      file('src/channels/file/csv.ts', "import { a } from '../../listening/heard.ts';"),
    ],
    'a system of record knows a module': [
      file('src/backoffice/sap.ts', "import { a } from '../customers/order.ts';"),
    ],
    'understanding knows platform': [
      file('src/understanding/reading.ts', "import { a } from '../platform/log.ts';"),
    ],
    'urls.ts knows something': [file('src/urls.ts', "import { a } from './web/routes.ts';")],
    'pages know the API': [file('src/web/inbox/inbox.tsx', "import { a } from '../../api/messages.ts';")],
    'the API knows a page': [file('src/api/messages.ts', "import { a } from '../web/inbox/inbox.tsx';")],
    'words know the program': [file('locales/nl/inbox.ts', "import { a } from '../../src/urls.ts';")],
  },
  packages: {
    'a pool of its own': [file('src/conversations/inbox.ts', "import pg from 'pg';")],
    'jobs in a door': [file('src/web/import/import.tsx', "import { PgBoss } from 'pg-boss';")],
    'sign-in in the API': [file('src/api/keys.ts', "import { betterAuth } from 'better-auth/minimal';")],
    'a module draws': [file('src/insights/chart.ts', "import { useState } from 'react';")],
    'a module speaks HTTP': [file('src/insights/chart.ts', "import type { Handler } from 'hono/types';")],
    'understanding reads the disk': [
      file('src/understanding/words.ts', "import { readFileSync } from 'node:fs';"),
    ],
  },
  spelling: {
    'a folder': [file('src/web/inbox/inbox.tsx', "import { a } from '../layout';")],
    'no extension': [file('src/web/inbox/inbox.tsx', "import { a } from './list';")],
    'the extension of what it becomes': [file('src/privacy/judging.ts', "import { a } from './purpose.js';")],
    'an alias with ~': [file('src/web/inbox/inbox.tsx', "import { a } from '~/layout/shell.tsx';")],
    'an alias with #': [file('src/web/inbox/inbox.tsx', "import { a } from '#layout/shell.tsx';")],
    'an absolute path': [file('src/web/inbox/inbox.tsx', "import { a } from '/src/urls.ts';")],
    'made at run time': [file('src/platform/jobs.ts', 'export const load = (n: string) => import(n);')],
    '+types outside web': [file('src/api/keys.ts', "import type { Route } from './+types/keys';")],
    '+types as a value': [file('src/web/keys.tsx', "import { Route } from './+types/keys';")],
  },
  barrels: {
    'index.ts': [file('src/privacy/index.ts', 'export const a = 1;')],
    'under another name': [
      file('src/privacy/all.ts', "export * from './purpose.ts';\nexport { a } from './ledger.ts';"),
    ],
  },
  dangling: {
    'a type of nothing': [file('src/privacy/judging.ts', "import type { A } from './gone.ts';")],
  },
  cycles: {
    'two files that run': [
      file('src/privacy/a.ts', "import { b } from './b.ts'; export const a = b;"),
      file('src/privacy/b.ts', "import { a } from './a.ts'; export const b = a;"),
    ],
    'three files, one late': [
      file('src/privacy/a.ts', "import { b } from './b.ts'; export const a = b;"),
      file('src/privacy/b.ts', "import { c } from './c.ts'; export const b = c;"),
      file('src/privacy/c.ts', "export const c = () => import('./a.ts');"),
    ],
    'rooms by way of types': [
      file('src/web/a.ts', "import type { B } from '../channels/b.ts'; export type A = B;"),
      file('src/channels/b.ts', 'export type B = 1;'),
      file('src/channels/c.ts', "import type { A } from '../web/a.ts'; export type C = A;"),
    ],
  },
  time: {
    'Date.now': [file('src/privacy/ledger.ts', 'export const at = () => Date.now();')],
    'an empty Date': [file('src/web/inbox/inbox.tsx', 'export const at = () => new Date();')],
    Temporal: [file('src/platform/jobs.ts', 'export const at = () => Temporal.Now.zonedDateTimeISO();')],
  },
  timers: {
    'a module repeats': [
      file('src/insights/counting.ts', 'export const run = () => setInterval(run, 1000);'),
    ],
    'a module waits': [
      file('src/insights/counting.ts', 'export const run = () => globalThis.setTimeout(run, 1000);'),
    ],
    'a module sleeps': [
      file('src/insights/counting.ts', "import { setTimeout } from 'node:timers/promises';"),
    ],
    'platform repeats': [file('src/platform/jobs.ts', 'export const run = () => setInterval(run, 1000);')],
    'a page repeats': [
      file('src/web/inbox/live.tsx', 'export const run = () => window.setInterval(run, 1000);'),
    ],
  },
  subscribing: {
    'a module follows': [
      file('src/insights/counting.ts', "import { followAll } from '../platform/following.ts';"),
    ],
    'a door follows': [
      file('src/api/messages.ts', "import type { Reaction } from '../platform/following.ts';"),
    ],
  },
  owning: {
    'with Kysely': [
      file('src/privacy/ledger.ts', "export const a = (db: any) => db.insertInto('data_use').values({});"),
      file('src/customers/customer.ts', "export const a = (db: any) => db.deleteFrom('data_use as d');"),
    ],
    'in SQL': [
      file('src/privacy/ledger.ts', 'export const a = sql`insert into data_use (at) values (1)`;'),
      file(
        'src/customers/customer.ts',
        'export const a = sql`with b as (select 1) update data_use as d\n set at = 1`;',
      ),
    ],
  },
  state: {
    let: [file('src/pilots/scope.ts', 'let count = 0;\nexport const next = () => count++;')],
    'an exported let': [file('src/web/theme.ts', "export let theme = 'dark';")],
    'a cache': [
      file(
        'src/pilots/scope.ts',
        'const seen = new Map<string, string>();\nexport const has = (k: string) => seen.has(k);',
      ),
    ],
    'a list that grows': [
      file(
        'src/pilots/scope.ts',
        'const all: string[] = [];\nexport const add = (k: string) => all.push(k);',
      ),
    ],
  },
  classes: {
    'a noun': [file('src/pilots/pilot.ts', 'export class Pilot {}')],
    'an error of its own': [file('src/pilots/pilot.ts', 'export const Wrong = class extends Error {};')],
  },
  names: {
    utils: [file('src/web/utils/money.ts', 'export const a = 1;')],
    helper: [file('src/pilots/helpers.ts', 'export const a = 1;')],
    suffix: [file('src/pilots/pilot.service.ts', 'export const a = 1;')],
    capitals: [file('src/web/ui/CustomerCard.tsx', 'export const a = 1;')],
    'JSX in a module': [file('src/insights/chart.tsx', 'export const a = 1;')],
    'too deep': [file('src/insights/charts/bars/bar.ts', 'export const a = 1;')],
  },
  parameters: {
    'four parameters': [
      file('src/pilots/pilot.ts', 'export const f = (a: 1, b: 1, c: 1, d: 1) => a + b + c + d;'),
    ],
  },
  sizes: {
    'a file of 401 lines': [file('src/pilots/pilot.ts', lines(401))],
    'a word list of 401 lines': [file('locales/nl/all.ts', lines(401))],
    'a test of 501 lines': [file('src/pilots/pilot.test.ts', lines(501))],
    'a function of 81 lines': [file('src/pilots/pilot.ts', body(79))],
    'a callback of 81 lines': [
      file('src/pilots/pilot.ts', `export const a = [1].map(() => {\n${'  void 0;\n'.repeat(79)}});`),
    ],
    '26 files': named('pilots', 26),
    '2,501 lines': Array.from({ length: 7 }, (_, i) => file(`src/pilots/f-${i}.ts`, lines(358))),
  },
  proportions: {
    'long files on the whole': [file('src/pilots/pilot.ts', lines(71))],
    'a long tail of files': [file('src/privacy/a.ts', lines(201)), file('src/privacy/b.ts', lines(1))],
    'long functions on the whole': [file('src/pilots/pilot.ts', body(11))],
    'a long tail of functions': [file('src/pilots/pilot.ts', `${body(39)}export const f = () => 1;\n`)],
  },
};

describe('each rule sees what it is for', () => {
  const cases = Object.entries(planted).flatMap(([rule, mutants]) =>
    Object.entries(mutants).map(([what, files]) => ({ rule, what, files })),
  );

  it.each(cases)('$rule: $what', ({ rule, files }) => {
    expect(violationsIn(files.map(readSource)).map((violation) => violation.rule)).toContain(rule);
  });

  it('has a mutant for every rule', () => {
    expect(Object.keys(planted)).toEqual(Object.keys(rules));
  });
});

describe('what is right stays right', () => {
  const right = [
    file('src/urls.ts', "export const inbox = '/inbox';"),
    file('src/platform/log.ts', "import pino from 'pino';\nexport const log = pino;"),
    file('src/privacy/purpose.ts', "import type { A } from './ledger.ts';\nexport type B = A;"),
    file(
      'src/privacy/ledger.ts',
      "import { type B } from './purpose.ts';\nexport type A = B;\nexport const cells = new Set([1]);\nexport const none: readonly A[] = [];\nexport const w = sql`delete from data_use`;\nexport const known: ReadonlySet<A> = new Set();",
    ),
    file(
      'src/customers/customer.ts',
      "import { cells } from '../privacy/ledger.ts';\nimport { log } from '../platform/log.ts';\nvoid [cells, log];\nexport const a = sql`insert into person (id) values (1) on conflict (id) do update set seen = true`;\nexport const b = sql`select from data_use for update`;",
    ),
    file(
      'src/customers/customer.test.ts',
      "import { page } from '../web/inbox.tsx';\nexport const now = Date.now();\nlet a = page;",
    ),
    file(
      'src/web/inbox.tsx',
      "import type { Route } from './+types/inbox';\nimport './inbox.css';\nimport { inbox } from '../urls.ts';\nimport { cells } from '../privacy/ledger.ts';\nexport const page = (p: Route) => <b title={inbox}>it's {cells.size} {String(p)}</b>;\nsetTimeout(() => {}, 1);",
    ),
    file(
      'src/app.ts',
      "import { page } from './web/inbox.tsx';\nexport const at = (ms: number) => new Date(ms) && page;\n// import { x } from './gone';\nexport const text = \"import y from './gone'\";",
    ),
    file('src/schedule.ts', 'setInterval(() => {}, 1);'),
    file('test/boundaries.test.ts', "import { at } from '../src/app.ts';\nvoid at;"),
  ];

  it('a small house with every permitted thing has no violation', () => {
    expect(violationsIn(right.map(readSource)).map(sentence)).toEqual([]);
  });

  it('what just fits is not too big', () => {
    const fits = [
      file('src/pilots/pilot.ts', lines(400)),
      file('src/pilots/pilot.test.ts', lines(500)),
      file('src/privacy/ledger.ts', body(78)),
      ...named('journey', 25),
    ];
    expect(violationsIn(fits.map(readSource), [rules.sizes as Rule]).map(sentence)).toEqual([]);
  });

  it('an exception holds for its rule and its path only', () => {
    const wrong = violationsIn([
      readSource(file('src/pilots/scope.ts', 'export const at = () => Date.now();')),
    ]);
    const because = 'a test';
    expect(without(wrong, [{ rule: 'time', path: 'src/pilots/', because }])).toEqual([]);
    expect(without(wrong, [{ rule: 'time', path: 'src/pilots/other.ts', because }])).toEqual(wrong);
    expect(without(wrong, [{ rule: 'timers', path: 'src/pilots/scope.ts', because }])).toEqual(wrong);
  });
});
