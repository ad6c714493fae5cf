import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meetByMail } from '../../src/customers/fixtures/mailing-people.ts';
import { approveMailing, draftMailing, testMailing } from '../../src/customers/sending/drafting.ts';
import { actAs } from '../../src/platform/context.ts';
import { type TestMailServer, testMailServer } from '../mail-server.ts';
import { barriersOn, findChromium, launch, tabbedPast } from './chromium.ts';
import { readable, tokenIn } from './reading-mail.ts';
import { password, type ServedPolder, servePolder } from './serving.ts';

const executable = findChromium();
const wait = { timeout: 60_000 };
const crowd = 300;

describe.skipIf(!executable)('a mailing to many, while one of them says no', () => {
  let mail: TestMailServer;
  let polder: ServedPolder;
  let browser: Browser;
  let desk: Page;
  let home: BrowserContext;
  let mine: Page;
  let mailing: string;

  beforeAll(async () => {
    mail = await testMailServer();
    [polder, browser] = await Promise.all([servePolder({ mail }), launch(executable ?? '')]);
    const { context } = polder.database;
    for (let n = 0; n < crowd - 1; n += 1) await meetByMail(context, `klant${n}`, { allows: 'offers' });
    await meetByMail(context, 'fatima', { allows: 'offers' });
    const [els, ravi] = [polder.people.els, polder.people.ravi].map(({ context: { actor } }) =>
      actAs(context, actor),
    ) as [typeof context, typeof context];
    mailing = await draftMailing(
      els,
      {
        title: 'Zonnepanelen',
        purpose: 'offers',
        words: { nl: { subject: 'Zon op uw dak', text: 'Wij rekenen het graag voor u uit.' } },
        audience: { kind: 'customers' },
      },
      { locale: 'nl', timeZone: 'Europe/Amsterdam' },
    );
    await testMailing(els, mailing, 'els@waterkracht.example');
    await approveMailing(ravi, mailing);
    desk = await (await browser.newContext({ locale: 'nl-NL' })).newPage();
    home = await browser.newContext({ javaScriptEnabled: false, locale: 'nl-NL' });
    mine = await home.newPage();
    for (const page of [desk, mine]) page.setDefaultTimeout(wait.timeout);
  });
  afterAll(async () => {
    await browser?.close();
    await polder?.close();
    await mail?.close();
  });

  const open = (page: Page, path: string) => page.goto(`${polder.address}${path}`);
  const mailsTo = (name: string) => mail.taken.filter(({ to }) => to[0] === `${name}@klant.example`);
  const offersTo = (name: string) => mailsTo(name).filter(({ raw }) => raw.includes('Zon op uw dak'));
  const offers = () => mail.taken.filter(({ raw }) => raw.includes('Subject: Zon op uw dak'));

  async function looked(page: Page): Promise<void> {
    expect(await barriersOn(page)).toEqual([]);
    expect(await tabbedPast(page)).toEqual([]);
  }

  it('is started by the keyboard, by whoever may', async () => {
    await open(desk, '/sign-in?returnTo=/mailings');
    await desk.getByLabel('E-mailadres').fill('ravi@waterkracht.example');
    await desk.getByLabel('Wachtwoord').fill(password);
    await desk.keyboard.press('Enter');
    await desk.getByRole('link', { name: 'Zonnepanelen' }).waitFor(wait);
    await looked(desk);
    for (const path of ['/mailings/new', '/mail', '/heard']) {
      await open(desk, path);
      await looked(desk);
    }
    await open(desk, `/mailings/${mailing}`);
    await looked(desk);
  });

  it('sends nothing to whoever withdrew while it ran, from the moment it was confirmed', async () => {
    await open(mine, '/mine/sign-in');
    await mine.getByLabel('Uw e-mailadres of accountnaam').fill('fatima@klant.example');
    await mine.getByRole('button', { name: 'Stuur mij een link' }).click();
    await expect.poll(() => mailsTo('fatima').length, wait).toBe(1);
    await open(mine, `/mine/enter?token=${tokenIn(readable(mailsTo('fatima')[0]?.raw ?? ''))}`);
    await mine.getByRole('button', { name: 'Open mijn gegevens' }).click();
    await mine.getByRole('link', { name: 'Wat mag', exact: true }).click();
    mail.fault = { at: 'data', slow: 60 };
    await desk.getByRole('button', { name: 'Verstuur', exact: true }).focus();
    await desk.keyboard.press('Enter');
    await expect.poll(() => offers().length, wait).toBeGreaterThan(20);
    await mine.getByRole('button', { name: /^Trek toestemming in: .*[Aa]anbiedingen/ }).click();
    await mine.getByRole('button', { name: /^Geef toestemming: .*[Aa]anbiedingen/ }).waitFor(wait);
    const confirmed = { all: offers().length, hers: offersTo('fatima').length };
    expect(confirmed.all).toBeLessThan(crowd - 1);
    expect(confirmed.hers).toBe(0);
    await desk.reload();
    await desk.getByText('wordt verstuurd').first().waitFor(wait);
    await looked(desk);
    mail.fault = null;
    await expect.poll(() => offers().length, wait).toBe(crowd - 1);
    await expect
      .poll(async () => {
        await desk.reload();
        return desk.getByText('klaar').count();
      }, wait)
      .toBeGreaterThan(0);
    expect(offersTo('fatima')).toHaveLength(0);
    expect(new Set(offers().map(({ to }) => to[0])).size).toBe(crowd - 1);
    await desk.getByText('toestemming ingetrokken').waitFor(wait);
    await looked(desk);
  });
});
