import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../test/database.ts';
import { bring } from './customers/exchanging/bringing.ts';
import { type ExportFormat, exportLines } from './customers/exchanging/exporting.ts';
import type { ExchangeKind } from './customers/exchanging/kind.ts';
import { exchangeFile } from './exchanging.ts';

const source = 'crm';
const kinds = ['customers', 'orders', 'invoices'] as const satisfies readonly ExchangeKind[];
type Rows = Readonly<Record<(typeof kinds)[number], readonly Readonly<Record<string, string>>[]>>;

/** What spreadsheets, separators and Unicode make trouble with. */
const odd = fc
  .tuple(
    fc.constantFrom('', '', '=', '+', '-', '@', "'", "'=", "''=", " '=", '"', '\u00a0', "'+"),
    fc.string({ unit: fc.constantFrom(...'aß"\';,=é ́😀Ω中İ-'), maxLength: 8, size: 'max' }),
    fc.constantFrom('', '', '"', ' ', "'", ',', 'x'),
  )
  .map((parts) => parts.join(''));
const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((n) => Temporal.PlainDate.from('1990-01-01').add({ days: n }));
const text = fc.oneof(odd, odd, fc.constant(''));

const amount = fc.integer({ min: -99_999, max: 9_999_999 }).map((minor) => (minor / 100).toFixed(2));
const all = fc.tuple(
  fc.array(fc.record({ name: text, street: text, postcode: text, town: text, country: text, since: day }), {
    minLength: 4,
    maxLength: 10,
    size: 'max',
  }),
  fc.array(
    fc.record({ of: fc.nat({ max: 3 }), what: text, total: amount, ordered: day, hour: fc.nat({ max: 23 }) }),
    { minLength: 2, maxLength: 6, size: 'max' },
  ),
);

/** Rows of a customer system, in which every name is odd and one begins like a formula. */
function rowsOf([people, orders]: typeof all extends fc.Arbitrary<infer T> ? T : never, round: number): Rows {
  const id = (n: number) => `k${round}-${n}`;
  const customers = people.map(({ since, ...one }, n) => ({
    ...one,
    id: id(n),
    since: since.toString(),
    mail: `Klant.${n}@X${round}.example`,
    phone: `06-1234567${n % 10}`,
  }));
  const ordered = orders.map(({ of, what, total, ordered, hour }, n) => ({
    id: `o${round}-${n}`,
    customer: id(of),
    number: `B ${n}`,
    ordered: `${ordered}T${String(hour).padStart(2, '0')}:30:00+02:00`,
    total,
    what,
    quantity: '1,5',
    lineTotal: total,
  }));
  const invoices = ordered.map(({ customer, total, number }, n) => ({
    id: `f${round}-${n}`,
    customer,
    number,
    total,
    issued: '2026-11-01',
    due: '2026-11-30',
  }));
  const plain = { name: `Fatima "=" O'Neil`, street: '=1+1', postcode: '2611 ab', town: "'s-Gravenhage" };
  const always = { ...plain, country: "'=ja", id: id(99), since: '2020-02-29', mail: '', phone: '' };
  return { customers: [...customers, always], orders: ordered, invoices };
}

/** A file that leaves and comes in again somewhere else. */
type Carry = (text: string, format: ExportFormat) => string;
const real: Carry = (text) => text;

let ours: TestDatabase;
let folder: string;
let rounds: Rows[];

beforeAll(async () => {
  ours = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'polder-carry-'));
  rounds = fc.sample(all, 3).map(rowsOf);
  for (const rows of rounds) {
    for (const kind of kinds) {
      const told = rows[kind].map((values, at) => ({ line: at + 2, values }));
      const { outcomes } = await bring(ours.context, { kind, source, rows: told });
      expect(outcomes.length, kind).toBeGreaterThan(0);
    }
  }
});
afterAll(async () => {
  await ours?.close();
  await rm(folder, { recursive: true, force: true });
});

async function exported(
  { context }: TestDatabase,
  kind: ExchangeKind,
  format: ExportFormat,
): Promise<string> {
  let text = '';
  for await (const part of exportLines(context, { kind, format })) text += part;
  return text;
}

/** P13: what leaves as a file and comes in somewhere empty leaves from there as the same file, to the letter. */
async function broken(carry: Carry, format: ExportFormat): Promise<string | undefined> {
  const theirs = await testDatabase();
  try {
    for (const kind of kinds) {
      const before = await exported(ours, kind, format);
      const file = path.join(folder, `${kind}.${format}`);
      await writeFile(file, carry(before, format));
      const total = await exchangeFile(theirs.context, file, { kind, source });
      if (total.rejected > 0) return `${kind}: ${total.rejected} rows were refused`;
      if ((await exported(theirs, kind, format)) !== before) return `${kind}: something changed on the way`;
      const again = await exchangeFile(ours.context, file, { kind, source, dry: true });
      if (again.changed + again.new > 0) return `${kind}: the same file changes something here`;
    }
    return undefined;
  } finally {
    await theirs.close();
  }
}

const mutants: Record<string, Carry> = {
  'quotes inside a text are not doubled': (text) => text.replaceAll('""', "'"),
  'money loses its point': (text) => text.replaceAll(/(\d)\.(\d\d)(?=[,"\r])/g, '$1$2'),
  'what looks like a formula keeps its apostrophe': (text) => text.replaceAll("'=", "'''="),
  'moments are of another zone': (text) => text.replaceAll('.000Z', '.000+01:00'),
  'letters are made small': (text) => text.toLowerCase(),
  'the last row is lost': (text) => `${text.trimEnd().split('\n').slice(0, -1).join('\n')}\n`,
};

describe('a file that leaves and comes in again', () => {
  test.each(['csv', 'jsonl'] as const)('is the same file, as %s (P13)', async (format) => {
    expect(await broken(real, format)).toBeUndefined();
  });
  test.each(Object.keys(mutants))('%s would be noticed', async (name) => {
    expect(await broken(mutants[name] as Carry, 'csv')).toBeDefined();
  });
});
