import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { say } from '../../src/web/inbox/fixtures/saying.ts';
import { plantPerson } from '../authorisation/planted.ts';
import { findChromium, focusUnseen, launch, tabbedPast } from './chromium.ts';
import { password, type ServedPolder, servePolder } from './serving.ts';

const executable = findChromium();

const open = ['/sign-in', '/sign-in/forgotten', '/password?token=x', '/intentions', '/mine/sign-in'];
const inside = [
  '/account',
  '/customers',
  '/customers/doubles',
  '/customers/doubles/dismissed',
  '/customers/follow-ups',
  '/customers/quality',
  '/customers/attributes',
  '/customers/files',
  '/customers/files/guide',
  '/customers/{person}',
  '/customers/{person}/look',
  '/segments',
  '/segments/new',
  '/privacy',
  '/privacy/requests/new',
  '/privacy/retention',
  '/privacy/processing',
  '/privacy/incidents',
  '/privacy/assessments',
  '/privacy/colleagues',
  '/privacy/looks',
  '/offer',
  '/offer/versions/1',
  '/backoffices',
  '/backoffices/new',
  '/mailings/new',
];

describe.skipIf(!executable)('with the keyboard alone and no script, everything of', () => {
  let polder: ServedPolder;
  let browser: Browser;
  let page: Page;
  let person: string;

  beforeAll(async () => {
    [polder, browser] = await Promise.all([servePolder(), launch(executable ?? '')]);
    const { context } = polder.database;
    await say(context, [{ author: 'henk', text: 'Waar blijft mijn bestelling?' }]);
    person = (await plantPerson(context, polder.people.ravi.context, 'fatima')).publicId;
    const visitor = await browser.newContext({ javaScriptEnabled: false, locale: 'nl-NL' });
    visitor.setDefaultTimeout(60_000);
    page = await visitor.newPage();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await polder?.close();
  });

  const wrongOn = async (path: string) => {
    await page.goto(polder.address + path.replace('{person}', person));
    const past = await tabbedPast(page);
    return { past, unseen: await focusUnseen(page) };
  };

  it.each(open)(
    '%s is reached in its order, and shows where one is',
    async (path) => {
      expect(await wrongOn(path)).toEqual({ past: [], unseen: [] });
    },
    180_000,
  );

  it('signing in works by Tab and Enter, and by wrong words the fault is said', async () => {
    await page.goto(`${polder.address}/sign-in`);
    await page.getByLabel('E-mailadres').focus();
    await page.keyboard.type('ravi@waterkracht.example');
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/sign-in');
    expect(new URL(page.url()).pathname).not.toBe('/sign-in');
  }, 180_000);

  it.each(inside)(
    '%s is reached in its order, and shows where one is',
    async (path) => {
      expect(await wrongOn(path)).toEqual({ past: [], unseen: [] });
    },
    180_000,
  );
});
