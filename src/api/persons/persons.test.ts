import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServedApi, serveApi } from '../fixtures/serving.ts';

let api: ServedApi;
let fatima: string;

const row = {
  id: 'F1',
  name: 'Fatima Amrani',
  mail: 'fatima@example.org',
  street: 'Dijk 1',
  town: 'Lelystad',
};
const bring = (rows: readonly object[], more: object = {}) =>
  api.send('POST', '/customer-rows', { body: { kind: 'customers', source: 'crm', rows, ...more } });
const known = async () => {
  const found = await api.send('GET', '/customers?search=Fatima');
  return (found.body as { data: { id: string }[] }).data.map(({ id }) => id);
};

beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api.close());

describe('rows', () => {
  test('are tried without writing, brought, and change nothing a second time; wrong ones are named', async () => {
    expect(await bring([row], { dry: true })).toMatchObject({
      status: 200,
      body: { outcomes: [{ outcome: 'new' }] },
    });
    expect(await known()).toEqual([]);
    const { body } = await bring([row, { id: 'X', mail: 'geen adres' }, { name: 'zonder nummer' }]);
    expect(body).toMatchObject({
      outcomes: [{ at: 0, outcome: 'new' }],
      refused: [
        { at: 1, code: 'field.unreadable' },
        { at: 2, code: 'field.missing' },
      ],
    });
    expect(await bring([row])).toMatchObject({ body: { outcomes: [{ outcome: 'unchanged' }] } });
    [fatima = ''] = await known();
    expect(await bring([{ ...row, shoe: '39' }])).toMatchObject({ status: 422 });
  });

  test('go out as they came in', async () => {
    expect(await api.send('GET', '/customer-rows?kind=customers')).toMatchObject({ status: 409 });
    const asked = '/customer-rows?kind=customers&reason=other&why=controle%20van%20de%20bron';
    const { body } = await api.send('GET', asked);
    expect(body).toEqual({ data: [{ ...row, source: 'crm' }] });
    expect(await api.send('GET', '/customer-rows?kind=shoes')).toMatchObject({ status: 422 });
  });
});

describe('a record', () => {
  test('is put right, and the old file does not bring the old back', async () => {
    const path = `/customers/${fatima}/records/crm/F1`;
    const changed = await api.send('PUT', path, { body: { street: 'Gracht 2', town: null } });
    expect(changed.body).toMatchObject({ data: [{ street: 'Gracht 2', town: null, name: row.name }] });
    await bring([row]);
    const { body } = await api.send('GET', `/customers/${fatima}/records`);
    expect(body).toMatchObject({ data: [{ street: 'Gracht 2', town: null }] });
    expect(await api.send('PUT', path, { body: { mail: 'geen adres' } })).toMatchObject({
      body: { code: 'invalid.contact' },
    });
    const elsewhere = `/customers/${fatima}/records/crm/F2`;
    expect(await api.send('PUT', elsewhere, { body: { town: 'Urk' } })).toMatchObject({ status: 404 });
  });
});

describe('permissions', () => {
  const offers = async () => {
    const { body } = await api.send('GET', `/customers/${fatima}/permissions`);
    return (body as { data: { purpose: string; state: string }[] }).data.find(
      (one) => one.purpose === 'offers',
    );
  };
  test('can be made less, never more', async () => {
    expect(await offers()).toMatchObject({ state: 'unknown', basis: 'consent', decidedAt: null });
    const body = { purpose: 'offers', evidence: 'zei het in de winkel' };
    expect(await api.send('POST', `/customers/${fatima}/objections`, { body })).toMatchObject({
      status: 200,
      body: { state: 'objected' },
    });
    expect(await offers()).toMatchObject({ state: 'objected' });
    const none = { ...body, purpose: 'measure' };
    expect(await api.send('POST', `/customers/${fatima}/objections`, { body: none })).toMatchObject({
      status: 422,
    });
  });
});

describe('requests', () => {
  test('begin the clock, and what can hold at once does', async () => {
    const body = { customer: fatima, kind: 'restrict', via: 'letter', purpose: 'train' };
    const made = await api.send('POST', '/privacy-requests', {
      body,
      headers: { 'idempotency-key': 'brief-1' },
    });
    expect(made).toMatchObject({ status: 200, body: { customer: fatima, kind: 'restrict', state: 'done' } });
    const again = await api.send('POST', '/privacy-requests', {
      body,
      headers: { 'idempotency-key': 'brief-1' },
    });
    expect(again.body).toEqual(made.body);
    await api.send('POST', '/privacy-requests', { body: { ...body, kind: 'erase' } });
    expect((await api.send('GET', '/privacy-requests')).body).toMatchObject({
      data: [{ kind: 'erase', state: 'open', dueAt: '2026-12-24T10:00:00.000Z' }],
    });
    expect((await api.send('GET', '/privacy-requests?state=ended')).body).toMatchObject({
      data: [{ kind: 'restrict' }],
    });
    expect(
      await api.send('POST', '/privacy-requests', { body: { ...body, customer: 'pe_x' } }),
    ).toMatchObject({
      status: 404,
    });
  });
});

describe('target groups', () => {
  test('are listed; one that is not there is not found', async () => {
    expect(await api.send('GET', '/segments')).toMatchObject({ status: 200, body: { data: [] } });
    expect(await api.send('GET', '/segments/sg_nowhere')).toMatchObject({ status: 404 });
  });
});
