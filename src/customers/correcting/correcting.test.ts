import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { type Context, transact } from '../../platform/context.ts';
import { bring } from '../exchanging/bringing.ts';
import {
  connectBackoffice,
  getBackoffice,
  noteTrial,
  ruleFields,
  turnBackoffice,
} from '../syncing/backoffice.ts';
import { shareDue, sharesOf } from '../syncing/sharing.ts';
import type { ContactTold } from '../syncing/sharing-corrections.ts';
import { correct, correctOwn } from './correcting.ts';
import { holdCorrections } from './holding.ts';

let polder: TestDatabase;
let people: People;
beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
});
afterAll(() => polder?.close());

const dijk = {
  id: '1',
  name: 'Fatima Haddad',
  mail: 'fatima@example.org',
  street: 'Dijk 1',
  town: 'Lelystad',
};
const tell = (source: string, values: Record<string, string> = {}) =>
  bring(polder.context, { kind: 'customers', source, rows: [{ line: 2, values: { ...dijk, ...values } }] });

/** The record as it stands, with whose it is and how many corrections stand. */
async function recordOf(source: string) {
  return transact(polder.context, 'service', async (ctx) => {
    const found = await sql<{
      person: string;
      personId: string;
      street: string;
      phone: string;
      corrected: number;
    }>`
      select p.public_id as person, p.id as "personId", p.name, r.street, r.phone, r.mail, (select count(*)::integer
        from contact_correction c where c.record_id = r.id) as corrected
      from customer_record r join person p on p.id = r.person_id where r.source = ${source}`.execute(
      ctx.database,
    );
    return found.rows[0] as (typeof found.rows)[number];
  });
}

let offices = 0;
async function office(rulings: Record<string, string>) {
  const ctx = polder.context;
  const door = { url: 'http://127.0.0.1:9', database: 'shop', user: 'polder', password: 'dijken en dammen' };
  const id = await connectBackoffice(ctx, { ...door, name: `Verbeterwinkel ${++offices}`, system: 'tryton' });
  await noteTrial(ctx, id, { state: 'good', tried: [] });
  await turnBackoffice(ctx, id, 'on');
  await ruleFields(ctx, id, { customers: rulings });
  return getBackoffice(ctx, id);
}

const els = () => people.els.context;
const fix = (ctx: Context, person: string, source: string, values: Record<string, string>) =>
  correct(ctx, person, { source, externalId: '1', values });
const isOutage = (error: unknown) => error instanceof Error && error.name === 'Outage';
const share = async () => expect.unreachable();

describe('a contact detail that is put right', () => {
  test('stays when the same file comes again, and gives way to what the source says anew', async () => {
    await tell('lijst');
    const { person } = await recordOf('lijst');
    await fix(els(), person, 'lijst', { street: ' Gracht 2 ', phone: '06 1234 5678' });
    expect(await recordOf('lijst')).toMatchObject({
      street: 'Gracht 2',
      phone: '+31612345678',
      corrected: 2,
    });
    await tell('lijst');
    expect(await recordOf('lijst')).toMatchObject({ street: 'Gracht 2', corrected: 2 });
    await tell('lijst', { phone: '+31612345678' });
    expect(await recordOf('lijst')).toMatchObject({ street: 'Gracht 2', corrected: 1 });
    await tell('lijst', { street: 'Plein 3' });
    expect(await recordOf('lijst')).toMatchObject({ street: 'Plein 3', corrected: 0 });
    const { outcomes } = await tell('lijst', { street: 'Plein 3' });
    expect(outcomes).toMatchObject([{ outcome: 'unchanged' }]);
  });

  test('is written down for the customer, is called by, and refuses what cannot be', async () => {
    await tell('naam');
    const { person, personId } = await recordOf('naam');
    await fix(els(), person, 'naam', { name: 'Fatima el Haddad' });
    expect(await recordOf('naam')).toMatchObject({ name: 'Fatima el Haddad' });
    const uses = await transact(polder.context, 'legal', ({ database }) =>
      database.selectFrom('data_use').select('activity').where('person_id', '=', personId).execute(),
    );
    expect(uses).toEqual([{ activity: 'contact.corrected' }]);
    await expect(fix(els(), person, 'naam', { mail: 'geen adres' })).rejects.toMatchObject({
      code: 'invalid.contact',
      details: { field: 'mail' },
    });
    await expect(fix(els(), person, 'lijst', { town: 'Urk' })).rejects.toMatchObject({
      code: 'not-found.record',
    });
    const own = { ...polder.context, actor: { kind: 'person', personId, strength: 3 } } as Context;
    await correctOwn(own, { source: 'naam', externalId: '1', values: { town: 'Urk' } });
    await expect(
      correctOwn(own, { source: 'naam', externalId: '1', values: { mail: 'ander@example.org' } }),
    ).rejects.toMatchObject({ code: 'invalid.contact' });
    await expect(
      correctOwn(own, { source: 'lijst', externalId: '1', values: { town: 'Urk' } }),
    ).rejects.toMatchObject({ code: 'not-found.record' });
  });

  test('is not put right here where another system has the word', async () => {
    const { source } = await office({ street: 'newest' });
    await tell(source);
    const { person } = await recordOf(source);
    await expect(fix(els(), person, source, { town: 'Urk' })).rejects.toMatchObject({
      code: 'conflict.record-theirs',
      details: { field: 'town' },
    });
    await fix(els(), person, source, { street: 'Gracht 2', town: 'Lelystad' });
    expect(await recordOf(source)).toMatchObject({ street: 'Gracht 2' });
  });
});

