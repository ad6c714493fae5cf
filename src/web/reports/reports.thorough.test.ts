import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { settled } from '../../../test/settled.ts';
import { answer } from '../../conversations/answering.ts';
import { talk } from '../../conversations/fixtures/talk.ts';
import { drawNow } from '../../conversations/reviewing/drawing.ts';
import { keepReports } from '../../insights/reporting/rolling.ts';
import { listDisplays } from '../../insights/wall/display.ts';
import { makeQueue } from '../../organisation/queueing/queue-keeping.ts';
import { urls } from '../../urls.ts';

let database: TestDatabase;
let pages: TestPages;
let people: People;
let anneke: Visitor;
let els: Visitor;

/** Monday to Tuesday: sixty questions, two of three answered; then more than three days pass. */
beforeAll(async () => {
  database = await testDatabase({ at: '2026-11-16T08:30:00Z' });
  pages = await testPages(database);
  people = await hirePeople(database.context);
  await makeQueue(people.ravi.context, '=1+1');
  for (let n = 0; n < 60; n += 1) {
    const said = await talk(database.context, `Klopt mijn rekening ${n}?`);
    database.turn.forward({ minutes: 12 });
    if (n % 3) await answer(n % 2 ? people.els.context : people.joost.context, said.id, { text: 'Ja.' });
  }
  database.turn.forward({ hours: 24 * 7 });
  anneke = await pages.visitor(people.anneke);
  els = await pages.visitor(people.els);
  await settled(database.context);
  await keepReports(database.context);
}, 60_000);
afterAll(async () => {
  await pages.close();
  await database.close();
});

const period = { from: '2026-11-10', to: '2026-11-20' };

async function shown(visitor: Visitor, path: string): Promise<string> {
  const answered = await visitor.get(path);
  expect([path, answered.status]).toEqual([path, 200]);
  const text = await answered.text();
  return text
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, '’')
    .replace(/\s+/g, ' ');
}

describe('the report', () => {
  test('gives the figures with n, interval and the way to their rows', async () => {
    const text = await shown(anneke, urls.reports(period));
    expect(text).toContain('Reactiepercentage');
    expect(text).toContain('67%');
    expect(text).toContain('op 60 waarnemingen');
    expect(text).toMatch(/van 54% tot 77%/);
    expect(text).toContain('Ervoor: te weinig gegevens (n=0).');
    expect(text).toContain('Niet bekend (n=0)');
    expect(text).toContain('Cijfers per collega staan uit');
    const html = await (await anneke.get(urls.reports(period))).text();
    expect(html).toContain(`href="${urls.reportRows({ ...period, of: 'RR' }).replaceAll('&', '&amp;')}"`);
  });

  test('leads from unanswered demand to a pilot that is filled in', async () => {
    const html = await (await anneke.get(urls.reports(period))).text();
    const [, link = ''] = /href="(\/pilots\/new\?[^"]+)"/.exec(html) ?? [];
    expect(link).toContain('template=CX1');
    const page = await shown(anneke, link.replaceAll('&amp;', '&'));
    expect(page).toContain('vragen buiten openingstijden');
  });

  test('pages through its rows without saying any twice', async () => {
    const seen = new Set<string>();
    let address: string | undefined = urls.reportRows({ ...period, of: 'ASKED' });
    let pagesRead = 0;
    while (address) {
      const html: string = await (await els.get(address)).text();
      for (const [id] of html.matchAll(/\/conversations\/cv_[0-9a-z]+/g)) seen.add(id);
      address = /href="(\/reports\/rows\?[^"]*cursor=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
      pagesRead += 1;
    }
    expect([seen.size, pagesRead]).toEqual([60, 2]);
  });

  test('is a file that no spreadsheet takes for a formula', async () => {
    const answered = await anneke.get(urls.reportFile({ ...period, table: 'queue' }));
    expect(answered.headers.get('content-disposition')).toContain('attachment');
    const text = await answered.text();
    expect(text.split('\r\n')[1]).toMatch(/^"Algemeen";"60";"0,6667";"60";"0,5\d+";"0,7\d+"/);
    const rows = await (await els.get(urls.reportRowsFile({ ...period, of: 'RR' }))).text();
    expect(rows.trim().split('\r\n')).toHaveLength(61);
    expect(rows).not.toContain('rekening');
    const all = await (await anneke.get(urls.reportRowsFile({ ...period, of: 'RR' }))).text();
    expect(all).not.toContain('cv_');
  });

  test('says what is wrong with a period or a number that there is none of', async () => {
    expect((await anneke.get('/reports?from=2026-12-01&to=2026-01-01')).status).toBe(422);
    expect((await anneke.get('/reports/rows?of=NOTHING')).status).toBe(404);
    expect((await anneke.get('/reports/rows/file?of=COLLEAGUE&key=1')).status).toBe(403);
  });
});

