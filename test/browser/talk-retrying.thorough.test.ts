import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findChromium, launch } from './chromium.ts';

const executable = findChromium();

interface Line {
  key: string;
  text: string;
  token: string;
}

/** The other side of the chat, which can do wrong what a network does wrong. */
const there = {
  lines: [] as Line[],
  asked: [] as string[],
  trouble: 'none' as 'none' | 'lost' | 'slow' | 'full',
  isKnown: true,
};

function tell(response: ServerResponse, status: number, json?: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(json === undefined ? undefined : JSON.stringify(json));
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://there');
  const token = request.headers.authorization?.slice(7) ?? '';
  const doing = url.pathname.split('/').at(-1) ?? '';
  if (doing === 'favicon.ico') return void response.writeHead(404).end();
  if (doing === 'talk.js') return void response.end(await readFile('public/talk.js'));
  if (doing === 'page')
    return void response
      .writeHead(200, { 'Content-Type': 'text/html' })
      .end(
        '<!doctype html><html lang="nl"><polder-talk account="cc_1"></polder-talk><script src="/talk.js"></script>',
      );
  there.asked.push(`${doing}${url.searchParams.has('seen') ? ' seen' : ''}`);
  if (doing === 'lines') {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    there.lines.push({ ...JSON.parse(Buffer.concat(chunks).toString()), token });
    if (there.trouble === 'lost') return void response.destroy();
    if (there.trouble === 'slow') await new Promise((resolve) => setTimeout(resolve, 500));
    return tell(response, 201, { token });
  }
  const guest = there.isKnown && token !== '' ? { name: 'Fatima', address: null, asked: null } : null;
  if (doing === 'live') {
    if (!guest) return tell(response, 401);
    if (there.trouble === 'full') return tell(response, 204);
    return void response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('retry: 3000\n\n');
  }
  const state = { organisation: 'Waterkracht', greeting: '', isOn: true, open: true, opensAt: null };
  tell(response, 200, { ...state, answerBy: null, guest, lines: [], question: null });
}

describe.skipIf(!executable)('the chat over a bad network', () => {
  const server = createServer((request, response) => void answer(request, response));
  let browser: Browser;
  let page: Page;
  let address: string;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/page`;
    browser = await launch(executable ?? '');
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    server.closeAllConnections();
    server.close();
  });
  beforeEach(async () => {
    Object.assign(there, { lines: [], asked: [], trouble: 'none', isKnown: true });
    page = await (await browser.newContext({ locale: 'nl-NL' })).newPage();
    await page.goto(address);
  });

  const open = () => page.getByRole('button', { name: 'Stel uw vraag' }).click();
  const text = () => page.getByLabel('Uw bericht');
  const token = () => page.evaluate(() => localStorage.getItem('polder-talk:cc_1'));
  const sent = () =>
    page.waitForFunction(() => {
      const root = document.querySelector('polder-talk')?.shadowRoot;
      return (
        root?.querySelector('textarea')?.value === '' &&
        !root.querySelector('button.send')?.matches(':disabled')
      );
    });

  it('sends once, however often Enter is pressed', async () => {
    there.trouble = 'slow';
    await open();
    await text().fill('Eén keer graag');
    await text().press('Enter');
    await text().press('Enter');
    await text().press('Enter');
    await sent();
    expect(there.lines).toHaveLength(1);
  });

  it('tries again as the same guest with the same line, and then has a new one', async () => {
    there.trouble = 'lost';
    await open();
    await text().fill('Komt dit aan?');
    await text().press('Enter');
    await page.getByText('Het is niet verstuurd.').waitFor();
    expect(await token()).toBeNull();
    there.trouble = 'none';
    await text().press('Enter');
    await sent();
    await text().fill('En dit?');
    await text().press('Enter');
    await sent();
    // A browser may try by itself once more, so there are two or three of the first.
    const [next, again, ...lost] = there.lines.toReversed();
    expect(lost.length).toBeGreaterThan(0);
    for (const one of lost) expect(one).toEqual(again);
    expect(again?.token).toMatch(/^[\w-]{43}$/);
    expect(again?.key).toMatch(/^[\w-]{16,64}$/);
    expect(next?.token).toBe(again?.token);
    expect(next?.key).not.toBe(again?.key);
    expect(await token()).toBe(again?.token);
  });

  it('lets go of a token that nobody knows, and asks nothing of who does not look', async () => {
    await page.evaluate(() => localStorage.setItem('polder-talk:cc_1', 'T'.repeat(43)));
    await page.reload();
    await expect.poll(() => there.asked, { timeout: 30_000 }).toEqual(['state', 'live']);
    there.isKnown = false;
    await open();
    await expect.poll(token, { timeout: 30_000 }).toBeNull();
    expect(there.asked).toEqual(['state', 'live', 'state seen']);
    await page.reload();
    await open();
    await expect.poll(() => there.asked.length, { timeout: 30_000 }).toBe(4);
    await page.waitForTimeout(2500);
    expect(there.asked.slice(3)).toEqual(['state seen']);
  });

  it('waits when too many look at once', async () => {
    there.trouble = 'full';
    await page.evaluate(() => localStorage.setItem('polder-talk:cc_1', 'T'.repeat(43)));
    await page.reload();
    await expect.poll(() => there.asked, { timeout: 30_000 }).toEqual(['state', 'live']);
    await page.waitForTimeout(4000);
    expect(there.asked).toEqual(['state', 'live']);
  });
});
