import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTryton, type TrytonServer, trytonIsThere } from '../test/backoffice/tryton-server.ts';
import { type TestDatabase, testDatabase } from '../test/database.ts';
import { trytonSession } from './backoffice/tryton/session.ts';
import type { Row } from './backoffice/tryton/values.ts';
import { correct } from './customers/correcting/correcting.ts';
import {
  connectBackoffice,
  getBackoffice,
  orderTrial,
  ruleFields,
  turnBackoffice,
} from './customers/syncing/backoffice.ts';
import { readingsOf } from './customers/syncing/reading.ts';
import { planShare, sharesOf } from './customers/syncing/sharing.ts';
import { transact } from './platform/context.ts';
import { runTrial, syncBackoffices } from './syncing.ts';

describe.skipIf(!trytonIsThere)('Polder and a real Tryton', () => {
  let server: TrytonServer;
  let polder: TestDatabase;
  beforeAll(async () => {
    [server, polder] = [await startTryton(), await testDatabase()];
  }, 600_000);
  afterAll(async () => {
    await server?.stop();
    await polder?.close();
  });

  const ids = async (model: string, domain: unknown[] = []) =>
    (await trytonSession(server.login)(`model.${model}.search`, domain as never, 0, null, null)) as number[];

  async function fatimaOrders(): Promise<number> {
    const call = trytonSession(server.login);
    const make = async (model: string, values: unknown) =>
      ((await call(`model.${model}.create`, [values] as never)) as number[])[0] as number;
    const party = await make('party.party', {
      name: 'Fatima Haddad',
      addresses: [['create', [{ street: 'Dijk 1', postal_code: '8232 AB', city: 'Lelystad' }]]],
      contact_mechanisms: [['create', [{ type: 'email', value: 'fatima@example.org' }]]],
    });
    const [address] = await ids('party.address', [['party', '=', party]]);
    const [product] = await ids('product.product');
    const [unit] = await ids('product.uom', [['name', '=', 'Unit']]);
    const price = { __class__: 'Decimal', decimal: '149.50' };
    const line = { product, unit, quantity: 2, unit_price: price, description: 'Zonnepaneel 400 W' };
    const sale = await make('sale.sale', {
      party,
      invoice_address: address,
      shipment_address: address,
      lines: [['create', [line]]],
    });
    for (const step of ['quote', 'confirm', 'process']) await call(`model.sale.sale.${step}`, [sale]);
    await call('model.account.invoice.post', await ids('account.invoice', [['party', '=', party]]));
    return party;
  }

  test('tried, switched on: customers, orders, invoices come in, and a closed conversation goes out', async () => {
    const ctx = polder.context;
    const party = await fatimaOrders();
    const wrong = { ...server.login, name: 'Verkeerd', system: 'tryton', password: 'iets anders' };
    const refused = await connectBackoffice(ctx, wrong);
    await runTrial(ctx, refused);
    expect((await getBackoffice(ctx, refused)).trial).toMatchObject({ state: 'failed', said: /password/ });

    const id = await connectBackoffice(ctx, { ...server.login, name: 'Winkel', system: 'tryton' });
    await orderTrial(ctx, id);
    await runTrial(ctx, id);
    expect((await getBackoffice(ctx, id)).trial).toMatchObject({
      state: 'good',
      tried: [
        { kind: 'customers', new: 1, aside: [] },
        { kind: 'orders', new: 1, aside: [] },
        { kind: 'invoices', new: 1, aside: [] },
        { kind: 'deliveries', new: 1, aside: [] },
      ],
    });
    await turnBackoffice(ctx, id, 'on');
    await syncBackoffices(ctx);
    await syncBackoffices(ctx);
    const office = await getBackoffice(ctx, id);
    const { readings, aside } = await readingsOf(ctx, office);
    expect(readings.map((row) => [row.new, row.changed, row.problem])).toEqual(Array(4).fill([1, 0, null]));
    expect(aside).toEqual([]);
    const order = await transact(ctx, 'service', ({ database }) =>
      database
        .selectFrom('customer_order')
        .innerJoin('person', 'person.id', 'customer_order.person_id')
        .select(['customer_order.total_minor', 'customer_order.state', 'person.id', 'person.name'])
        .where('source', '=', office.source)
        .executeTakeFirstOrThrow(),
    );
    expect(order).toMatchObject({ total_minor: '29900', state: 'confirmed', name: 'Fatima Haddad' });

    const said = { reference: 'cv_1', kind: 'klacht', on: '2026-11-24', summary: 'Gesprek via mail.' };
    await transact(ctx, 'service', (ctx) => planShare(ctx, { ...said, personId: order.id, messageIds: [] }));
    await syncBackoffices(ctx);
    expect(await transact(ctx, 'service', (ctx) => sharesOf(ctx, office))).toEqual({ shared: 1 });
    const fields = ['customer', 'description', 'type.name'];
    const [complaint] = (await trytonSession(server.login)(
      'model.sale.complaint.search_read',
      [['reference', '=', 'cv_1']],
      0,
      null,
      null,
      fields,
    )) as Row[];
    expect(complaint).toMatchObject({ customer: party, description: 'Gesprek via mail.' });

    await ruleFields(ctx, id, { customers: { street: 'newest' } });
    const [fatima] = await transact(ctx, 'service', ({ database }) =>
      database.selectFrom('person').select('public_id').where('id', '=', order.id).execute(),
    );
    const correction = { source: office.source, externalId: String(party), values: { street: 'Gracht 2' } };
    await correct(ctx, fatima?.public_id ?? '', correction);
    await syncBackoffices(ctx);
    await syncBackoffices(ctx);
    const [address] = await ids('party.address', [['party', '=', party]]);
    expect(
      await trytonSession(server.login)('model.party.address.read', [address ?? 0], ['street']),
    ).toMatchObject([{ street: 'Gracht 2' }]);
    const record = await transact(ctx, 'service', ({ database }) =>
      database
        .selectFrom('customer_record')
        .leftJoin('contact_correction', 'record_id', 'customer_record.id')
        .select(['street', 'contact_correction.field'])
        .where('source', '=', office.source)
        .where('external_id', '=', String(party))
        .execute(),
    );
    expect(record).toEqual([{ street: 'Gracht 2', field: null }]);
  });
});
