import { sql } from 'kysely';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MailedPerson, meetByMail } from '../../src/customers/fixtures/mailing-people.ts';
import { unzip } from '../../src/privacy/fixtures/unzip.ts';
import { say } from '../../src/web/inbox/fixtures/saying.ts';
import { type TestMailServer, testMailServer } from '../mail-server.ts';
import { barriersOn, complaintsOf, findChromium, launch, tabbedPast } from './chromium.ts';
import { readable, tokenIn } from './reading-mail.ts';
import { type ServedPolder, servePolder } from './serving.ts';

const executable = findChromium();
const wait = { timeout: 30_000 };

describe.skipIf(!executable)('somebody in their own data, in a browser without script', () => {
  let mail: TestMailServer;
  let polder: ServedPolder;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  let fatima: MailedPerson;

  beforeAll(async () => {
    mail = await testMailServer();
    [polder, browser] = await Promise.all([servePolder({ mail }), launch(executable ?? '')]);
    fatima = await meetByMail(polder.database.context, 'fatima');
    await say(polder.database.context, [{ author: 'henk', text: 'Waar blijft mijn bestelling?' }]);
    context = await browser.newContext({ javaScriptEnabled: false, locale: 'nl-NL', acceptDownloads: true });
    context.setDefaultTimeout(wait.timeout);
    page = await context.newPage();
    complaints = complaintsOf(page);
  });
  afterAll(async () => {
    await browser?.close();
    await polder?.close();
    await mail?.close();
  });

  const open = (path: string) => page.goto(`${polder.address}${path}`);
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const mailsTo = (address: string) => mail.taken.filter(({ to }) => to[0] === address);
  const rowsOf = async (table: string) => {
    const found = await polder.database.context.database.transaction().execute(async (trx) => {
      await sql`select set_config('polder.purpose', 'legal', true)`.execute(trx);
      return sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(trx);
    });
    return found.rows[0]?.n ?? 0;
  };

  async function enter(): Promise<void> {
    const before = mailsTo(fatima.address).length;
    await open('/mine/sign-in');
    await page.getByLabel('Uw e-mailadres of accountnaam').fill(fatima.address);
    await press('Stuur mij een link');
    await page.getByText('Kijk in uw mail').waitFor(wait);
    await expect.poll(() => mailsTo(fatima.address).length, wait).toBe(before + 1);
    const letter = readable(mailsTo(fatima.address).at(-1)?.raw ?? '');
    expect(letter).toContain(`${polder.address}/mine/enter?token=`);
    await open(`/mine/enter?token=${tokenIn(letter)}`);
    await press('Open mijn gegevens');
    await page.getByRole('heading', { name: 'Dag fatima' }).waitFor(wait);
  }

  /** Presses until the page, loaded anew, says what a job is to bring about. */
  async function reloadUntil(text: string): Promise<void> {
    await expect
      .poll(async () => {
        await page.reload();
        return page.getByText(text).count();
      }, wait)
      .toBeGreaterThan(0);
  }

  it('comes in by a link from the mail', async () => {
    await enter();
    expect(new URL(page.url()).pathname).toBe('/mine');
  });

  it('gives and takes back with as many presses, and it holds at once', async () => {
    await page.getByRole('link', { name: 'Wat mag', exact: true }).click();
    const offers = page.locator('li', { has: page.locator('input[name=purpose][value=offers]') });
    await offers.getByRole('button', { name: /^Geef toestemming/ }).click();
    await offers.getByText('staat aan').waitFor(wait);
    await offers.getByRole('button', { name: /^Trek toestemming in/ }).click();
    await offers.getByText('staat uit', { exact: true }).waitFor(wait);
  });

  it('objects to what is on by itself', async () => {
    const objectable = page.getByRole('button', { name: /^Maak bezwaar/ });
    const before = await objectable.count();
    expect(before).toBeGreaterThan(0);
    await objectable.first().click();
    await page.getByText('uit, u maakte bezwaar').first().waitFor(wait);
    expect(await objectable.count()).toBe(before - 1);
  });

  it('sets terms, and reads them back', async () => {
    await page.getByRole('link', { name: 'Mijn voorwaarden' }).click();
    await page.getByLabel('Hoe wij u noemen').fill('Faat');
    await page.locator('input[name=from]').fill('20:00');
    await page.locator('input[name=to]').fill('09:00');
    await press('Bewaar');
    await expect.poll(() => page.getByLabel('Hoe wij u noemen').inputValue(), wait).toBe('Faat');
    expect(await page.locator('input[name=from]').inputValue()).toBe('20:00');
  });

  it('reads what was done month by month, with why', async () => {
    await page.getByRole('link', { name: 'Wat wij deden', exact: true }).click();
    await page.getByRole('heading', { name: 'november 2026' }).waitFor(wait);
    await page.getByText('Waarom mag dat?').first().click();
    await page.getByText('Omdat de wet het vraagt').first().waitFor(wait);
  });

  it('has the relationship index worked out on request only, and reads that it is for no price', async () => {
    await open('/mine');
    await page.getByRole('link', { name: 'Reken mijn relatiecijfer uit' }).click();
    await page.getByText('Nooit voor een prijs').waitFor(wait);
  });

  it('takes a copy once; a second time it is refused', async () => {
    await page.getByRole('link', { name: 'Mijn rechten' }).click();
    await press('Maak een kopie');
    await reloadUntil('Haal de kopie op');
    const coming = page.waitForEvent('download', wait);
    await press('Haal de kopie op');
    const file = await (await coming).path();
    const entries = unzip(file);
    expect([...entries.keys()].length).toBeGreaterThan(3);
    expect([...entries.values()].join('\n')).toContain(fatima.address);
    const again = await page.request.post(`${polder.address}/mine/export`, {
      headers: { 'sec-fetch-site': 'same-origin' },
      form: {},
    });
    expect(again.status()).toBeGreaterThanOrEqual(400);
    await page.reload();
    expect(await page.getByRole('button', { name: 'Haal de kopie op' }).count()).toBe(0);
  });

  it('puts everything on hold and takes it off, and asks for a correction', async () => {
    await press(/^Zet alles stil/);
    await page.getByText('Alles staat stil').waitFor(wait);
    await press(/^Sta weer toe/);
    await page.getByText('Wij bewaren uw gegevens dan nog').waitFor(wait);
    await page.getByLabel('Wat klopt er niet').fill('Mijn naam is Fatima Amrani.');
    await press('Vraag om verbetering');
    await page.getByText('Verbeteren', { exact: true }).waitFor(wait);
  });

  it.each(['nl', 'en'])('meets no barrier on any page, in %s', async (locale) => {
    await context.addCookies([{ name: 'polder_locale', value: locale, url: polder.address }]);
    const script = await browser.newContext({ storageState: await context.storageState(), locale: 'nl-NL' });
    const reading = await script.newPage();
    const found: string[] = [];
    for (const path of [
      ...own,
      '/mine/sign-in',
      '/mine/enter?token=x',
      '/mine/stop?token=x',
      '/intentions',
    ]) {
      await reading.goto(`${polder.address}${path}`);
      expect(new URL(reading.url()).pathname).toBe(path.split('?')[0]);
      expect(await reading.locator('script').count(), path).toBe(0);
      found.push(...(await barriersOn(reading)).map((barrier) => `${path} ${barrier}`));
    }
    expect(found).toEqual([]);
    await script.close();
    await context.addCookies([{ name: 'polder_locale', value: 'nl', url: polder.address }]);
  });

  it('reaches everything by keyboard, in the order of the page', async () => {
    for (const path of own) {
      await open(path);
      expect(await tabbedPast(page), path).toEqual([]);
    }
  });

  it('is erased without days to think, signed out, told so at the address, and unknown from then on', async () => {
    await open('/mine/rights');
    await press('Ik wil gewist worden');
    await reloadUntil('Bedenktijd in dagen');
    await page.getByLabel('Bedenktijd in dagen').fill('0');
    await press('Ja, wis alles');
    await expect.poll(() => rowsOf('person_session'), wait).toBe(0);
    await expect
      .poll(
        () => mailsTo(fatima.address).filter(({ raw }) => readable(raw).includes('vingerafdruk')).length,
        wait,
      )
      .toBe(1);
    await open('/mine');
    expect(new URL(page.url()).pathname).toBe('/mine/sign-in');
    const before = mail.taken.length;
    await page.getByLabel('Uw e-mailadres of accountnaam').fill(fatima.address);
    await press('Stuur mij een link');
    await page.getByText('Kijk in uw mail').waitFor(wait);
    await expect.poll(() => rowsOf('link_request'), wait).toBe(0);
    expect(mail.taken.length).toBe(before);
    const left = await polder.database.context.database.transaction().execute(async (trx) => {
      await sql`select set_config('polder.purpose', 'legal', true)`.execute(trx);
      return sql<{ n: number }>`select (select count(*)::int from identity where address = ${fatima.address})
        + (select count(*)::int from person where name = 'fatima')
        + (select count(*)::int from erasure where notify_address is not null) as n`.execute(trx);
    });
    expect(left.rows[0]?.n).toBe(0);
  });

  it('gave the browser nothing to complain about', () => {
    expect(complaints).toEqual([]);
  });
});

const own = [
  '/mine',
  '/mine/contract',
  '/mine/ledger',
  '/mine/messages',
  '/mine/terms',
  '/mine/rights',
  '/mine/relationship',
];