describe('the quality sample', () => {
  test('is drawn, looked at and kept by forms alone', async () => {
    expect(await shown(anneke, urls.quality())).toContain('Er is nog geen steekproef');
    expect(await drawNow(people.ravi.context)).toBe(1);
    const html = await (await els.get(urls.quality())).text();
    const [round = ''] = /\/reports\/quality\/qr_[0-9a-z]+/.exec(html) ?? [];
    expect(await shown(els, round)).toContain('20 van de 40 antwoorden');
    const items = [
      ...(await (await els.get(round)).text()).matchAll(/\/reports\/quality\/answers\/qi_[0-9a-z]+/g),
    ];
    let looked = 0;
    for (const [item] of items) {
      const page = await shown(els, item);
      if (page.includes('Dit is je eigen antwoord')) continue;
      expect((await els.post(item, { act: 'look', substance: '2' })).status).toBe(422);
      const good = { substance: '2', voice: '1', correctness: '2', language: '2', closure: '2' };
      expect((await els.post(item, { act: 'look', ...good })).status).toBe(303);
      expect(await shown(els, item)).toContain('Zodra een tweede collega keek');
      looked += 1;
    }
    expect(looked).toBeGreaterThan(3);
  });
});

describe('a screen on the wall', () => {
  test('shows numbers to whoever has its address, nothing of anybody, until it is taken back', async () => {
    const made = await (
      await anneke.post(urls.displays(), { act: 'make', name: 'Kamer 2.14', department: '' })
    ).text();
    const [address = ''] = /\/display\/[\w-]{32}/.exec(made) ?? [];
    const wall = await shown(pages.nobody, address);
    expect(wall).toMatch(/Open 20 20 zonder collega/);
    expect(wall).toContain('Wacht het langst');
    expect(wall).not.toMatch(/rekening|fatima|Els|Joost/i);
    const [screen] = await listDisplays(people.anneke.context);
    expect(screen).toMatchObject({
      name: 'Kamer 2.14',
      seenAt: new Date(database.context.clock.now().epochMilliseconds),
    });
    await anneke.post(urls.displays(), { act: 'revoke', id: screen?.publicId ?? '' });
    expect((await pages.nobody.get(address)).status).toBe(404);
    expect((await pages.nobody.get(`${address}/live`)).status).toBe(404);
  });

  test('opens no other door', async () => {
    const made = await (
      await anneke.post(urls.displays(), { act: 'make', name: 'Hal', department: '' })
    ).text();
    const [, token = ''] = /\/display\/([\w-]{32})/.exec(made) ?? [];
    for (const path of ['/reports', '/wallboard', '/inbox', '/live', '/wallboard/live'])
      expect((await pages.ask(path, { headers: { authorization: `Bearer ${token}` } })).status).not.toBe(200);
    expect((await els.post(urls.displays(), { act: 'make', name: 'x', department: '' })).status).toBe(403);
  });

  test('hears the figures by its stream', async () => {
    const made = await (
      await anneke.post(urls.displays(), { act: 'make', name: 'Gang', department: '' })
    ).text();
    const [address = ''] = /\/display\/[\w-]{32}/.exec(made) ?? [];
    const answered = await pages.nobody.get(`${address}/live`);
    expect(answered.headers.get('content-type')).toBe('text/event-stream');
    const reader = answered.body?.getReader();
    let text = '';
    while (!text.includes('event: figures')) {
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done) break;
      text += new TextDecoder().decode(value);
    }
    expect(text).toContain('"open":20');
    await reader?.cancel();
  });
});
