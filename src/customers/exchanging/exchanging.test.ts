import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { transact } from '../../platform/context.ts';
import { decide } from '../../privacy/deciding.ts';
import { commerceOf } from '../commerce/orders.ts';
import { openCustomer } from '../customer.ts';
import { listCustomers } from '../customers.ts';
import { holdsQuality, measureQuality } from '../measures.ts';
import { bring } from './bringing.ts';
import { guessColumns, guessKind, resolveColumns } from './columns.ts';
import { exportLines } from './exporting.ts';
import type { ExchangeKind } from './kind.ts';

let polder: TestDatabase;
let people: People;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
});
afterAll(() => polder?.close());

type Values = Readonly<Record<string, string>>;
const take = (kind: ExchangeKind, rows: readonly Values[], more: { dry?: boolean; source?: string } = {}) =>
  bring(polder.context, {
    kind,
    source: more.source ?? 'crm',
    rows: rows.map((values, i) => ({ line: i + 2, values })),
    dry: more.dry ?? false,
  });
const outcomesOf = async (...asked: Parameters<typeof take>) => {
  const { outcomes, refused } = await take(...asked);
  return [...outcomes.map(({ outcome }) => outcome), ...refused.map(({ code }) => code)];
};
const all = async (kind: ExchangeKind, format: 'csv' | 'jsonl') => {
  let text = '';
  for await (const part of exportLines(polder.context, { kind, format })) text += part;
  return text;
};
const idOf = async (search: string) =>
  (await listCustomers(people.els.context, { search })).rows[0]?.publicId ?? 'nobody';
const boughtBy = (id: string) =>
  openCustomer(people.els.context, { id, purpose: 'service' }, (ctx, { person }) =>
    commerceOf(ctx, person.personIds),
  );

const fatima = {
  id: '1001',
  name: 'Fatima El Amrani',
  mail: 'Fatima@X.example',
  postcode: '2611 ab',
  town: 'Delft',
};

describe('customers from a file', () => {
  test('are new once, unchanged afterwards, and changed field by field; a try writes nothing', async () => {
    expect(await outcomesOf('customers', [fatima], { dry: true })).toEqual(['new']);
    expect(await outcomesOf('customers', [fatima])).toEqual(['new']);
    expect(await outcomesOf('customers', [fatima])).toEqual(['unchanged']);
    const { outcomes } = await take('customers', [{ ...fatima, town: 'Den Haag', phone: '06-12345678' }], {
      dry: true,
    });
    expect(outcomes[0]?.changes).toEqual([
      { field: 'phone', before: null, after: '+31612345678' },
      { field: 'town', before: 'Delft', after: 'Den Haag' },
    ]);
    expect(await outcomesOf('customers', [fatima])).toEqual(['unchanged']);
  });

  test('with something wrong are refused one by one, and stop no others', async () => {
    const rows = [
      { id: '', name: 'Henk' },
      { id: '2001', mail: 'geen adres' },
      { id: '2002', name: 'x'.repeat(400) },
      { id: '2003', name: 'Henk\u0000de Visser' },
      { id: '2004', name: 'Henk de Visser' },
      { id: '2004', name: 'Henk de Vries' },
      { id: '2005', since: '31-02-2020' },
    ];
    expect(await outcomesOf('customers', rows)).toEqual([
      'new',
      'field.missing',
      'field.unreadable',
      'field.too-long',
      'field.unreadable',
      'row.twice',
      'field.unreadable',
    ]);
  });

  test('are customers from then on, found by their number', async () => {
    const { rows } = await listCustomers(people.els.context, { search: '1001' });
    expect(rows.map(({ name, relation }) => [name, relation])).toEqual([['Fatima El Amrani', 'customer']]);
  });

  test('of two systems with the same numbers stay apart', async () => {
    expect(
      await outcomesOf('customers', [{ ...fatima, name: 'Iemand anders', mail: '' }], { source: 'winkel' }),
    ).toEqual(['new']);
    expect((await listCustomers(people.els.context, { search: '1001' })).rows).toHaveLength(2);
  });

  test('brought in twice at the same moment are made once', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      id: `race-${i}`,
      name: `Klant ${i}`,
      mail: `race${i}@x.example`,
    }));
    const both = await Promise.all([take('customers', rows), take('customers', rows)]);
    const counts = both.map(({ outcomes }) => outcomes.filter(({ outcome }) => outcome === 'new').length);
    expect(counts.sort((a, b) => a - b)).toEqual([0, 40]);
  });
});

