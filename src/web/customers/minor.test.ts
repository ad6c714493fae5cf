import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople, hirePerson } from '../../../test/people.ts';
import { transact } from '../../platform/context.ts';
import { stateOf } from '../../privacy/deciding.ts';
import { say } from '../inbox/fixtures/saying.ts';
import { shownIn } from '../journey/fixtures/shown.ts';

let database: TestDatabase;
let pages: TestPages;
let els: Visitor;
let yara: Visitor;
let fatima: string;
let henk: string;

beforeAll(async () => {
  database = await testDatabase();
  pages = await testPages(database);
  const people = await hirePeople(database.context);
  els = await pages.visitor(people.els);
  yara = await pages.visitor(
    await hirePerson(database.context, { name: 'Yara Nassiri', role: 'data_manager', departmentId: null }),
  );
  await say(database.context, [
    { author: 'fatima', text: 'Ik zit in de brugklas en heb <b>suikerziekte</b>.' },
    { author: 'henk', text: 'Waar blijft mijn bestelling?' },
  ]);
  [fatima, henk] = await Promise.all(['fatima', 'henk'].map(find) as [Promise<string>, Promise<string>]);
});
afterAll(async () => {
  await pages?.close();
  await database?.close();
});

const find = async (name: string) => {
  const found = await transact(database.context, 'service', (ctx) =>
    sql<{ id: string }>`select p.public_id as id from person p join identity i on i.person_id = p.id
      where i.external_id = ${name}`.execute(ctx.database),
  );
  return `/customers/${found.rows[0]?.id}`;
};
const marks = async () => {
  const found = await transact(database.context, 'service', (ctx) =>
    sql<{
      found: string;
      cleared: boolean;
    }>`select found, cleared_at is not null as cleared from special_content`.execute(ctx.database),
  );
  return found.rows;
};
const messageOn = async (where: string) =>
  /name="message" value="([a-z]+_[a-z0-9]+)"/.exec(await (await els.get(where)).text())?.[1] ?? '';

describe('being careful with a customer', () => {
  it('marks what is about health, shows it as text, and takes it back when it was not', async () => {
    expect(await shownIn(await els.get(fatima))).toContain('Geen bericht is zo gemerkt');
    const message = await messageOn(fatima);
    expect((await els.post(fatima, { act: 'special', message })).status).toBe(303);
    expect((await els.post(fatima, { act: 'special', message })).status).toBe(303);
    expect(await marks()).toEqual([{ found: 'colleague', cleared: false }]);
    const html = await (await els.get(fatima)).text();
    expect(html).toContain('1 bericht is zo gemerkt');
    expect(html).not.toContain('<b>suikerziekte</b>');
    expect((await els.post(fatima, { act: 'special-clear', message })).status).toBe(303);
    expect(await marks()).toEqual([{ found: 'colleague', cleared: true }]);
    expect((await els.post(fatima, { act: 'special', message })).status).toBe(303);
    expect(await marks()).toEqual([{ found: 'colleague', cleared: false }]);
  });

  it('never touches a message of somebody else, or one that is not there', async () => {
    const message = await messageOn(fatima);
    expect((await els.post(henk, { act: 'special', message })).status).toBe(404);
    expect((await els.post(henk, { act: 'special', message: 'ms_nowhere' })).status).toBe(404);
  });

  it('treats a child as one from what a colleague read, with the reason; a colleague cannot undo it', async () => {
    expect((await els.post(fatima, { act: 'minor', evidence: '' })).status).toBe(422);
    expect((await els.post(fatima, { act: 'minor', evidence: 'zit in de brugklas' })).status).toBe(303);
    const shown = await shownIn(await els.get(fatima));
    expect(shown).toContain('minderjarig');
    expect(shown).toContain('zit in de brugklas');
    // What can still be kept is when it ends; there is no way to take it back.
    expect(shown).toContain('Leg vast wanneer de klant 16 wordt');
    const born = { act: 'minor', evidence: 'zag de geboorteakte', born: '1990-01-01' };
    expect((await els.post(fatima, born)).status).toBe(422);
    expect((await els.post(fatima, { ...born, born: '2012-05-05' })).status).toBe(303);
    const kept = await shownIn(await els.get(fatima));
    expect(kept).toContain('5 mei 2028');
    expect(kept).not.toContain('Leg vast wanneer de klant 16 wordt');
    expect(await shownIn(await els.get(henk))).toContain('als volwassene');
    const state = await transact(database.context, 'legal', async (ctx) => {
      const found = await sql<{
        id: string;
      }>`select person_id as id from identity where external_id = 'fatima'`.execute(ctx.database);
      return stateOf(ctx, found.rows[0]?.id ?? '', 'offers');
    });
    expect(state).toBe('denied');
  });

  it('is for those who may change a customer', async () => {
    const message = await messageOn(fatima);
    for (const fields of [
      { act: 'minor', evidence: 'zit in de brugklas' },
      { act: 'special', message },
    ] as const)
      expect((await yara.post(henk, fields)).status).toBe(403);
  });
});
