import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { transact } from '../../platform/context.ts';
import { decide } from '../../privacy/deciding.ts';
import {
  type Backoffice,
  changeDoor,
  connectBackoffice,
  doorOf,
  getBackoffice,
  listBackoffices,
  noteTrial,
  ruleFields,
  turnBackoffice,
} from './backoffice.ts';
import { type OfficePage, type ReadOffice, readBackoffice, readingsOf } from './reading.ts';
import { type Interaction, planShare, shareDue, sharesOf } from './sharing.ts';

let polder: TestDatabase;
beforeAll(async () => {
  polder = await testDatabase();
});
afterAll(() => polder?.close());

const door = { url: 'http://127.0.0.1:9', database: 'shop', user: 'polder', password: 'dijken en dammen' };
let names = 0;

async function switchedOn(): Promise<Backoffice> {
  const ctx = polder.context;
  names += 1;
  const id = await connectBackoffice(ctx, { ...door, name: `Winkel ${names}`, system: 'tryton' });
  await noteTrial(ctx, id, { state: 'good', tried: [] });
  await turnBackoffice(ctx, id, 'on');
  return getBackoffice(ctx, id);
}

const customer = (key: string, more: Record<string, string> = {}) => ({
  key,
  rows: [{ id: key, name: `Klant ${key}`, mail: `klant-${key}@example.org`, town: 'Lelystad', ...more }],
});
const order = (key: string, of: string, state = 'confirmed') => ({
  key,
  rows: ['paneel', 'kabel'].map((what, at) => ({
    id: key,
    customer: of,
    number: `V${key}`,
    state,
    ordered: '2026-11-02',
    total: '299.00',
    currency: 'EUR',
    line: String(at + 1),
    what,
    quantity: '2',
    lineTotal: '149.50',
  })),
});
type Told = OfficePage['told'];

/** A system that tells these, two to a page, and nothing of the other kinds; the cursor is how many were told. */
function telling(customers: Told, orders: Told = [], unreadable: OfficePage['unreadable'] = []): ReadOffice {
  return async (kind, cursor) => {
    const all = kind === 'customers' ? customers : kind === 'orders' ? orders : [];
    const from = Number(cursor ?? 0);
    const told = all.slice(from, from + 2);
    const more = from + 2 < all.length;
    const odd = kind === 'orders' && from === 0 ? unreadable : [];
    return { told, unreadable: odd, cursor: String(from + told.length), more };
  };
}

const rowsFrom = (source: string) =>
  transact(polder.context, 'service', async ({ database }) => ({
    customers: await database
      .selectFrom('customer_record')
      .select(['external_id', 'name', 'mail', 'town', 'person_id'])
      .where('source', '=', source)
      .orderBy('external_id')
      .execute(),
    orders: await database
      .selectFrom('customer_order')
      .select(['external_id', 'person_id', 'state', 'total_minor'])
      .where('source', '=', source)
      .orderBy('external_id')
      .execute(),
  }));

