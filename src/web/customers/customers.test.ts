import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { openCustomer } from '../../customers/customer.ts';
import { stateOf } from '../../privacy/deciding.ts';
import { say } from '../inbox/fixtures/saying.ts';
import { shownIn } from '../journey/fixtures/shown.ts';

let database: TestDatabase;
let pages: TestPages;
let people: People;
let els: Visitor;
let anneke: Visitor;

beforeAll(async () => {
  database = await testDatabase();
  pages = await testPages(database);
  people = await hirePeople(database.context);
  els = await pages.visitor(people.els);
  anneke = await pages.visitor(people.anneke);
});
afterAll(async () => {
  await pages.close();
  await database.close();
});

/** Addresses of the people a list shows, in its order. */
async function listed(where: string): Promise<string[]> {
  const html = await (await els.get(where)).text();
  return [...new Set(html.match(/\/customers\/pe_[a-z0-9]+/g) ?? [])];
}

async function find(name: string): Promise<string> {
  const [found = ''] = await listed(`/customers?search=${encodeURIComponent(name)}`);
  return found;
}

describe('the list of customers', () => {
  it('explains itself while there is nobody', async () => {
    expect(await shownIn(await els.get('/customers'))).toContain('Nog geen klanten');
  });

  it('shows 25 at a time and loses nobody on the way', async () => {
    await say(
      database.context,
      Array.from({ length: 60 }, (_, n) => ({ author: `Henk_${n}`, text: `@waterkracht vraag ${n}?` })),
    );
    await say(database.context, [{ author: 'Fatima', text: '@waterkracht waar blijft mijn rekening?' }]);
    const seen: string[] = [];
    for (let where: string | undefined = '/customers'; where; ) {
      seen.push(...(await listed(where)));
      const html = await (await els.get(where)).text();
      where = /href="(\/customers\?cursor=[^"]*)"/.exec(html)?.[1];
    }
    expect(seen).toHaveLength(61);
    expect(new Set(seen).size).toBe(61);
  });

  it.each(['fatima', 'FAT', 'ATIM'])('finds Fatima by %s', async (asked) => {
    expect(await listed(`/customers?search=${asked}`)).toHaveLength(1);
  });

  it('takes % and _ for what they are', async () => {
    expect(await listed('/customers?search=%25')).toEqual([]);
    expect(await listed('/customers?search=henk_1')).toHaveLength(11);
    expect(await shownIn(await els.get('/customers?search=%25'))).toContain('Niemand gevonden voor “%”');
  });

  it('says so when a place in the list does not exist', async () => {
    expect((await els.get("/customers?cursor='%00")).status).toBe(422);
  });

  it('is closed to a director, who has no business with single people', async () => {
    expect((await anneke.get('/customers')).status).toBe(403);
    expect((await anneke.get(await find('Fatima'))).status).toBe(403);
  });
});

describe('the page of a customer', () => {
  it('shows conversations, identities, the contract and the ledger', async () => {
    const shown = await shownIn(await els.get(await find('Fatima')));
    expect(shown).toMatch(/Tijdlijn .*@waterkracht waar blijft mijn rekening\? 1 bericht · geen antwoord/);
    expect(shown).toMatch(/Identiteiten Fatima x niet nagegaan/);
    expect(shown).toMatch(/Leren van berichten mag .*grondslag: gerechtvaardigd belang/);
    expect(shown).toContain('Lijsten, zoals de inbox, tellen we één keer per dag per collega.');
  });

  it('writes in the ledger that it was opened, with the department and without the colleague', async () => {
    const page = await find('Fatima');
    const opened = async () =>
      ((await shownIn(await els.get(page))).match(/Een collega bekeek wat wij van u bewaren\./g) ?? [])
        .length;
    const before = await opened();
    expect(await opened(), 'still looking').toBe(before);
    database.turn.forward({ minutes: 10 });
    expect(await opened(), 'looking again').toBe(before + 1);
    const shown = await shownIn(await els.get(page));
    expect(shown).toMatch(/Een collega bekeek wat wij van u bewaren\. .*? Klantenservice/);
    expect(shown.slice(shown.indexOf('Wat deden wij'), shown.indexOf('Afspraken '))).not.toContain('Els');
  });

  it('records an objection with how it came in, and from then on it holds', async () => {
    const page = await find('Fatima');
    const evidence = 'Fatima belde op 23 november en wil niet dat we meelezen.';
    const answer = await els.post(page, { purpose: 'listen', evidence });
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, page]);
    const shown = await shownIn(await els.get(page));
    expect(shown).toMatch(
      /Meeluisteren bezwaar gemaakt .*sinds 24 november 2026 Vastgelegd als: “Fatima belde/,
    );
    const state = await openCustomer(
      people.els.context,
      { id: page.split('/').at(-1) ?? '', purpose: 'service' },
      (ctx, { person }) => stateOf(ctx, person.id, 'listen'),
    );
    expect(state).toBe('objected');
  });

  it.each([
    [{ purpose: 'service', evidence: 'Zij belde ons vanmorgen.' }, 'Kies een van de mogelijkheden.'],
    [{ purpose: 'train', evidence: 'kort' }, 'Dit is te kort: minstens 10 tekens.'],
    [{ purpose: 'train', evidence: '' }, 'Vul dit in.'],
  ])('refuses an objection that is not complete: %j', async (fields, words) => {
    const answer = await els.post(await find('Fatima'), fields);
    expect(answer.status).toBe(422);
    expect(await shownIn(answer)).toContain(words);
  });

  it('is not there for somebody unknown', async () => {
    expect((await els.get('/customers/pe_nobody')).status).toBe(404);
  });
});
