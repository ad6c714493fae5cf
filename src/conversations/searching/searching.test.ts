import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, withAdmin } from '../../../test/database.ts';
import { hirePeople, hirePerson, type People } from '../../../test/people.ts';
import { registerAccount, utterance } from '../../../test/portrait.ts';
import { forgetPosts } from '../../listening/forgetting.ts';
import { hear } from '../../listening/hearing.ts';
import { departmentNamed } from '../../organisation/departments.ts';
import { type Context, transact } from '../../platform/context.ts';
import { decide } from '../../privacy/deciding.ts';
import { answer, note } from '../answering.ts';
import { close } from '../closing.ts';
import { savedSearchPlace } from './places.ts';
import { noQuestion, type Question } from './question.ts';
import { endSearch, listSavedSearches, saveSearch } from './saved-search.ts';
import { searchConversations } from './searching.ts';

let polder: TestDatabase;
let people: People;
let els: Context;

const said: readonly [author: string, name: string, text: string][] = [
  [
    '@fatima',
    'Fatima El Amrani',
    'De bezorgers hebben twee pakketten bij de buren gelegd, dat is niet leverbaar.',
  ],
  ['@henk', 'Henk Visser', 'My invoices are wrong again, please correct the billing.'],
  ['@maria', 'María Pérez', '¿Cuándo llegan las facturas? Hace semanas que espero mis pedidos.'],
  ['@jan', 'Jan de Boer', 'Een café zonder koffie, de monteur kwam niet.'],
  ['@secret', 'Sanne Stil', 'Mijn pakketten zijn zoek.'],
];

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  els = people.els.context;
  const account = await registerAccount(polder.context, '@waterkracht');
  await hear(polder.context, {
    account,
    utterances: said.map(([author, authorName, text], n) =>
      utterance(`s-${n}`, { author, authorName, text, sentAt: new Date(Date.UTC(2026, 10, 20 + n, 9)) }),
    ),
  });
});
afterAll(() => polder?.close());

const find = async (text: string, asked: Partial<Question> = {}, ctx = els) =>
  (await searchConversations(ctx, { question: { ...noQuestion, text, ...asked } })).hits.map(
    ({ personName }) => personName?.split(' ')[0],
  );

describe('searching', () => {
  test.each([
    ['bezorger pakket', ['Fatima'], 'Dutch stems'],
    ['invoice', ['Henk'], 'English ones'],
    ['factura pedido', ['María'], 'Spanish ones'],
    ['cafe', ['Jan'], 'words without their accents'],
    ['"niet leverbaar"', ['Fatima'], 'words side by side'],
    ['pakket -buren', ['Sanne'], 'what is not wanted'],
    ['pakket -"bij de buren"', ['Sanne'], 'nor words side by side'],
    ['monteur pakket', [], 'nothing where one word is missing'],
    ['mrani', ['Fatima'], 'a part of a name'],
    ['@hen', ['Henk'], 'a part of an account'],
    ['perez', ['María'], 'names without their accents'],
    ["' & | ! :* \\", [], 'signs as signs'],
  ])('for %s finds %j: %s', async (text, names) => {
    expect(await find(text)).toEqual(names);
  });

  test('shows newest first, where the words stand, and one row for each conversation', async () => {
    const { hits } = await searchConversations(els, { question: { ...noQuestion, text: 'pakketten' } });
    expect(hits.map(({ personName }) => personName)).toEqual(['Sanne Stil', 'Fatima El Amrani']);
    expect(hits[1]?.excerpt.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['pakketten']);
    expect(hits[1]?.byName).toBe(false);
    await note(els, hits[1]?.publicId ?? '', 'Het pakket ligt bij nummer 12.');
    const again = await searchConversations(els, { question: { ...noQuestion, text: 'pakketten' } });
    expect(again.hits.map(({ kind }) => kind)).toEqual(['note', 'in']);
  });

  test('walks through all pages, each conversation once', async () => {
    const account = await registerAccount(polder.context, '@veel');
    const utterances = Array.from({ length: 60 }, (_, n) =>
      utterance(`v-${n}`, { author: `@veel-${n}`, authorName: null, text: `De zeeman roept ${n}` }),
    );
    await hear(polder.context, { account, utterances });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await searchConversations(els, { question: { ...noQuestion, text: 'zeeman' }, after });
      seen.push(...page.hits.map(({ publicId }) => publicId));
      after = page.next;
    } while (after !== undefined);
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
  });

  test('is narrowed to channel, queue, state, days, and a colleague', async () => {
    const [henk] = (await searchConversations(els, { question: { ...noQuestion, text: 'invoice' } })).hits;
    await answer(els, henk?.publicId ?? '', { text: 'We correct the billing today.' });
    await close(els, henk?.publicId ?? '', 'answered');
    expect(await find('billing', { state: 'done' })).toEqual(['Henk']);
    expect(await find('billing', { state: 'open' })).toEqual([]);
    expect(await find('billing', { colleague: 'me' })).toEqual(['Henk']);
    expect(await find('billing', { colleague: people.joost.employee.publicId })).toEqual([]);
    expect(await find('pakket', { channel: 'mail' })).toEqual([]);
    expect(await find('facturas', { from: '2026-11-22', until: '2026-11-22' })).toEqual(['María']);
    expect(await find('facturas', { until: '2026-11-21' })).toEqual([]);
    expect(await find('facturas', { queue: 'general' })).toEqual(['María']);
    expect(await find('facturas', { queue: 'nowhere' })).toEqual([]);
    expect(await find('facturas', { label: 'lb_none' })).toEqual([]);
  });

  test('costs two statements, and is written down', async () => {
    polder.statements();
    await find('pakket');
    expect(polder.statements().length).toBeLessThanOrEqual(2);
    const uses = await sql<{
      n: string;
    }>`select count(*) as n from list_use where activity = 'inbox.searched'`.execute(polder.context.database);
    expect(uses.rows[0]?.n).toBe('1');
  });
});

