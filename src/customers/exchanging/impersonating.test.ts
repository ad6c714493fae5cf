import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { transact } from '../../platform/context.ts';
import { decide } from '../../privacy/deciding.ts';
import { type Commerce, commerceOf } from '../commerce/orders.ts';
import { openCustomer } from '../customer.ts';
import { prove } from '../identifying/proving.ts';
import { suggest } from '../identifying/suggesting.ts';
import { listSuggestions } from '../identifying/suggestions.ts';
import { recognise } from '../recognising.ts';
import { bring } from './bringing.ts';
import type { ExchangeKind } from './kind.ts';

let polder: TestDatabase;
let people: People;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
});
afterAll(() => polder?.close());

interface Writer {
  id: string;
  publicId: string;
  identity: string;
}

/** Somebody wrote a mail, with this address above it. */
async function writesFrom(mail: string, name: string): Promise<Writer> {
  return transact(polder.context, 'listen', async (ctx) => {
    const { recognised } = await recognise(ctx, 'mail', [
      { network: 'mail', externalId: mail, name, unnamedKey: mail },
    ]);
    const found = await sql<Writer>`
      select p.id, p.public_id as "publicId", i.public_id as identity from person p join identity i on i.person_id = p.id
      where p.id = ${recognised[0]?.personId}`.execute(ctx.database);
    return found.rows[0] as Writer;
  });
}

const take = (kind: ExchangeKind, values: Readonly<Record<string, string>>) =>
  bring(polder.context, { kind, source: 'crm', rows: [{ line: 2, values }] });
const boughtBy = ({ publicId }: Pick<Writer, 'publicId'>): Promise<Commerce> =>
  openCustomer(people.els.context, { id: publicId, purpose: 'service' }, (ctx, { person }) =>
    commerceOf(ctx, person.personIds),
  );
const ordersOf = async (who: Writer) => (await boughtBy(who)).orders.map(({ number }) => number);
const suggestedFor = async ({ publicId }: Writer) =>
  (await listSuggestions(people.els.context)).rows
    .filter(({ one, other }) => one.publicId === publicId || other.publicId === publicId)
    .map(({ reasons }) => reasons);

async function becomesCustomer(id: string, mail: string, name: string): Promise<void> {
  await take('orders', {
    id: `B-${id}`,
    customer: id,
    ordered: '2026-11-01',
    total: '149,00',
    what: 'meter',
  });
  await take('customers', { id, name, mail });
  await take('invoices', { id: `F-${id}`, customer: id, issued: '2026-11-02', total: '149,00' });
}

test("who wrote in Fatima's name before her record came gets nothing of hers, only a suggestion", async () => {
  const impostor = await writesFrom('fatima@x.example', 'Fatima El Amrani');
  await becomesCustomer('9001', 'Fatima@X.example', 'Fatima El Amrani');
  expect(await boughtBy(impostor)).toEqual({ orders: [], invoices: [], deliveries: [] });
  expect(await suggestedFor(impostor)).toEqual([['same_mail']]);
  await suggest(polder.context);
  expect((await suggestedFor(impostor))[0]).toContain('same_mail');
  // The record told again, or with other values, does not lead to the impostor either.
  await take('customers', { id: '9001', name: 'Fatima el Amrani', mail: 'fatima@x.example' });
  expect(await ordersOf(impostor)).toEqual([]);
});

test('a word of the writer, or of a record, is no proof', async () => {
  const impostor = await writesFrom('henk@x.example', 'Henk de Visser');
  await prove(
    people.els.context,
    { id: impostor.publicId, identity: impostor.identity },
    { proof: 'claimed', evidence: 'zei het zelf' },
  );
  await becomesCustomer('9002', 'henk@x.example', 'Henk de Visser');
  expect(await ordersOf(impostor)).toEqual([]);
});

test.each(['verified', 'confirmed'] as const)(
  'an address that is %s is the person of the record',
  async (proof) => {
    const mail = `joost-${proof}@x.example`;
    const writer = await writesFrom(mail, 'Joost Bakker');
    await prove(
      people.els.context,
      { id: writer.publicId, identity: writer.identity },
      { proof, evidence: 'de link in de mail geopend' },
    );
    await becomesCustomer(`90-${proof}`, mail, 'Joost Bakker');
    expect(await ordersOf(writer)).toEqual([`B-90-${proof}`]);
    expect(await suggestedFor(writer)).toEqual([]);
  },
);

test('whoever does not want to be recognised elsewhere is not joined, and not suggested', async () => {
  const writer = await writesFrom('anneke@x.example', 'Anneke Vos');
  await prove(
    people.els.context,
    { id: writer.publicId, identity: writer.identity },
    { proof: 'verified', evidence: 'de link in de mail geopend' },
  );
  await transact(polder.context, 'service', (ctx) =>
    decide(ctx, writer.id, { purpose: 'link', act: 'decline', strength: 4 }),
  );
  await becomesCustomer('9005', 'anneke@x.example', 'Anneke Vos');
  expect(await ordersOf(writer)).toEqual([]);
  expect(await suggestedFor(writer)).toEqual([]);
});

test('an address that many records share does not make a crowd of suggestions', async () => {
  const writer = await writesFrom('info@x.example', 'Receptie');
  const rows = Array.from({ length: 20 }, (_, i) => ({
    line: i + 2,
    values: { id: `s-${i}`, name: `Klant ${i}`, mail: 'info@x.example' },
  }));
  await bring(polder.context, { kind: 'customers', source: 'crm', rows });
  expect((await suggestedFor(writer)).length).toBeLessThanOrEqual(5);
});
