import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTryton, type TrytonServer, trytonIsThere } from '../../../test/backoffice/tryton-server.ts';
import type { ContactChange, Kind, Told } from '../backoffice.ts';
import { type Call, trytonSession } from './session.ts';
import { tryton } from './tryton.ts';

const decimal = (text: string) => ({ __class__: 'Decimal', decimal: text });

/** What a shop does in a day, through the same door as its own people. */
function shop(call: Call) {
  const made = async (model: string, values: Parameters<Call>[1]) => {
    const ids = await call(`model.${model}.create`, [values as never]);
    return (ids as number[])[0] as number;
  };
  const first = async (model: string, domain: readonly unknown[] = []) =>
    ((await call(`model.${model}.search`, domain as never, 0, 1, null)) as number[])[0] as number;
  return {
    customer: (name: string, mail: string) =>
      made('party.party', {
        name,
        addresses: [['create', [{ street: 'Dijk 1', postal_code: '8232 AB', city: 'Lelystad' }]]],
        contact_mechanisms: [['create', [{ type: 'email', value: mail }]]],
      }),
    async order(party: number) {
      const address = await first('party.address', [['party', '=', party]]);
      const product = await first('product.product');
      const unit = await first('product.uom', [['name', '=', 'Unit']]);
      const line = {
        product,
        unit,
        quantity: 2,
        unit_price: decimal('149.505'),
        description: 'Zonnepaneel 400 W',
      };
      const addresses = { invoice_address: address, shipment_address: address };
      const sale = await made('sale.sale', { party, ...addresses, lines: [['create', [line]]] });
      for (const step of ['quote', 'confirm', 'process']) await call(`model.sale.sale.${step}`, [sale]);
      return sale;
    },
    async bill(party: number) {
      const invoice = await first('account.invoice', [['party', '=', party]]);
      await call('model.account.invoice.post', [invoice]);
      return invoice;
    },
    change: (model: string, id: number, values: Parameters<Call>[1]) =>
      call(`model.${model}.write`, [id], values as never),
    first,
  };
}

