import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestMailServer, testMailServer } from '../mail-server.ts';
import { barriersOn, complaintsOf, findChromium, launch } from './chromium.ts';
import { readable, tokenIn } from './reading-mail.ts';
import { password, type ServedPolder, servePolder } from './serving.ts';

const executable = findChromium();
const wait = { timeout: 60_000 };

/** The organisation's own site: another origin, with a policy of its own that lets in nothing but the chat. */
async function ownSite(
  page: () => string,
  policy: () => string,
): Promise<{ origin: string; server: Server }> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Content-Security-Policy', policy());
    response.end(page());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

describe.skipIf(!executable)('the chat on the site of Waterkracht', () => {
  let mail: TestMailServer;
  let polder: ServedPolder;
  let browser: Browser;
  let site: Awaited<ReturnType<typeof ownSite>>;
  let els: Page;
  let home: BrowserContext;
  let fatima: Page;
  let complaints: string[];
  let account = '';

  beforeAll(async () => {
    mail = await testMailServer();
    [polder, browser] = await Promise.all([servePolder({ mail }), launch(executable ?? '')]);
    const page = () => `<!doctype html><html lang="nl"><title>Waterkracht</title><main><h1>Waterkracht</h1>
      <polder-talk account="${account}"><a href="${polder.address}/talk/${account}">Stel uw vraag</a></polder-talk></main>
      <script src="${polder.address}/talk.js" defer></script>`;
    const policy = () => `default-src 'none'; script-src ${polder.address}; connect-src ${polder.address}`;
    site = await ownSite(page, policy);
  });
  afterAll(async () => {
    await browser?.close();
    await polder?.close();
    await mail?.close();
    site?.server.close();
  });

  async function signedIn(name: string): Promise<Page> {
    const page = await (await browser.newContext({ locale: 'nl-NL' })).newPage();
    page.setDefaultTimeout(wait.timeout);
    await page.goto(`${polder.address}/sign-in`);
    await page.getByLabel('E-mailadres').fill(`${name}@waterkracht.example`);
    await page.getByLabel('Wachtwoord').fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/sign-in');
    return page;
  }

  /** What stands in the inbox comes by itself; the page is asked anew until it is there. */
  async function openConversation(text: string): Promise<void> {
    for (let tries = 0; tries < 60; tries += 1) {
      await els.goto(`${polder.address}/inbox`);
      if ((await els.getByText(text).count()) > 0) break;
      await els.waitForTimeout(500);
    }
    await els.getByText(text).first().click();
    await els.waitForURL(/conversations/);
  }

  /** axe needs a script of its own: the same page for the same guest, where scripts may run. */
  async function barriersAt(page: Page): Promise<string[]> {
    const context = await browser.newContext({
      storageState: await page.context().storageState(),
      locale: 'nl-NL',
    });
    const same = await context.newPage();
    await same.goto(page.url());
    const found = await barriersOn(same);
    await context.close();
    return found;
  }

  it('is connected by an administrator, in the order that the page says', async () => {
    const ravi = await signedIn('ravi');
    await ravi.goto(`${polder.address}/organisation/channels/new/site`);
    await ravi.getByLabel('Naam').fill('Site');
    await ravi.getByLabel('Sites waar de chat mag staan').fill(site.origin);
    expect(await barriersOn(ravi)).toEqual([]);
    await ravi.getByRole('button', { name: 'Bewaar' }).click();
    await ravi.waitForURL(/channels\/cc_/);
    account = new URL(ravi.url()).pathname.split('/').at(-1) ?? '';
    await ravi.getByRole('button', { name: 'Probeer' }).click();
    for (let tries = 0; tries < 60; tries += 1) {
      await ravi.waitForTimeout(500);
      await ravi.reload();
      if ((await ravi.getByRole('button', { name: 'Zet aan' }).count()) > 0) break;
    }
    await ravi.getByRole('button', { name: 'Zet aan' }).click();
    await ravi.getByRole('button', { name: 'Zet stil' }).waitFor();
    expect(await barriersOn(ravi)).toEqual([]);
    await ravi.close();
  });

  it('takes a question by the keyboard alone, on another site with a strict policy', async () => {
    home = await browser.newContext({ locale: 'nl-NL' });
    fatima = await home.newPage();
    fatima.setDefaultTimeout(wait.timeout);
    complaints = complaintsOf(fatima);
    await fatima.goto(site.origin);
    await fatima.getByRole('button', { name: 'Stel uw vraag' }).waitFor();
    await fatima.keyboard.press('Tab');
    await fatima.keyboard.press('Enter');
    await fatima.getByText('Wij zijn nu open.').waitFor();
    expect(await fatima.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id)).toBe('text');
    await fatima.keyboard.press('Shift+Tab');
    await fatima.keyboard.type('Fatima');
    await fatima.keyboard.press('Tab');
    await fatima.keyboard.type('Mijn thermostaat doet het niet');
    await fatima.keyboard.press('Enter');
    await fatima.getByRole('listitem').filter({ hasText: 'Mijn thermostaat' }).waitFor();
    expect(await barriersOn(fatima)).toEqual([]);
    await fatima.keyboard.press('Escape');
    expect(await fatima.getByRole('dialog').isVisible()).toBe(false);
    await fatima.keyboard.press('Enter');
    await fatima.getByRole('dialog').waitFor();
  });

  it('shows the answer of a colleague by itself, and again on return', { timeout: 180_000 }, async () => {
    els = await signedIn('els');
    await openConversation('Mijn thermostaat doet het niet');
    await els.locator('textarea[name=text]:visible').first().fill('Donderdag komt er iemand langs. Els');
    await els.keyboard.press('Control+Enter');
    await fatima.getByRole('listitem').filter({ hasText: 'Donderdag komt er iemand langs.' }).waitFor();
    await fatima.reload();
    await fatima.getByRole('button', { name: 'Stel uw vraag' }).click();
    await fatima.getByRole('listitem').filter({ hasText: 'Donderdag komt er iemand langs.' }).waitFor();
    expect(await fatima.getByRole('listitem').count()).toBe(2);
  });

  it('knows a guest who proved an address by the link in a mail', { timeout: 180_000 }, async () => {
    await fatima.getByText('Ook op een ander apparaat herkend worden').click();
    await fatima.getByLabel('Uw mailadres').fill('fatima@klant.example');
    await fatima.getByRole('button', { name: 'Stuur mij de link' }).click();
    await fatima.getByText('er is een link gestuurd naar fatima@klant.example').waitFor();
    for (let tries = 0; tries < 120 && mail.taken.length === 0; tries += 1) await fatima.waitForTimeout(500);
    const link = `/talk/${account}/proof?token=${tokenIn(readable(mail.taken[0]?.raw ?? ''))}`;
    const proof = await (await browser.newContext({ javaScriptEnabled: false, locale: 'nl-NL' })).newPage();
    await proof.goto(`${polder.address}${link}`);
    expect(await barriersAt(proof)).toEqual([]);
    await proof.getByRole('button', { name: 'Ja, dat ben ik' }).click();
    await proof.getByText('uw mailadres is bevestigd').waitFor();
    await fatima.reload();
    await fatima.getByRole('button', { name: 'Stel uw vraag' }).click();
    await fatima.getByText('U bent herkend als fatima@klant.example').waitFor();
  });

  it('is a form where no script runs, with what was said and what was answered', {
    timeout: 180_000,
  }, async () => {
    const henk = await (await browser.newContext({ javaScriptEnabled: false, locale: 'nl-NL' })).newPage();
    henk.setDefaultTimeout(wait.timeout);
    await henk.goto(site.origin);
    await henk.getByRole('link', { name: 'Stel uw vraag' }).click();
    await henk.getByLabel('Uw naam').fill('Henk');
    await henk.getByRole('button', { name: 'Verstuur' }).click();
    expect(await henk.getByLabel('Uw naam').inputValue()).toBe('Henk');
    await henk.getByLabel('Uw vraag').fill('Kan ik mijn meterstand doorgeven?');
    await henk.getByLabel('Bestand meesturen').setInputFiles({
      ...{ name: 'meter.txt', mimeType: 'text/plain', buffer: Buffer.from('04512') },
    });
    await henk.getByRole('button', { name: 'Verstuur' }).click();
    await henk.getByText('Uw bericht is aangekomen.').waitFor();
    expect(await barriersAt(henk)).toEqual([]);
    await openConversation('Kan ik mijn meterstand doorgeven?');
    await els.getByText('meter.txt').waitFor();
    await els.locator('textarea[name=text]:visible').first().fill('Ja, hij staat er nu in. Els');
    await els.keyboard.press('Control+Enter');
    for (let tries = 0; tries < 120; tries += 1) {
      await henk.getByRole('link', { name: 'Kijk of er antwoord is' }).click();
      if ((await henk.getByText('Ja, hij staat er nu in.').count()) > 0) break;
      await henk.waitForTimeout(500);
    }
    expect(await henk.getByText('Ja, hij staat er nu in.').count()).toBe(1);
    expect(await henk.getByText('thermostaat').count()).toBe(0);
  });

  it('takes a form that was sent twice as one line of one guest', async () => {
    const page = `${polder.address}/talk/${account}`;
    const key = /name="key" value="([\w-]+)"/.exec(await (await fetch(page)).text())?.[1] ?? '';
    const send = async () => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ act: 'say', text: 'Eén regel', key }))
        body.set(name, value);
      const sent = await fetch(page, {
        ...{ method: 'POST', body, redirect: 'manual' },
        headers: { Origin: polder.address },
      });
      return sent.headers.get('set-cookie')?.split(';')[0] ?? '';
    };
    const cookie = await send();
    expect(cookie).toMatch(/=[\w-]{43}$/);
    expect(await send()).toBe(cookie);
    const shown = await (await fetch(page, { headers: { Cookie: cookie } })).text();
    expect(shown.split('>Eén regel<')).toHaveLength(2);
  });

  it('opens nothing on a site where it does not belong', async () => {
    const stranger = await ownSite(
      () => `<!doctype html><title>Vreemd</title><polder-talk account="${account}"></polder-talk>
        <script src="${polder.address}/talk.js" defer></script><iframe src="${polder.address}/talk/${account}"></iframe>`,
      () => "default-src * 'unsafe-inline'",
    );
    const page = await home.newPage();
    await page.goto(stranger.origin);
    await page
      .getByRole('button', { name: 'Ask your question' })
      .or(page.getByRole('button', { name: 'Stel uw vraag' }))
      .click();
    await page.getByText('Geen verbinding.').waitFor(wait);
    expect(await page.getByRole('listitem').count()).toBe(0);
    const framed = page.frames().map((frame) => frame.url());
    expect(framed.filter((url) => url.includes('/talk/'))).toEqual([]);
    stranger.server.close();
  });

  it('and nobody complained', () => {
    expect(complaints).toEqual([]);
  });
});
