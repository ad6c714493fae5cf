import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFile } from '../../src/importing.ts';
import { setGoal } from '../../src/insights/goals/setting.ts';
import { openRound } from '../../src/journey/assessing/rounds.ts';
import { runningWebcare } from '../../src/pilots/fixtures/webcare-pilot.ts';
import { lettersCsv } from '../../src/web/journey/fixtures/letters.ts';
import { barriersOn, findChromium, focusUnseen, launch, tabbedPast } from './chromium.ts';
import { password, type ServedPolder, servePolder } from './serving.ts';

const executable = findChromium();

const journey = [
  '/journey',
  '/journey/criteria/3.4',
  '/journey/indicators/RR',
  '/journey/timeline',
  '/journey/departments',
  '/journey/models',
  '/journey/assessment',
  '/journey/customers',
  '/journey/ambition',
  '/journey/goals',
  '/journey/goals/{goal}',
  '/journey/team',
  '/journey/recovery',
  '/journey/remarks',
  '/journey/report',
];
const pilots = [
  '/pilots',
  '/pilots/new',
  '/pilots/new?template=CX1',
  '/pilots/templates',
  '/pilots/templates/CO1',
  '/pilots/next',
  '/pilots/capabilities/inbox.webcare',
  '/pilots/plan',
  '/pilots/culture',
  '/pilots/lessons',
  '/pilots/{pilot}',
  '/pilots/{pilot}/case',
];
const all = [...journey, ...pilots];

describe.skipIf(!executable)('every page of the journey and of the pilots', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'polder-journey-pages-'));
  const known = { goal: '', pilot: '' };
  let polder: ServedPolder;
  let browser: Browser;
  let page: Page;
  let still: Page;

  beforeAll(async () => {
    [polder, browser] = await Promise.all([servePolder(), launch(executable ?? '')]);
    const { context } = polder.database;
    const { anneke } = polder.people;
    const file = path.join(folder, 'letters.csv');
    writeFileSync(file, lettersCsv(new Date('2026-11-23T08:00:00Z')));
    await importFile(context, file, { channel: 'x', account: '@waterkracht' });
    const { els, anneke: sponsor } = polder.people;
    known.pilot = await runningWebcare(context, {
      ...{ owner: els.employee.id, sponsor: sponsor.employee.id },
      department: polder.people.departmentId,
    });
    known.goal = await setGoal(anneke.context, {
      ...{ name: 'Sneller antwoord', why: 'Klanten wachten te lang', kpi: 'Reactietijd', unit: 'uur' },
      ...{ direction: 'lower', baseline: 8, target: 4, dueOn: '2027-05-01', planLineId: null },
      ...{ ownerId: anneke.employee.id, departmentId: null, c: 'experience', resultType: 'satisfaction' },
    });
    await openRound(anneke.context, '2026-12-20');
    page = await signIn(true);
    still = await signIn(false);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await polder?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function signIn(javaScriptEnabled: boolean): Promise<Page> {
    const visitor = await browser.newContext({ javaScriptEnabled, locale: 'nl-NL' });
    visitor.setDefaultTimeout(60_000);
    const page = await visitor.newPage();
    await page.goto(`${polder.address}/sign-in`);
    await page.getByLabel('E-mailadres').fill('anneke@waterkracht.example');
    await page.getByLabel('Wachtwoord').fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/sign-in');
    return page;
  }

  const addressOf = (at: string) =>
    polder.address + at.replace('{goal}', known.goal).replace('{pilot}', known.pilot);

  it.each(all)(
    '%s has no barriers, folded open, in Dutch and in English',
    async (at) => {
      for (const locale of ['nl', 'en']) {
        await page.context().addCookies([{ name: 'polder_locale', value: locale, url: polder.address }]);
        expect((await page.goto(addressOf(at)))?.status()).toBe(200);
        await page.evaluate(() => {
          for (const folded of document.querySelectorAll('main details')) folded.setAttribute('open', '');
        });
        expect(await barriersOn(page)).toEqual([]);
      }
    },
    180_000,
  );

  it.each(all)(
    '%s is reached in its order by keyboard without script, and shows where one is',
    async (at) => {
      await still.goto(addressOf(at));
      expect({ past: await tabbedPast(still), unseen: await focusUnseen(still) }).toEqual({
        past: [],
        unseen: [],
      });
    },
    180_000,
  );
});
