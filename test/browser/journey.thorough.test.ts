import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lettersCsv } from '../../src/web/journey/fixtures/letters.ts';
import { barriersOn, complaintsOf, findChromium, launch } from './chromium.ts';
import { password, type ServedPolder, servePolder } from './serving.ts';

const executable = findChromium();

describe.skipIf(!executable)('from a file to the journey, in a browser', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'polder-letters-'));
  const file = path.join(folder, 'letters.csv');
  const wait = { timeout: 10_000 };
  let polder: ServedPolder;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    writeFileSync(file, lettersCsv(new Date('2026-11-23T08:00:00Z')));
    [polder, browser] = await Promise.all([servePolder(), launch(executable ?? '')]);
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'nl-NL' });
    context.setDefaultTimeout(wait.timeout);
    page = await context.newPage();
    complaints = complaintsOf(page);
    await page.goto(`${polder.address}/sign-in?returnTo=/imports`);
    await page.getByLabel('E-mailadres').fill('ravi@waterkracht.example');
    await page.getByLabel('Wachtwoord').fill(password);
    await page.keyboard.press('Enter');
    await page.getByText('Nog niets geïmporteerd').waitFor(wait);
  });
  afterAll(async () => {
    await browser?.close();
    await polder?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function inEnglish(look: () => Promise<void>): Promise<void> {
    await context.addCookies([{ name: 'polder_locale', value: 'en', url: polder.address }]);
    await page.reload();
    await look();
    await context.addCookies([{ name: 'polder_locale', value: 'nl', url: polder.address }]);
    await page.reload();
  }

  const openAll = () =>
    page.evaluate(() => {
      for (const folded of document.querySelectorAll('main details')) folded.setAttribute('open', '');
    });

  it('shows Ravi what it recognised in his file', async () => {
    await page.getByLabel('Bestand met berichten').setInputFiles(file);
    await page.getByRole('button', { name: 'Versturen en bekijken' }).click();
    await page.getByText('Zo leest Polder het bestand').waitFor(wait);
    expect(await page.getByLabel('Van klant of van ons').inputValue()).toBe('author_kind');
    expect(await barriersOn(page)).toEqual([]);
    await inEnglish(async () => expect(await barriersOn(page)).toEqual([]));
  });

  it('imports it by keyboard alone, and says what came in and what did not', async () => {
    await page.getByRole('button', { name: 'Importeren', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('135 berichten opgeslagen').waitFor(wait);
    await page.getByText('Het tijdstip is niet te lezen.').waitFor(wait);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('answers on the journey where Waterkracht stands', async () => {
    await page.getByRole('link', { name: 'Naar de reis' }).click();
    await page.getByRole('heading', { name: 'Reisfase 2 is aangetoond' }).waitFor(wait);
    await openAll();
    expect(await barriersOn(page)).toEqual([]);
    await inEnglish(async () => expect(await barriersOn(page)).toEqual([]));
  });

  it('leads from a number to its rows, and from a row to the conversation', async () => {
    await page.locator('summary', { hasText: 'De cijfers' }).click();
    await page.getByRole('link', { name: /Bekijk de rijen.*Reactiepercentage/ }).click();
    await page.getByRole('heading', { name: 'De rijen achter het cijfer' }).waitFor(wait);
    expect(await page.locator('tbody tr').count()).toBe(50);
    expect(await barriersOn(page)).toEqual([]);
    await page.locator('tbody a').first().click();
    await page.waitForURL(/\/conversations\/cv_/, wait);
  });

  it('leads to a customer, with what was done with the data', async () => {
    await page.goto(`${polder.address}/customers?search=Fatima 12`);
    await page.locator('tbody a').first().click();
    // Nothing is going on with her: why she is looked at is asked first.
    await page.getByLabel('Reden').selectOption('order');
    await page.getByRole('button', { name: 'Ga verder' }).click();
    await page.getByRole('heading', { name: 'Wat deden wij met deze gegevens' }).waitFor(wait);
    await openAll();
    expect(await barriersOn(page)).toEqual([]);
  });

  it('gave the browser nothing to complain about', () => {
    expect(complaints).toEqual([]);
  });
});
