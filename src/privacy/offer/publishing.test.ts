import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, withAdmin } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { transact } from '../../platform/context.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { getContract } from '../contract.ts';
import { decide, stateOf } from '../deciding.ts';
import { recordUse } from '../ledger.ts';
import { rebuildPermissions } from '../rebuilding.ts';
import { beginDraft, changeDraft, findDraft } from './drafting.ts';
import { type OfferedPurpose, withPurpose } from './offer.ts';
import { confirmOffer, proposeOffer } from './publishing.ts';

let polder: TestDatabase;
let people: People;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
});
afterAll(() => polder?.close());

async function draftWith(key: 'offers' | 'measure', change: Partial<OfferedPurpose> | null): Promise<string> {
  const { publicId, body } = await beginDraft(people.els.context);
  const purpose = body.purposes.find((one) => one.key === key);
  if (!purpose) throw new Error(key);
  await changeDraft(
    people.els.context,
    publicId,
    withPurpose(body, key, change && { ...purpose, ...change }),
  );
  return publicId;
}

const code = (error: unknown) => (isRefusal(error) ? error.code : String(error));
const refused = (act: Promise<unknown>) => act.then(() => 'done', code);
const give = (id: string, purpose: 'offers' | 'measure') =>
  transact(polder.context, 'service', (ctx) => decide(ctx, id, { purpose, act: 'give', strength: 3 }));
const state = (id: string, purpose: 'offers' | 'measure') =>
  transact(polder.context, 'service', (ctx) => stateOf(ctx, id, purpose));

test('a wider offer needs a second person, and ends every yes to the old text, and no other', async () => {
  await give('1', 'offers');
  await give('1', 'measure');
  const draft = await draftWith('offers', { recipients: ['Drukkerij Dijkstra'] });
  expect((await findDraft(polder.context))?.material).toEqual(['offers']);
  const els = people.els.context;
  expect(await refused(proposeOffer(els, draft, { material: [], note: null }))).toBe('invalid.offer-note');
  await proposeOffer(els, draft, { material: ['offers'], note: null });
  expect(await refused(confirmOffer(els, draft))).toBe('forbidden.same-person');
  const contract = await confirmOffer(people.joost.context, draft);
  expect(contract).toMatchObject({
    version: 2,
    material: ['offers'],
    publishedBy: 'Els Bakker',
    confirmedBy: 'Joost Visser',
  });
  expect([await state('1', 'offers'), await state('1', 'measure')]).toEqual(['unknown', 'allowed']);
  await give('1', 'offers');
  expect(await state('1', 'offers')).toBe('allowed');
});

test('mended spelling changes nothing for anybody', async () => {
  const nl = 'u aanbiedingen doen die bij u pasen';
  const draft = await draftWith('offers', { nl });
  await proposeOffer(people.els.context, draft, { material: [], note: null });
  await confirmOffer(people.joost.context, draft);
  expect(await state('1', 'offers')).toBe('allowed');
  expect((await getContract(polder.context)).body.purposes.find(({ key }) => key === 'offers')?.nl).toBe(nl);
});

test('what changed after it was put before a second person has to be put before them again', async () => {
  const draft = await draftWith('measure', { retentionMonths: 12 });
  await proposeOffer(people.els.context, draft, { material: [], note: null });
  const { body } = await beginDraft(people.els.context);
  await changeDraft(people.joost.context, draft, { ...body, promises: body.promises.slice(1) });
  expect(await refused(confirmOffer(people.joost.context, draft))).toBe('conflict.offer');
});

test('a category left out of the offer stops its uses at once, with nobody’s decision', async () => {
  const use = () =>
    refused(transact(polder.context, 'offers', (ctx) => recordUse(ctx, '1', { activity: 'mail.offers' })));
  expect(await use()).toBe('done');
  const draft = await draftWith('offers', { categories: [] });
  await proposeOffer(people.els.context, draft, { material: [], note: 'Wij sturen voorlopig niets' });
  await confirmOffer(people.joost.context, draft);
  expect(await state('1', 'offers')).toBe('allowed');
  expect(await use()).toBe('forbidden.purpose');
});

test('a purpose that is no longer offered cannot be given, and what happens anyway cannot be left out', async () => {
  const draft = await draftWith('offers', null);
  await proposeOffer(people.els.context, draft, { material: [], note: 'Wij stoppen ermee' });
  await confirmOffer(people.joost.context, draft);
  expect(await state('1', 'offers')).toBe('unknown');
  expect(await refused(give('1', 'offers'))).toBe('invalid.not-offered');
  const { publicId, body } = await beginDraft(people.els.context);
  expect(await refused(changeDraft(people.els.context, publicId, withPurpose(body, 'train', null)))).toBe(
    'invalid.offer',
  );
});

test('a published version never changes, not even by the owner', async () => {
  for (const change of ["update contract set body = '{}'", 'delete from contract']) {
    await expect(withAdmin(polder.ownerUrl, (owner) => owner.query(change))).rejects.toThrow(/append-only/);
    await expect(withAdmin(polder.appUrl, (app) => app.query(change))).rejects.toThrow(/permission denied/);
  }
});

test('thousands of consents end in one transaction, as the log says', async () => {
  await withAdmin(polder.ownerUrl, (owner) =>
    owner.query(`
      insert into decision (person_id, purpose, act, contract_version, strength, at)
        select 10000 + n, 'measure', case when n % 5 = 0 then 'decline' else 'give' end, 1, 3, now()
        from generate_series(1, 5000) n`),
  );
  await rebuildPermissions(polder.context);
  const { publicId: open } = await beginDraft(people.els.context);
  await sql`select 1`.execute(polder.context.database);
  const draft = await draftWith('measure', { recipients: ['Onderzoeksbureau'] });
  expect(draft).toBe(open);
  await proposeOffer(people.els.context, draft, { material: ['measure'], note: null });
  await confirmOffer(people.joost.context, draft);
  const counts = await transact(polder.context, 'legal', (ctx) =>
    sql<{ state: number; n: number }>`select state, count(*)::int as n from permission
      where purpose = 'measure' and person_id > 10000 group by 1 order by 1`.execute(ctx.database),
  );
  expect(counts.rows).toEqual([
    { state: 2, n: 1000 },
    { state: 3, n: 4000 },
  ]);
  expect((await rebuildPermissions(polder.context)).changed).toBe(0);
});
