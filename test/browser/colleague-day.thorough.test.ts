import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setRule } from '../../src/conversations/approving/ruling.ts';
import { openThread } from '../../src/conversations/thread.ts';
import { departmentNamed } from '../../src/organisation/departments.ts';
import { giveRole } from '../../src/organisation/staff/granting.ts';
import { transact } from '../../src/platform/context.ts';
import { say } from '../../src/web/inbox/fixtures/saying.ts';
import { hirePerson, type Person } from '../people.ts';
import { barriersOn, complaintsOf, findChromium, launch } from './chromium.ts';
import { giveLogin, password, type ServedPolder, servePolder } from './serving.ts';

const executable = findChromium();
/** Everything waits for what it needs and never for a time: so long only when something is broken. */
const wait = { timeout: 120_000 };
const long = 600_000;
const campaign = 'deel dit: Waterkracht verhoogt stiekem alle voorschotten, teken de petitie van de buurt';

/** The day of a colleague of webcare on a running Polder, by keyboard alone: no mouse is touched in this file. */
describe.skipIf(!executable)('the day of a colleague, by keyboard alone', () => {
  let polder: ServedPolder;
  let browser: Browser;
  let noor: Person;
  let els: Page;
  let joost: Page;
  let trainee: Page;
  let logistics: Page;
  let director: Page;
  const complaints: string[] = [];
  const ids = new Map<string, string>();

  beforeAll(async () => {
    [polder, browser] = await Promise.all([servePolder(), launch(executable ?? '')]);
    const { context } = polder.database;
    const { departmentId, ravi, els: colleague } = polder.people;
    const { id: depot } = await departmentNamed(context, 'Logistiek');
    noor = await hirePerson(context, { name: 'Noor Smit', role: 'colleague', departmentId });
    const piet = await hirePerson(context, { name: 'Piet Post', role: 'colleague', departmentId: depot });
    for (const one of [noor, piet]) await giveLogin(polder.database, one);
    const [klantenservice] = (
      await sql<{ key: string }>`select key from department where id = ${departmentId}`.execute(
        context.database,
      )
    ).rows;
    await giveRole(ravi.context, colleague.employee.publicId, {
      role: 'community_manager',
      department: klantenservice?.key ?? null,
    });
    await setRule(ravi.context, { kind: 'person', of: noor.employee.publicId, how: 'always' });
    await hear('Fatima', 'klopt mijn jaarrekening? er staat een bedrag dat ik niet ken', 50);
    await hear('Bram', 'ik kreeg een meter voor een ander adres, dit is een verkeerde levering', 40);
    await hear('Gerda', 'hoe zeg ik mijn contract op als ik verhuis?', 30);
    await hear('Sanne', 'kan ik volgende week een afspraak met de monteur maken?', 20);
    for (let n = 1; n <= 6; n += 1) await hear(`Buur ${n}`, campaign, 20 - n);
  }, long);
  afterAll(async () => {
    await browser?.close();
    await polder?.close();
  });

  async function hear(author: string, text: string, ago: number): Promise<void> {
    const [id = ''] = await say(polder.database.context, [{ author, text: `@waterkracht ${text}`, ago }]);
    ids.set(author, id);
  }
  const idOf = (name: string) => ids.get(name) ?? '';
  const thread = (name: string) => openThread(polder.people.ravi.context, idOf(name));

  async function open(name: string, where: string, { width = 1280 } = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 1200 }, locale: 'nl-NL' });
    const page = await context.newPage();
    page.setDefaultTimeout(wait.timeout);
    complaints.push(...complaintsOf(page));
    await page.goto(polder.address + where);
    await tabTo(page, 'E-mailadres');
    await page.keyboard.type(`${name}@waterkracht.example`);
    await tabTo(page, 'Wachtwoord');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === where, wait);
    await page.locator('main').waitFor(wait);
    return page;
  }

  /** What has the focus, as it is called. */
  const focused = (page: Page) =>
    page.evaluate(() => {
      const one = document.activeElement as HTMLElement | null;
      if (one === document.body) return '';
      const label = (one as HTMLInputElement | null)?.labels?.[0]?.textContent;
      return (one?.getAttribute('aria-label') ?? label ?? one?.textContent ?? '').trim();
    });

  /** Walks with the tabulator key until what is called so has the focus. */
  async function tabTo(page: Page, name: string | RegExp): Promise<void> {
    const fits = (found: string) => (typeof name === 'string' ? found.startsWith(name) : name.test(found));
    const passed: string[] = [];
    for (let n = 0; n < 150; n += 1) {
      await page.keyboard.press('Tab');
      const found = await focused(page);
      if (fits(found)) return;
      passed.push(found.slice(0, 40));
    }
    throw new Error(`${name} was not reached, only ${passed.join(' | ')}`);
  }

  /** Down with j, and up with k where it stands higher, until the row of this person has the focus. */
  async function focusRow(page: Page, name: string): Promise<void> {
    await page.locator('[data-row]', { hasText: name }).first().waitFor(wait);
    for (let n = 0; !(await focused(page)).includes(name); n += 1) {
      if (n > 400) throw new Error(`${name} was not reached`);
      await page.keyboard.press(n % 40 < 20 ? 'j' : 'k');
      // Before the script of the page runs no key is heard.
      await page.waitForTimeout(50);
    }
  }

  async function openRow(page: Page, name: string): Promise<void> {
    await focusRow(page, name);
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: `Gesprek met ${name}` }).waitFor(wait);
    await page.waitForFunction(() => document.activeElement?.className === 'talk', null, wait);
  }

  it(
    'begins in the inbox, and sorts: what falls due, and what goes first',
    async () => {
      els = await open('els', '/inbox');
      await openRow(els, 'Fatima');
      await els.keyboard.press('p');
      await els.locator('.talk-head .urgency[data-first]').waitFor(wait);
      await els.locator('[data-row]', { hasText: 'Fatima' }).locator('.urgency[data-first]').waitFor(wait);
      expect((await thread('Fatima')).priority).toBe(1);
      expect(await barriersOn(els)).toEqual([]);
    },
    long,
  );

  it(
    'claims: a colleague with the same conversation before them sees who writes',
    async () => {
      await els.keyboard.press('m');
      await expect.poll(async () => (await thread('Fatima')).assignee?.name, wait).toBe('Els Bakker');
      joost = await open('joost', `/conversations/${idOf('Fatima')}`);
      await joost.getByRole('region', { name: 'Gesprek met Fatima' }).waitFor(wait);
      await els.keyboard.press('r');
      await els.keyboard.type('Dag Fatima, dat bedrag is de eindafrekening van uw oude meter. Groet, Els');
      await joost.getByText('Els Bakker schrijft hier').waitFor(wait);
      expect(await barriersOn(joost)).toEqual([]);
    },
    long,
  );

  it(
    'answers once: what a colleague sends beside it stays before them, and leaves not',
    async () => {
      const own = 'Dag Fatima, ik was ook al begonnen.';
      const kept = joost.locator('#reply textarea');
      await joost.locator('.talk').focus();
      await joost.keyboard.press('r');
      await joost.keyboard.type(own);
      const refused = joost.getByRole('alert').first();
      await joost.keyboard.press('Control+Enter');
      await refused.waitFor(wait);
      expect(await kept.inputValue()).toBe(own);
      await els.keyboard.press('Control+Enter');
      await els.locator('.on-its-way').waitFor(wait);
      await joost.locator('.on-its-way').waitFor(wait);
      await joost.keyboard.press('Control+Enter');
      await refused.waitFor(wait);
      expect(await kept.inputValue()).toBe(own);
      await expect.poll(async () => (await repliesTo('Fatima')).length, wait).toBe(1);
      const all = await transact(polder.database.context, 'service', ({ database }) =>
        sql<{ n: number }>`
          select count(*)::integer as n from reply r join conversation c on c.id = r.conversation_id
          where c.public_id = ${idOf('Fatima')}`.execute(database),
      );
      expect(all.rows[0]?.n).toBe(1);
    },
    long,
  );

  const repliesTo = async (name: string) =>
    (await thread(name)).messages.filter(({ kind }) => kind === 'reply');

  it(
    'hands the wrong delivery over to logistics, and gets an answer to pass on',
    async () => {
      await els.keyboard.press('Escape');
      await els.keyboard.press('u');
      await openRow(els, 'Bram');
      await els.keyboard.press('h');
      await els.keyboard.type('Logistiek');
      await tabTo(els, 'Wat moet deze afdeling weten');
      await els.keyboard.type('Welk adres hoort bij deze meter, en wanneer kan hij gehaald worden?');
      await tabTo(els, 'Vraag het');
      await els.keyboard.press('Enter');
      await els.getByText('Gevraagd aan Logistiek').waitFor(wait);
      logistics = await open('piet', '/hand-overs');
      await tabTo(logistics, /Welk adres|Bram/);
      await logistics.keyboard.press('Enter');
      await logistics.getByText('Welk adres hoort bij deze meter').first().waitFor(wait);
      await tabTo(logistics, /^Antwoord/);
      await logistics.keyboard.type('Kade 12. Wij halen hem morgen op.');
      await tabTo(logistics, /^(Antwoord geven|Antwoorden|Geef)/);
      await logistics.keyboard.press('Enter');
      await els.getByText('Kade 12. Wij halen hem morgen op.').waitFor(wait);
      expect(await barriersOn(els)).toEqual([]);
    },
    long,
  );

  it(
    'approves the reply of a trainee, mended, and sees what that changes',
    async () => {
      trainee = await open('noor', '/inbox');
      await openRow(trainee, 'Gerda');
      await trainee.keyboard.press('r');
      await trainee.keyboard.type(
        'Dag Gerda, dat kan via Mijn Waterkracht tot drie dagen vooraf. Groet, Noor',
      );
      await trainee.keyboard.press('Control+Enter');
      await trainee.locator('.on-its-way').waitFor(wait);
      await els.locator('.talk').focus();
      await tabTo(els, /^Meldingen, /);
      await els.keyboard.press('Enter');
      await tabTo(els, /Gerda/);
      await els.keyboard.press('Enter');
      await els.locator('.on-its-way').waitFor(wait);
      await tabTo(els, 'Beslissen');
      await els.keyboard.press('Enter');
      await tabTo(els, 'Tekst die weggaat');
      await els.keyboard.press('Control+End');
      await els.keyboard.type(' en Els');
      await els.locator('ins', { hasText: 'Els' }).waitFor(wait);
      expect(await barriersOn(els)).toEqual([]);
      await tabTo(els, 'Goedkeuren en versturen');
      await els.keyboard.press('Enter');
      await expect
        .poll(async () => (await repliesTo('Gerda')).at(-1)?.text, wait)
        .toBe('Dag Gerda, dat kan via Mijn Waterkracht tot drie dagen vooraf. Groet, Noor en Els');
    },
    long,
  );

  it(
    'sets aside what can wait',
    async () => {
      await els.locator('.talk').focus();
      await els.keyboard.press('u');
      await openRow(els, 'Sanne');
      await els.keyboard.press('s');
      await tabTo(els, 'Morgen om 9 uur');
      await els.keyboard.press('Enter');
      await els.getByText('Opzij gezet tot').first().waitFor(wait);
      expect((await thread('Sanne')).snoozed).toBeTruthy();
    },
    long,
  );

  it(
    'finds by what was said, and keeps the search',
    async () => {
      await els.locator('.talk').focus();
      await els.keyboard.press('/');
      await els.keyboard.type('verkeerde levering');
      await els.keyboard.press('Enter');
      await els.getByText('1 gesprek').first().waitFor(wait);
      expect(await barriersOn(els)).toEqual([]);
      await tabTo(els, 'Deze zoekopdracht bewaren');
      await els.keyboard.press('Enter');
      await tabTo(els, 'Bewaren');
      await els.keyboard.press('Enter');
      await els.getByRole('list', { name: 'Bewaarde zoekopdrachten' }).waitFor(wait);
      await els.keyboard.press('j');
      await els.keyboard.press('Enter');
      await els.getByRole('region', { name: 'Gesprek met Bram' }).waitFor(wait);
    },
    long,
  );

  it(
    'closes a campaign of copies at once',
    async () => {
      await els.locator('.talk').focus();
      await els.keyboard.press('u');
      // The copies become one row as soon as they were noticed.
      await expect
        .poll(async () => {
          await els.reload();
          return els.locator('.row-fold').count();
        }, wait)
        .toBe(1);
      await tabTo(els, '6 × bijna hetzelfde');
      await els.keyboard.press('Enter');
      await els.getByText('Alle 6 sluiten').waitFor(wait);
      expect(await barriersOn(els)).toEqual([]);
      await tabTo(els, 'Alle 6 sluiten');
      await els.keyboard.press('Enter');
      await els.getByText('Waarom sluit je deze 6 gesprekken?').waitFor(wait);
      await tabTo(els, 'Geen antwoord nodig');
      await els.keyboard.press('Enter');
      await els.getByText('6 gesprekken gesloten').waitFor(wait);
      for (let n = 1; n <= 6; n += 1) expect((await thread(`Buur ${n}`)).state).toBe('done');
    },
    long,
  );

  it(
    'is read by the director in the report, on a phone',
    async () => {
      director = await open('anneke', '/reports', { width: 390 });
      expect(await barriersOn(director)).toEqual([]);
      const wide = await director.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(wide).toBe(false);
    },
    long,
  );

  it('gave no browser anything to complain about', () => {
    expect(complaints).toEqual([]);
  });
});