describe.skipIf(!trytonIsThere)('a real Tryton', () => {
  let server: TrytonServer;
  let people: ReturnType<typeof shop>;
  beforeAll(async () => {
    server = await startTryton();
    people = shop(trytonSession(server.login));
  }, 600_000);
  afterAll(() => server?.stop());

  async function all<K extends Kind>(kind: K, cursor: string | null = null) {
    const office = tryton(server.login);
    const told: Told[K][] = [];
    let next = cursor;
    for (;;) {
      const page = await office.read(kind, next);
      told.push(...page.told);
      next = page.cursor;
      if (!page.more) return { told, cursor: next };
    }
  }

  test('tells customers, orders, invoices and deliveries, and takes an interaction back', async () => {
    const fatima = await people.customer('Fatima Haddad', 'fatima@example.org');
    const sale = await people.order(fatima);
    const invoice = await people.bill(fatima);
    const today = Temporal.Now.plainDateISO('UTC').toString();
    const key = String(fatima);
    expect((await all('customers')).told).toContainEqual({
      key,
      name: 'Fatima Haddad',
      mail: 'fatima@example.org',
      phone: null,
      street: 'Dijk 1',
      postcode: '8232 AB',
      town: 'Lelystad',
      country: null,
      since: today,
    });
    expect((await all('orders')).told).toMatchObject([
      {
        key: String(sale),
        customerKey: key,
        state: 'confirmed',
        totalMinor: 29_901,
        currency: 'EUR',
        lines: [{ what: 'Zonnepaneel 400 W', quantity: 2, totalMinor: 29_901 }],
      },
    ]);
    expect((await all('invoices')).told).toMatchObject([
      { key: String(invoice), customerKey: key, orderKey: String(sale), state: 'open', issuedOn: today },
    ]);
    expect((await all('deliveries')).told).toMatchObject([
      { customerKey: key, orderKey: String(sale), state: 'planned' },
    ]);
    const office = tryton(server.login);
    await office.check();
    const about = { kind: 'orders', key: String(sale) } as const;
    const on = today;
    const said = {
      reference: 'conversation-1',
      customerKey: key,
      about,
      kind: 'Klacht',
      on,
      summary: 'Te laat',
    };
    const complaint = await office.share(said);
    expect(await office.share(said)).toBe(complaint);
    expect(await people.first('sale.complaint', [['reference', '=', 'conversation-1']])).toBe(
      Number(complaint),
    );
    const billed = {
      ...said,
      reference: 'conversation-2',
      about: { kind: 'invoices', key: String(invoice) } as const,
    };
    expect(await office.share(billed)).not.toBe(complaint);
    expect(await office.share({ ...said, reference: 'conversation-3', about: null })).not.toBe(complaint);
  });

  test('tells again what changed after, also when only the address or the telephone did', async () => {
    const henk = await people.customer('Henk de Boer', 'henk@example.org');
    const before = await all('customers');
    const address = await people.first('party.address', [['party', '=', henk]]);
    await people.change('party.address', address, { street: 'Gracht 2' });
    const { told } = await all('customers', before.cursor);
    expect(told).toContainEqual(expect.objectContaining({ key: String(henk), street: 'Gracht 2' }));
    const mail = await people.first('party.contact_mechanism', [['party', '=', henk]]);
    await people.change('party.contact_mechanism', mail, { value: 'henk@nieuw.example' });
    const later = await all('customers', before.cursor);
    expect(later.told).toContainEqual(
      expect.objectContaining({ key: String(henk), mail: 'henk@nieuw.example' }),
    );
  });

  test('is told what was put right, once, but not over what its own people changed later', async () => {
    const office = tryton(server.login);
    const noor = await people.customer('Noor Smit', 'noor@example.org');
    const before = await all('customers');
    const key = String(noor);
    const change = (field: ContactChange['field'], from: string | null, to: string | null) =>
      ({ field, from, to, at: Temporal.Now.instant().toString(), holds: 'newest' }) as const;
    const changes = [
      change('name', 'Noor Smit', 'Noor Smit-de Wit'),
      change('street', 'Dijk 1', 'Gracht 2'),
      change('postcode', '8232AB', '8242CD'),
      change('town', 'Lelystad', 'Almere'),
      change('mail', 'noor@example.org', 'noor@nieuw.example'),
      change('phone', null, '+31612345678'),
    ];
    expect(await office.correct({ customerKey: key, changes })).toEqual([]);
    expect(await office.correct({ customerKey: key, changes })).toEqual([]);
    const { told } = await all('customers', before.cursor);
    const [noors] = told.filter((one) => one.key === key);
    expect({ ...noors, phone: noors?.phone?.replace(/ /g, '') }).toMatchObject({
      name: 'Noor Smit-de Wit',
      street: 'Gracht 2',
      postcode: '8242 CD',
      town: 'Almere',
      mail: 'noor@nieuw.example',
      phone: '+31612345678',
    });
    const mechanisms = await people.first('party.contact_mechanism', [
      ['party', '=', noor],
      ['type', '=', 'phone'],
    ]);
    expect(mechanisms).toBeGreaterThan(0);

    const earlier = { ...change('town', 'Almere', 'Urk'), at: '2026-01-01T00:00:00Z' };
    const address = await people.first('party.address', [['party', '=', noor]]);
    await people.change('party.address', address, { city: 'Dronten' });
    expect(await office.correct({ customerKey: key, changes: [earlier] })).toEqual(['town']);
    expect(await office.correct({ customerKey: key, changes: [{ ...earlier, holds: 'ours' }] })).toEqual([]);
    await office.correct({ customerKey: key, changes: [change('phone', '+31612345678', null)] });
    const last = (await all('customers', before.cursor)).told.find((one) => one.key === key);
    expect(last).toMatchObject({ town: 'Urk', phone: null });
    await expect(
      office.correct({ customerKey: '999999', changes: [change('town', null, 'Urk')] }),
    ).rejects.toMatchObject({ name: 'Refused' });
    await expect(
      office.correct({ customerKey: key, changes: [change('country', null, 'XX')] }),
    ).rejects.toMatchObject({ name: 'Refused' });
  });

  test('goes through many by pages, each once, and knows which there are', async () => {
    for (let n = 0; n < 21; n += 1) {
      const many = Array.from({ length: 20 }, (_, i) => ({ name: `Lid ${n * 20 + i}` }));
      await trytonSession(server.login)('model.party.party.create', many);
    }
    const { told } = await all('customers');
    const names = told.flatMap(({ name }) => (name?.startsWith('Lid ') ? name : []));
    expect(names.length).toBe(420);
    expect(new Set(names).size).toBe(420);
    const office = tryton(server.login);
    const keys: string[] = [];
    for (let page = await office.keys('customers', null); page.length > 0; ) {
      keys.push(...page);
      page = await office.keys('customers', page.at(-1) ?? null);
    }
    expect(told.every(({ key }) => keys.includes(key))).toBe(true);
  });

  test('says what is wrong with a password, a database, and what it lacks', async () => {
    const wrong = tryton({ ...server.login, password: 'iets anders' });
    await expect(wrong.check()).rejects.toThrow(/password/);
    await expect(tryton({ ...server.login, database: 'nergens' }).check()).rejects.toThrow();
    await expect(tryton({ ...server.login, url: 'http://127.0.0.1:9' }).check()).rejects.toThrow(/No answer/);
    const none = {
      reference: 'x',
      customerKey: '999999',
      about: null,
      kind: 'Klacht',
      on: '2026-11-24',
      summary: '',
    };
    await expect(tryton(server.login).share(none)).rejects.toMatchObject({ name: 'Refused' });
  });
});