describe('a back office', () => {
  test('keeps its password shut, is tried before it is on, and throws the password away in the end', async () => {
    const ctx = polder.context;
    const id = await connectBackoffice(ctx, { ...door, name: 'Ærøskøbing Énergie!', system: 'tryton' });
    const office = await getBackoffice(ctx, id);
    expect(office).toMatchObject({ state: 'paused', source: expect.stringMatching(/^[a-z][a-z0-9-]*$/) });
    const kept = await ctx.database
      .selectFrom('backoffice')
      .selectAll()
      .where('public_id', '=', id)
      .execute();
    expect(
      JSON.stringify(kept.map((row) => ({ ...row, sealed: row.sealed.toString('latin1') }))),
    ).not.toContain(door.password);
    expect(await doorOf(ctx, id)).toEqual(door);
    await expect(turnBackoffice(ctx, id, 'on')).rejects.toThrow(/conflict.backoffice-untried/);
    await noteTrial(ctx, id, { state: 'good', tried: [] });
    await turnBackoffice(ctx, id, 'on');
    await changeDoor(ctx, id, { ...door, user: 'els', password: '' });
    expect(await doorOf(ctx, id)).toEqual({ ...door, user: 'els' });
    expect((await getBackoffice(ctx, id)).state).toBe('paused');
    await turnBackoffice(ctx, id, 'ended');
    expect((await listBackoffices(ctx)).map(({ publicId }) => publicId)).not.toContain(id);
    const ended = await ctx.database
      .selectFrom('backoffice')
      .select('sealed')
      .where('public_id', '=', id)
      .execute();
    expect(ended[0]?.sealed.length).toBe(0);
  });

  test('is read page by page, twice changes nothing, and goes on where it was after a crash', async () => {
    const office = await switchedOn();
    const people = ['1', '2', '3', '4', '5'].map((key) => customer(key));
    const read = telling(people, [order('7', '3'), order('8', 'nobody')]);
    let pages = 0;
    const crashing: ReadOffice = async (kind, cursor) => {
      if (kind === 'customers') pages += 1;
      if (kind === 'customers' && pages === 2) throw Object.assign(new Error('gone'), { name: 'Outage' });
      return read(kind, cursor);
    };
    await readBackoffice(polder.context, office, crashing);
    expect((await rowsFrom(office.source)).customers.map((row) => row.external_id)).toEqual(['1', '2']);
    const { readings } = await readingsOf(polder.context, office);
    expect(readings.find(({ kind }) => kind === 'customers')?.problem).toContain('gone');
    expect(readings.find(({ kind }) => kind === 'orders')?.problem).toBeNull();
    polder.turn.forward({ minutes: 2 });
    await readBackoffice(polder.context, office, read);
    const all = await rowsFrom(office.source);
    expect(all.customers.map((row) => row.external_id)).toEqual(['1', '2', '3', '4', '5']);
    expect(all.orders.map((row) => [row.external_id, row.person_id, row.total_minor])).toEqual([
      ['7', all.customers[2]?.person_id, '29900'],
      ['8', null, '29900'],
    ]);
    await readBackoffice(polder.context, office, telling(people, [order('7', '3')]));
    expect(await rowsFrom(office.source)).toEqual(all);
  });

  test('that is out of order is asked less and less often, and as late as it wants', async () => {
    const office = await switchedOn();
    let asked = 0;
    const busy: ReadOffice = async () => {
      asked += 1;
      throw Object.assign(new Error('slow down'), { name: 'Outage', after: 600 });
    };
    await readBackoffice(polder.context, office, busy);
    expect(asked).toBe(4);
    polder.turn.forward({ minutes: 9 });
    await readBackoffice(polder.context, office, busy);
    expect(asked).toBe(4);
    polder.turn.forward({ minutes: 2 });
    await readBackoffice(polder.context, office, busy);
    expect(asked).toBe(8);
  });

  test('sets aside what cannot be read, with why, lets the rest in, and forgets it once it is mended', async () => {
    const office = await switchedOn();
    const spoiled = {
      ...order('12', '1'),
      rows: [{ id: '12', customer: '1', number: 'V12', ordered: 'gisteren' }],
    };
    const strange = [{ key: '13', why: 'a currency that has no cents' }];
    await readBackoffice(
      polder.context,
      office,
      telling([customer('1')], [spoiled, order('14', '1')], strange),
    );
    const { aside } = await readingsOf(polder.context, office);
    expect(aside.map(({ kind, key }) => [kind, key]).toSorted()).toEqual([
      ['orders', '12'],
      ['orders', '13'],
    ]);
    expect((await rowsFrom(office.source)).orders.map((row) => row.external_id)).toEqual(['14']);
    polder.turn.forward({ minutes: 2 });
    const mended: ReadOffice = async () => ({
      told: [order('12', '1')],
      unreadable: [],
      cursor: '',
      more: false,
    });
    await readBackoffice(polder.context, office, (kind, cursor) =>
      kind === 'orders' ? mended(kind, cursor) : telling([])(kind, cursor),
    );
    expect((await readingsOf(polder.context, office)).aside.map(({ key }) => key)).toEqual(['13']);
  });

  test('takes no more than it may, and leaves ours where ours holds', async () => {
    const office = await switchedOn();
    await ruleFields(polder.context, office.publicId, {
      customers: { town: 'never', name: 'ours', shoe: 'theirs' },
    });
    const ruled = await getBackoffice(polder.context, office.publicId);
    await readBackoffice(polder.context, ruled, telling([customer('1')]));
    const later = [customer('1', { name: 'Andere naam', mail: 'nieuw@example.org' })];
    await readBackoffice(polder.context, ruled, async (kind) => ({
      told: kind === 'customers' ? later : [],
      unreadable: [],
      cursor: '9',
      more: false,
    }));
    expect((await rowsFrom(office.source)).customers).toMatchObject([
      { name: 'Klant 1', mail: 'nieuw@example.org', town: null },
    ]);
  });
});