describe('orders, invoices and deliveries', () => {
  const order = {
    id: 'B1',
    customer: '3001',
    ordered: '2026-11-01',
    total: '1.234,50',
    what: 'thermostaat',
    quantity: '2',
  };

  test('wait for their customer, and are linked when that one comes', async () => {
    expect(await outcomesOf('orders', [order, { ...order, line: '2', what: 'voeler' }])).toEqual([
      'new',
      'new',
    ]);
    expect(
      await outcomesOf('invoices', [{ id: 'F1', customer: '3001', issued: '01-11-2026', total: '84,50' }]),
    ).toEqual(['new']);
    expect(await outcomesOf('deliveries', [{ id: 'L1', customer: '3001', state: 'onderweg' }])).toEqual([
      'new',
    ]);
    await take('customers', [{ id: '3001', name: 'Anneke Vos' }]);
    const { orders, invoices, deliveries } = await boughtBy(await idOf('Anneke Vos'));
    expect(orders).toMatchObject([
      {
        number: 'B1',
        totalMinor: 123_450,
        currency: 'EUR',
        lines: [{ what: 'thermostaat', quantity: 2 }, { what: 'voeler' }],
      },
    ]);
    expect(invoices).toMatchObject([
      { number: 'F1', totalMinor: 8450, issuedOn: '2026-11-01', state: 'open' },
    ]);
    expect(deliveries).toMatchObject([{ number: 'L1', state: 'underway' }]);
  });

  test('told again change nothing, and each line is compared by itself', async () => {
    expect(
      await outcomesOf('orders', [order, { ...order, line: '2', what: 'sensor' }], { dry: true }),
    ).toEqual(['unchanged', 'changed']);
  });

  test('refuse money and days that cannot be read, rather than guess', async () => {
    const row = { id: 'F9', customer: '3001', issued: '2026-11-01', total: '84.505' };
    expect(
      await outcomesOf('invoices', [
        { ...row, total: '8,4,5' },
        { ...row, total: 'veel' },
        { ...row, issued: 'gisteren' },
      ]),
    ).toEqual(['field.unreadable', 'field.unreadable', 'field.unreadable']);
  });

  test('are there for service only', async () => {
    const id = await idOf('Anneke Vos');
    const seen = await openCustomer(people.els.context, { id, purpose: 'service' }, (ctx, { person }) =>
      transact(ctx, 'listen', (ctx) => commerceOf(ctx, person.personIds)),
    );
    expect(seen).toEqual({ orders: [], invoices: [], deliveries: [] });
  });
});

describe('an export', () => {
  test('brought in again changes nothing', async () => {
    const text = await all('customers', 'jsonl');
    const rows = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Values);
    const crm = rows.filter(({ source }) => source === 'crm');
    expect(
      new Set(
        await outcomesOf(
          'customers',
          crm.map(({ source: _, ...row }) => row),
        ),
      ),
    ).toEqual(new Set(['unchanged']));
  });

  test('holds no formula that a spreadsheet would run', async () => {
    await take('customers', [
      { id: '4001', name: '=HYPERLINK("http://x.example","klik")', phone: '+31612345679' },
    ]);
    const line = (await all('customers', 'csv')).split('\r\n').find((one) => one.includes('4001')) ?? '';
    expect(line).toContain(`"'=HYPERLINK(""http://x.example"",""klik"")"`);
    expect(line).toContain(`"'+31612345679"`);
    expect(
      await outcomesOf('customers', [
        { id: '4001', name: `'=HYPERLINK("http://x.example","klik")`, phone: "'+31612345679" },
      ]),
    ).toEqual(['unchanged']);
  });

  test('leaves out whoever had their data restricted, and stands in the ledger of the others', async () => {
    const id = await idOf('Anneke Vos');
    const uses = () =>
      transact(
        polder.context,
        'security',
        async (ctx) =>
          (
            await sql<{
              n: number;
            }>`select count(*)::integer as n from data_use u join person p on p.id = u.person_id
          where p.public_id = ${id} and u.activity = 'customers.exported'`.execute(ctx.database)
          ).rows[0]?.n,
      );
    expect(await all('orders', 'csv')).toContain('thermostaat');
    const before = await uses();
    expect(before).toBeGreaterThan(0);
    await transact(polder.context, 'service', async (ctx) => {
      const found = await sql<{ id: string }>`select id from person where public_id = ${id}`.execute(
        ctx.database,
      );
      await decide(ctx, found.rows[0]?.id ?? '', { purpose: 'service', act: 'restrict', strength: 0 });
    });
    expect(await all('orders', 'csv')).not.toContain('thermostaat');
    expect(await uses()).toBe(before);
  });
});

describe('columns', () => {
  const headings = ['Klantnummer', 'Naam', 'E-mailadres', 'Woonplaats'];
  test('are known by their headings, in Dutch and in English', () => {
    expect(guessKind(headings)).toBe('customers');
    expect(guessKind(['Factuurnummer', 'Klantnummer', 'Factuurdatum', 'Totaal'])).toBe('invoices');
    expect(guessColumns('customers', headings)).toEqual({
      id: 'Klantnummer',
      name: 'Naam',
      mail: 'E-mailadres',
      town: 'Woonplaats',
    });
  });
  test('that are needed and not there are refused', () => {
    expect(() => resolveColumns('orders', headings)).toThrow(/missing-field/);
    expect(() => resolveColumns('customers', headings, { name: 'Bijnaam' })).toThrow(/missing-heading/);
  });
});

test('the gate of data quality is judged by complete counts', async () => {
  const quality = await measureQuality(polder.context);
  expect(quality.linked).toEqual({ k: 2, n: 2 });
  expect(quality.fresh).toEqual({ k: 2, n: 2 });
  expect(quality.contact.k).toBeLessThan(quality.contact.n);
  expect([
    holdsQuality('duplicates', { k: 3, n: 100 }),
    holdsQuality('duplicates', { k: 2, n: 100 }),
    holdsQuality('linked', { k: 98, n: 100 }),
    holdsQuality('fresh', { k: 0, n: 0 }),
  ]).toEqual([false, true, true, null]);
});

test('of one order the last row says what holds, however many stand between', async () => {
  const rows = Array.from({ length: 300 }, (_, n) => ({
    ordered: '2026-11-01',
    what: 'thermostaat',
    id: `B9${n % 100}`,
    line: String(Math.floor(n / 100) + 1),
    customer: `rij ${Math.floor(n / 100)}`,
  }));
  await take('orders', rows);
  const found = await transact(polder.context, 'service', ({ database }) =>
    sql<{ customer: string; n: number }>`
      select customer_key as customer, count(*)::int as n from customer_order where external_id like 'B9%' group by 1`.execute(
      database,
    ),
  );
  expect(found.rows).toEqual([{ customer: 'rij 2', n: 100 }]);
});
