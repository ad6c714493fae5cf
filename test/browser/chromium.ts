import { existsSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser of this machine, or undefined; says so, because a test that is skipped in silence proves nothing. */
export function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const places = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  const found = [process.env.CHROME_PATH, ...places, ...elsewhere].find(
    (place) => place && existsSync(place),
  );
  if (!found) process.stderr.write('No Chromium or Chrome found: the browser tests are skipped.\n');
  return found;
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: quiet });
}

/** What a page complained about: console errors, broken scripts, and what the content security policy stopped. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/** What axe finds against WCAG and good practice, one line each. */
export async function barriersOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** What has the focus without showing it: no outline, and no other line or colour than without. */
export async function focusUnseen(page: Page): Promise<string[]> {
  const unseen: string[] = [];
  const all = await page.locator('[data-place]').count();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let n = 0; n < all; n += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const one = document.activeElement;
      if (!(one instanceof HTMLElement) || one === document.body) return null;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      const lined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
      return lined || boxShadow !== 'none' ? null : one.outerHTML.slice(0, 120);
    });
    if (found) unseen.push(found);
  }
  return unseen;
}

/**
 * What the tabulator key does not reach, one line each, or reaches before what stands above it. Works on pages without
 * script.
 */
export async function tabbedPast(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const open = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
    const seen = [...document.querySelectorAll<HTMLElement>(open)].filter(
      (one) => one.checkVisibility() && !one.matches(':disabled') && one.tabIndex >= 0,
    );
    for (const [n, one] of seen.entries()) one.dataset.place = String(n);
  });
  const all = await page.locator('[data-place]').count();
  const reached: number[] = [];
  // a field for a time holds several stops
  for (let n = 0; n < all * 4 && new Set(reached).size < all; n += 1) {
    await page.keyboard.press('Tab');
    const place = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.place);
    if (place !== undefined && Number(place) !== reached.at(-1)) reached.push(Number(place));
  }
  const missed = [...Array(all).keys()].filter((place) => !reached.includes(place));
  const before = reached.filter((place, n) => n > 0 && place < (reached[n - 1] ?? 0) && place !== 0);
  const named = async (place: number) =>
    (await page.locator(`[data-place="${place}"]`).evaluate((one) => one.outerHTML)).slice(0, 120);
  return Promise.all([...missed, ...before].map(named));
}