describe('what is told of a conversation', () => {
  async function planned(office: Backoffice) {
    await readBackoffice(
      polder.context,
      office,
      telling([customer('1', { mail: `${office.source}@example.org` })], [order('7', '1')]),
    );
    const personId = (await rowsFrom(office.source)).customers[0]?.person_id as string;
    const share = {
      personId,
      messageIds: [],
      reference: `cv-${office.source}`,
      kind: 'klacht',
      on: '2026-11-24',
    };
    await transact(polder.context, 'service', async (ctx) => {
      await planShare(ctx, { ...share, summary: 'Stemming: negatief.' });
      await planShare(ctx, { ...share, summary: 'Stemming: negatief.' });
    });
    return personId;
  }
  const isOutage = (error: unknown) => error instanceof Error && error.name === 'Outage';
  const correct = async () => expect.unreachable();
  const shares = (office: Backoffice) => transact(polder.context, 'service', (ctx) => sharesOf(ctx, office));

  test('is told once, and again only while nobody knows whether it arrived', async () => {
    const office = await switchedOn();
    const personId = await planned(office);
    const told: Interaction[] = [];
    let cut = true;
    const share = async (one: Interaction) => {
      told.push(one);
      if (cut) throw Object.assign(new Error('the answer broke off'), { name: 'Outage' });
      return 'C1';
    };
    await shareDue(polder.context, office, { share, correct, isOutage });
    expect(await shares(office)).toEqual({ waiting: 1 });
    await shareDue(polder.context, office, { share, correct, isOutage });
    expect(told.length).toBe(1);
    cut = false;
    polder.turn.forward({ minutes: 2 });
    await shareDue(polder.context, office, { share, correct, isOutage });
    await shareDue(polder.context, office, { share, correct, isOutage });
    expect(await shares(office)).toEqual({ shared: 1 });
    expect(told.map(({ reference }) => reference)).toEqual([`cv-${office.source}`, `cv-${office.source}`]);
    const uses = await transact(polder.context, 'service', ({ database }) =>
      database
        .selectFrom('data_use')
        .select(['activity', 'recipient'])
        .where('person_id', '=', personId)
        .where('activity', '=', 'interaction.shared')
        .execute(),
    );
    expect(uses).toEqual([{ activity: 'interaction.shared', recipient: office.name }]);
  });

  test('is not told of somebody who had their data shut, nor what the system refuses', async () => {
    const office = await switchedOn();
    const personId = await planned(office);
    await transact(polder.context, 'service', (ctx) =>
      decide(ctx, personId, { purpose: 'service', act: 'restrict', strength: 3 }),
    );
    const share = async () => expect.unreachable();
    await shareDue(polder.context, office, { share, correct, isOutage });
    expect(await shares(office)).toEqual({ cancelled: 1 });
    const other = await switchedOn();
    await planned(other);
    const refusing = async () => {
      throw Object.assign(new Error('There is no such customer.'), { name: 'Refused' });
    };
    await shareDue(polder.context, other, { share: refusing, correct, isOutage });
    expect(await shares(other)).toEqual({ refused: 1 });
  });
});
