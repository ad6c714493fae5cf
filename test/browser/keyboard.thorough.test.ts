import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSegment } from '../../src/customers/segments/saving.ts';
import { draftMailing } from '../../src/customers/sending/drafting.ts';
import { connectBackoffice } from '../../src/customers/syncing/backoffice.ts';
import type { Context } from '../../src/platform/context.ts';
import { beginDraft } from '../../src/privacy/offer/drafting.ts';
import { reportIncident } from '../../src/privacy/records/incident.ts';
import { receiveRequest } from '../../src/privacy/requests/handling.ts';
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
  '/offer/draft',
  '/offer/draft/purposes/offers',
  '/offer/draft/promises/requests',
  '/privacy/incidents/{incident}',
  '/privacy/requests/{request}',
  '/segments/{segment}',
  '/backoffices/{backoffice}',
  '/mailings/{mailing}',
];

/** One of each thing that has a page of its own. */
async function plantOwnPages(colleague: Context, personId: string): Promise<Record<string, string>> {
  await beginDraft(colleague);
  const request = await receiveRequest(colleague, {
    personId,
    kind: 'erase',
    via: 'phone',
    strength: 1,
    timeZone: 'Europe/Amsterdam',
  });
  const words = { nl: { subject: 'Warm de winter door', text: 'Wij komen graag langs.' } };
  const mailing = {
    title: 'Winteractie',
    purpose: 'offers',
    words,
    audience: { kind: 'customers' },
  } as const;
  return {
    request: request.publicId,
    incident: await reportIncident(colleague, {
      title: 'Telefoon kwijt',
      story: 'Een telefoon met de inbox erop ging verloren.',
      foundAt: colleague.clock.now(),
      scope: {},
    }),
    segment: await makeSegment(colleague, {
      name: 'Klanten',
      purpose: 'offers',
      rule: { match: 'all', conditions: [{ criterion: 'relation', not: false, given: { is: 'customer' } }] },
    }),
    backoffice: await connectBackoffice(colleague, {
      name: 'Boekhouding',
      system: 'tryton',
      url: 'http://127.0.0.1:9',
      database: 'waterkracht',
      user: 'polder',
      password: 'geheim',
    }),
    mailing: await draftMailing(colleague, mailing, { locale: 'nl', timeZone: 'Europe/Amsterdam' }),
  };
}

describe.skipIf(!executable)('with the keyboard alone and no script, everything of', () => {
  let polder: ServedPolder;
  let browser: Browser;
  let page: Page;
  let parts: Record<string, string> = {};

  beforeAll(async () => {
    [polder, browser] = await Promise.all([servePolder(), launch(executable ?? '')]);
    const { context } = polder.database;
    await say(context, [{ author: 'henk', text: 'Waar blijft mijn bestelling?' }]);
    const ravi = polder.people.ravi.context;
    const person = await plantPerson(context, ravi, 'fatima');
    parts = { person: person.publicId, ...(await plantOwnPages(ravi, person.id)) };
    const visitor = await browser.newContext({ javaScriptEnabled: false, locale: 'nl-NL' });
    visitor.setDefaultTimeout(60_000);
    page = await visitor.newPage();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await polder?.close();
  });

  const wrongOn = async (path: string) => {
    const answer = await page.goto(
      polder.address + path.replace(/\{(\w+)\}/g, (_, part) => parts[part] ?? ''),
    );
    expect(answer?.status(), path).not.toBe(404);
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