describe('who may see what', () => {
  test('shows nobody outside the queues of the colleague', async () => {
    expect(await find('factura', {}, people.anneke.context)).toEqual([]);
    const { id } = await departmentNamed(polder.context, 'Logistiek');
    const lars = await hirePerson(polder.context, { name: 'Lars Post', role: 'colleague', departmentId: id });
    await withAdmin(polder.ownerUrl, (owner) =>
      owner.query(`update queue set department_id = ${people.departmentId} where key = 'general'`),
    );
    expect(await find('factura', {}, lars.context)).toEqual([]);
    expect(await find('factura')).toEqual(['María']);
  });

  test('finds nobody who restricted their data, by words or by name, and goes on behind them', async () => {
    const person = await sqlOne(`select person_id as id from identity where handle = '@secret'`);
    expect(await find('zoek')).toEqual(['Sanne']);
    await transact(polder.context, 'service', (ctx) =>
      decide(ctx, person, { purpose: 'service', act: 'restrict', strength: 0 }),
    );
    expect(await find('zoek')).toEqual([]);
    expect(await find('Sanne')).toEqual([]);
    expect(await find('pakketten')).toEqual(['Fatima']);
    const { hits } = await searchConversations(els, {
      question: { ...noQuestion, text: 'pakketten' },
      limit: 1,
    });
    expect(hits.map(({ personName }) => personName)).toEqual(['Fatima El Amrani']);
  });

  test('forgets what its author took back at once, also in the index', async () => {
    expect(await find('koffie')).toEqual(['Jan']);
    const account = await registerAccount(polder.context, '@waterkracht');
    await forgetPosts(polder.context, account, ['s-3']);
    expect(await find('koffie')).toEqual([]);
    expect(await sqlOne(`select count(*)::text as id from message where text = '' and words <> ''`)).toBe(
      '0',
    );
  });

  test('answers with nothing without a purpose, as everything does', async () => {
    const found =
      await sql`select * from messages_found(words_wanted('facturas', ''), '{}', array[1]::bigint[], '{}', null,
      null, 10)`.execute(els.database);
    expect(found.rows).toEqual([]);
  });
});

async function sqlOne(query: string): Promise<string> {
  return withAdmin(polder.ownerUrl, async (owner) => (await owner.query(query)).rows[0].id);
}

describe('a search under a name', () => {
  const names = async (ctx: Context) => (await listSavedSearches(ctx)).map(({ name }) => name);
  const question = { ...noQuestion, text: 'pakket -buren', state: 'open' as const };

  test('is seen by who made it, by the department, or by everybody', async () => {
    const joost = people.joost.context;
    await saveSearch(els, { name: 'Mijn pakketten', audience: 'own', question });
    await saveSearch(els, { name: 'Onze pakketten', audience: 'team', question });
    expect(await names(els)).toEqual(['Mijn pakketten', 'Onze pakketten']);
    expect(await names(joost)).toEqual(['Onze pakketten']);
    expect((await listSavedSearches(joost))[0]).toMatchObject({ question, mine: false });
    const everybody = { name: 'Alle pakketten', audience: 'all' as const, question };
    await expect(saveSearch(els, everybody)).rejects.toMatchObject({ code: 'forbidden.action' });
    const [shared] = await listSavedSearches(joost);
    await expect(endSearch(joost, shared?.publicId ?? '')).rejects.toMatchObject({
      code: 'forbidden.action',
    });
    for (const { publicId } of await listSavedSearches(els)) await endSearch(els, publicId);
    expect(await names(els)).toEqual([]);
    await expect(endSearch(els, 'ss_gone')).rejects.toMatchObject({ code: 'not-found.search' });
  });

  test('of nothing is not kept; one that names somebody is found with that person, and goes with them', async () => {
    const empty = { name: 'Niets', audience: 'own' as const, question: { ...question, text: ' ' } };
    await expect(saveSearch(els, empty)).rejects.toMatchObject({ code: 'invalid.search-empty' });
    for (const text of ['klacht fatima el amrani', 'fatimah el amrani', 'factuur'])
      await saveSearch(els, { name: 'Klacht', audience: 'own', question: { ...noQuestion, text } });
    const [fatima] = (
      await transact(polder.context, 'legal', ({ database }) =>
        sql<{ id: string }>`select person_id as id from identity where name = 'Fatima El Amrani'`.execute(
          database,
        ),
      )
    ).rows;
    await transact(polder.context, 'legal', async (ctx) => {
      expect(await savedSearchPlace.find(ctx, fatima?.id ?? '')).toHaveLength(1);
      expect(await savedSearchPlace.erase(ctx, fatima?.id ?? '')).toBe(1);
    });
    expect((await listSavedSearches(els)).map((one) => one.question.text)).toEqual([
      'fatimah el amrani',
      'factuur',
    ]);
  });
});