describe('the system that keeps the record', () => {
  test('is told all that stands corrected, once, and again only while nobody knows whether it arrived', async () => {
    const shop = await office({ street: 'newest', town: 'ours', phone: 'newest' });
    await tell(shop.source);
    const { person, personId } = await recordOf(shop.source);
    await fix(els(), person, shop.source, { street: 'Gracht 2' });
    polder.turn.forward({ seconds: 5 });
    await fix(els(), person, shop.source, { street: 'Gracht 22', town: 'Dronten' });
    const told: ContactTold[] = [];
    let cut = true;
    const into = async (one: ContactTold) => {
      told.push(one);
      if (cut) throw Object.assign(new Error('broke off'), { name: 'Outage' });
      return [];
    };
    const telling = { share, correct: into, isOutage };
    await shareDue(polder.context, shop, telling);
    cut = false;
    polder.turn.forward({ minutes: 2 });
    await shareDue(polder.context, shop, telling);
    await shareDue(polder.context, shop, telling);
    expect(told.length).toBe(2);
    expect(told[1]).toEqual({
      customerKey: '1',
      changes: [
        { field: 'street', from: 'Dijk 1', to: 'Gracht 22', at: expect.any(String), holds: 'newest' },
        { field: 'town', from: 'Lelystad', to: 'Dronten', at: expect.any(String), holds: 'ours' },
      ],
    });
    const counts = await transact(polder.context, 'service', (ctx) => sharesOf(ctx, shop, 'contact'));
    expect(counts).toEqual({ shared: 1 });
    expect(await recordOf(shop.source)).toMatchObject({ street: 'Gracht 22', corrected: 0 });
    const uses = await transact(polder.context, 'legal', ({ database }) =>
      database
        .selectFrom('data_use')
        .select(['activity', 'recipient'])
        .where('person_id', '=', personId)
        .where('activity', '=', 'contact.shared')
        .execute(),
    );
    expect(uses).toEqual([{ activity: 'contact.shared', recipient: shop.name }]);
  });

  test('whose own change is newer keeps it, and it comes in with the next reading', async () => {
    const shop = await office({ street: 'newest' });
    await tell(shop.source);
    const { person } = await recordOf(shop.source);
    await fix(els(), person, shop.source, { street: 'Gracht 2' });
    await shareDue(polder.context, shop, { share, correct: async () => ['street'], isOutage });
    await tell(shop.source, { street: 'Plein 3' });
    expect(await recordOf(shop.source)).toMatchObject({ street: 'Plein 3', corrected: 0 });
  });
});

/** What a file that says `first`, then a correction, then files that say `later` one by one, come to. */
async function comesTo(hold: typeof holdCorrections, later: readonly string[]): Promise<string> {
  const dry = false;
  const source = `wet-${++offices}`;
  await tell(source);
  const { person } = await recordOf(source);
  await fix(els(), person, source, { street: 'Gracht 2' });
  let says = 'Gracht 2';
  for (const street of later) {
    const rows = [{ line: 2, externalId: '1', values: { street } }];
    const [row] = await transact(polder.context, 'service', (ctx) => hold(ctx, { source, rows, dry }));
    says = row?.values.street ?? '';
  }
  return says;
}

const life = [
  [['Dijk 1'], 'Gracht 2'],
  [['Dijk 1', 'Plein 3', 'Dijk 1'], 'Dijk 1'],
  [['Gracht 2', 'Dijk 1'], 'Dijk 1'],
] as const;
const holds = async (hold: typeof holdCorrections) => {
  for (const [later, right] of life) if ((await comesTo(hold, later)) !== right) return false;
  return true;
};

describe('whose word holds', () => {
  test('is ours until the source says something else', async () => {
    expect(await holds(holdCorrections)).toBe(true);
  });

  const broken: Record<string, typeof holdCorrections> = {
    'always takes what the source says': async (_, { rows }) => [...rows],
    'always keeps ours': async (_, { rows }) =>
      rows.map((row) => ({ ...row, values: { ...row.values, street: 'Gracht 2' } })),
    'never ends a correction': (ctx, told) => holdCorrections(ctx, { ...told, dry: true }),
  };
  test.for(Object.entries(broken))('is noticed to be wrong by code that %s', async ([, hold]) => {
    expect(await holds(hold)).toBe(false);
  });
});
