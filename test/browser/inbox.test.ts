import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openThread } from '../../src/conversations/thread.ts';
import { say } from '../../src/web/inbox/fixtures/saying.ts';
import { barriersOn, complaintsOf, findChromium, launch } from './chromium.ts';
import { password, type ServedPolder, servePolder } from './serving.ts';

const executable = findChromium();

describe.skipIf(!executable)('the inbox in a browser', () => {
  let polder: ServedPolder;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  const wait = { timeout: 30_000 };
  /** An answer rests ten seconds, in which it can be taken back, before it leaves. */
  const leaving = { timeout: 40_000 };

  beforeAll(async () => {
    [polder, browser] = await Promise.all([servePolder(), launch(executable ?? '')]);
    await hear('Henk', 'waar blijft de monteur? ik wacht al een uur', 30);
    await hear('Fatima', 'waarom is mijn rekening zo hoog? bel mij op 06 24 68 13 57', 20);
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'nl-NL' });
    page = await context.newPage();
    complaints = complaintsOf(page);
  });
  afterAll(async () => {
    await browser?.close();
    await polder?.close();
  });

  async function hear(author: string, text: string, ago = 0): Promise<string> {
    polder.database.turn.forward({ seconds: 1 });
    const [id = ''] = await say(polder.database.context, [{ author, text: `@waterkracht ${text}`, ago }]);
    return id;
  }

  const row = (name: string) => page.locator('[data-row]', { hasText: name });
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

  it('lets Els sign in, and shows her who waits', async () => {
    await page.goto(`${polder.address}/inbox`);
    await page.getByLabel('E-mailadres').fill('els@waterkracht.example');
    await page.getByLabel('Wachtwoord').fill(password);
    await page.keyboard.press('Enter');
    await row('Fatima').waitFor(wait);
    expect(await page.locator('[data-row]').count()).toBe(2);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('shows a message that comes in, without a reload', async () => {
    await hear('Priya', 'is er een storing in Zwolle?');
    await row('Priya').waitFor(wait);
  });

  it('is walked, opened and answered by keyboard alone', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.className === 'talk', null, wait);
    expect(await focused()).toBe('Gesprek met Fatima');
    await page.keyboard.press('r');
    await page.keyboard.type('Goedemiddag Fatima, ik kijk mee. j k e');
    await page.keyboard.press('Control+Enter');
    await page.locator('.on-its-way').getByText('Ongedaan maken').waitFor(wait);
    expect(await barriersOn(page)).toEqual([]);
    await page.locator('.talk-scroll .message[data-kind=reply]').waitFor(leaving);
    await page.getByText('niet verzonden: dit kanaal kan alleen lezen').waitFor(leaving);
    await page.locator('.on-its-way').waitFor({ ...wait, state: 'detached' });
    expect(await focused()).toBe('Gesprek met Fatima');
    expect(await barriersOn(page)).toEqual([]);
  }, 180_000);

  it('is closed by keyboard: at once when nobody waits, and then the next one opens', async () => {
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.keyboard.press('e');
    await page.getByRole('region', { name: 'Gesprek met Henk' }).waitFor(wait);
    await page.getByText('Gesprek gesloten.').waitFor(wait);
    expect((await openThread(polder.people.ravi.context, id)).state).toBe('done');
  });

  it('asks why while the customer waits, and lets go with Escape', async () => {
    await page.waitForFunction(() => document.activeElement?.className === 'talk', null, wait);
    await page.keyboard.press('e');
    await page.getByText('Waarom sluit je?').waitFor(wait);
    expect(await barriersOn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.getByText('Waarom sluit je?').isVisible()).toBe(false);
    await page.locator('.talk').focus();
  });

  it('keeps what Els writes when a colleague is first, and shows both', async () => {
    await page.keyboard.press('r');
    await page.keyboard.type('Beste Henk, de monteur');
    await hear('Henk', 'hij is er al, bedankt');
    await page.getByText('Er is iets bij gekomen terwijl je schreef').waitFor(wait);
    expect(await page.locator('#reply textarea').inputValue()).toBe('Beste Henk, de monteur');
    await page.keyboard.press('Escape');
  });

  it('closes at once behind an answer that is still on its way, which leaves all the same', async () => {
    await row('Priya').click();
    await page.getByRole('region', { name: 'Gesprek met Priya' }).waitFor(wait);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.keyboard.press('r');
    await page.keyboard.type('Goedemiddag Priya, in Zwolle is geen storing bekend.');
    await page.keyboard.press('Control+Enter');
    await page.locator('.on-its-way').waitFor(wait);
    await page.keyboard.press('e');
    await page.getByRole('region', { name: 'Gesprek met Henk' }).waitFor(wait);
    await page.getByText('Gesprek gesloten.').waitFor(wait);
    await vi.waitFor(async () => {
      const { messages, waitingSince } = await openThread(polder.people.ravi.context, id);
      expect([messages.at(-1)?.kind, waitingSince]).toEqual(['reply', null]);
    }, leaving);
  }, 180_000);

  it('explains what it understood, and marks the words', async () => {
    await page.locator('.message summary').first().click();
    expect(await page.locator('.message mark.because').count()).toBeGreaterThan(0);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('speaks English as well, and has no barriers there either', async () => {
    await context.addCookies([{ name: 'polder_locale', value: 'en', url: polder.address }]);
    await page.reload();
    await page.getByText('Public answer to Henk').waitFor(wait);
    expect(await barriersOn(page)).toEqual([]);
    await page.keyboard.press('u');
    await page.getByText('Choose a conversation').waitFor(wait);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('gave the browser nothing to complain about', () => {
    expect(complaints).toEqual([]);
  });
});
