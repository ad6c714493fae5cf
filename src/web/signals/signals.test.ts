import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople, hirePerson, type People } from '../../../test/people.ts';
import { registerAccount, utterance } from '../../../test/portrait.ts';
import { settled } from '../../../test/settled.ts';
import { hear } from '../../listening/hearing.ts';
import { makeNoticer } from '../../listening/noticing/noticer.ts';
import { notice } from '../../listening/noticing/noticing.ts';
import { risingNow } from '../../listening/noticing/signals.ts';
import { followAll } from '../../platform/following.ts';
import { openLog } from '../../platform/log.ts';
import { reactions } from '../../reactions.ts';

let database: TestDatabase;
let pages: TestPages;
let people: People;
let els: Visitor;

const matters = [
  'rekening termijnbedrag',
  'monteur afspraak',
  'zonnepanelen terugleveren',
  'contract opzeggen',
];

beforeAll(async () => {
  const made = await testDatabase({ at: '2026-11-24T14:30:00Z' });
  database = { ...made, context: { ...made.context, noticer: makeNoticer() } };
  pages = await testPages(database);
  people = await hirePeople(database.context);
  els = await pages.visitor(people.els);
});
afterAll(async () => {
  await pages.close();
  await database.close();
});

async function textOf(response: Response): Promise<string> {
  const html = (await response.text()).replace(/<script.*?<\/script>/gs, '').replace(/<!--.*?-->/g, '');
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

const linkIn = async (response: Response, to: RegExp) =>
  new RegExp(`href="(${to.source})"`).exec(await response.text())?.[1]?.replaceAll('&amp;', '&') ?? '';

/** Three ordinary days, a campaign of twelve copies, and a street without power. */
async function sayAll(): Promise<void> {
  const { context } = database;
  const account = await registerAccount(context, '@waterkracht');
  const end = Date.parse('2026-11-24T14:00:00Z');
  const said = (id: string, author: string, at: number, text: string) =>
    utterance(id, { author, authorName: author, text, sentAt: new Date(at) });
  const ordinary = Array.from({ length: 600 }, (_, n) =>
    said(
      `o${n}`,
      `klant ${n % 83}`,
      end - (n + 1) * 420_000,
      `vraag over ${matters[(n * 3 + Math.floor(n / 9)) % 4]} met kenmerk ${'abcdefghijklmnopqrst'.slice(n % 17)}`,
    ),
  );
  const copies = Array.from({ length: 12 }, (_, n) =>
    said(
      `c${n}`,
      `actie ${n}`,
      end - 86_400_000 * 2 + n * 3_600_000,
      `@waterkracht stop de verhoging van vaste kosten en luister! https://x.example/${n}`,
    ),
  );
  const power = Array.from({ length: 15 }, (_, n) =>
    said(
      `p${n}`,
      `meld ${n}`,
      end + n * 60_000,
      `al een uur stroomuitval leeuwarden ${'abcdefghijklmnopqrstuv'.slice(n)}`,
    ),
  );
  await hear(context, { account, utterances: [...ordinary, ...copies, ...power] });
  await settled(context);
  await notice(context);
  await settled(context);
  await followAll(
    context,
    reactions.filter(({ name }) => name === 'fold-alike'),
    openLog('silent'),
  );
}

describe('before there is anything', () => {
  it('says what will stand here', async () => {
    expect(await textOf(await els.get('/signals'))).toContain('Er kwam nog niets op');
    expect(await textOf(await els.get('/signals/words'))).toContain('Kies wat je wilt vergelijken');
    expect(await textOf(await els.get('/signals/words?a.language=nl'))).toContain('te klein om te tonen');
  });
});

describe('with a campaign and a street without power', () => {
  beforeAll(sayAll, 60_000);

  it('shows above the inbox what rises, and the campaign as one row', async () => {
    const text = await textOf(await els.get('/inbox'));
    expect(text).toContain('Komt nu op');
    expect(text).toMatch(/15 berichten van 15 mensen in 1 uur/);
    const campaign = await els.get('/inbox?view=unassigned');
    expect((await textOf(campaign)).match(/luister!/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  it('leads to the messages of the signal, and back', async () => {
    const to = await linkIn(await els.get('/inbox'), /\/inbox\?signal=[^"]*/);
    const text = await textOf(await els.get(to));
    expect(text).toContain('Over “');
    expect(text).toContain('Terug naar de inbox');
    expect((await els.get('/inbox?signal=bu_nothing')).status).toBe(404);
    expect((await els.get('/inbox?alike=al_nothing')).status).toBe(404);
  });

  it('unfolds a campaign, and a conversation says how many others wrote nearly the same', async () => {
    let address = '/inbox';
    let to = '';
    for (let page = 0; page < 40 && to === ''; page += 1) {
      const html = await (await els.get(address)).text();
      to = /href="(\/inbox\?alike=[^"]*)"[^>]*aria-label="12 × bijna hetzelfde/.exec(html)?.[1] ?? '';
      to ||= /aria-label="12 × bijna hetzelfde[^"]*"[^>]*href="(\/inbox\?alike=[^"]*)"/.exec(html)?.[1] ?? '';
      const next = [...html.matchAll(/href="(\/inbox\?[^"]*cursor=[^"]*)"[^>]*>(.*?)<\/a>/g)].find((link) =>
        link[2]?.includes('Volgende'),
      );
      address = next?.[1]?.replaceAll('&amp;', '&') ?? address;
    }
    const page = await els.get(to);
    const html = await page.text();
    expect([...html.matchAll(/data-row="([^"]+)"/g)].length).toBe(12);
    const conversation = /data-row="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(await textOf(await els.get(`/conversations/${conversation}`))).toContain(
      '11 anderen schreven bijna hetzelfde',
    );
  });

  it('closes a campaign in one act and opens it again, without script', async () => {
    const group = await database.context.database
      .selectFrom('alike_group')
      .select('public_id')
      .where('size', '=', 12)
      .executeTakeFirstOrThrow();
    const address = `/alike/${group.public_id}/closing`;
    const asOf = database.context.clock.now().toString();
    const done = await els.post(address, { act: 'close', reason: 'no_answer_needed', asOf });
    expect(done.status).toBe(303);
    const to = done.headers.get('location') ?? '';
    const closed = await els.get(to);
    const html = await closed.clone().text();
    expect(await textOf(closed)).toContain('12 gesprekken gesloten');
    expect(html).not.toContain('Alle 12 sluiten');
    const at = /name="at" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const back = await els.post(address, { act: 'reopen', at });
    expect(await textOf(await els.get(back.headers.get('location') ?? ''))).toContain('Alle 12 sluiten');
    expect((await els.post(address, { act: 'close', reason: 'quiet', asOf })).status).toBe(422);
  });

  it('keeps who has seen a signal, without script, and takes it from above the inbox', async () => {
    const [signal] = await risingNow(database.context);
    const done = await els.post(`/signals/${signal?.publicId}/dismissal`, {});
    expect(done.status).toBe(302);
    expect(await textOf(await els.get('/inbox'))).not.toContain('Komt nu op');
    expect(await textOf(await els.get('/signals'))).toContain('gezien door Els Bakker');
  });

  it('lists signals and the inbox in few statements', async () => {
    const count = async (address: string) => {
      database.statements();
      await els.get(address);
      return database.statements().filter((one) => !/from auth\.|from "organisation"/.test(one)).length;
    };
    expect(await count('/signals.data')).toBeLessThanOrEqual(3);
    expect(await count('/inbox.data')).toBeLessThanOrEqual(8);
  });

  it('shows what one group says and the other does not, with examples that may be opened', async () => {
    const [signal] = (
      await import('../../listening/noticing/signals.ts').then(({ listSignals }) =>
        listSignals(database.context),
      )
    ).signals;
    const page = await els.get(`/signals/words?a.signal=${signal?.publicId}`);
    const html = await page.clone().text();
    const text = await textOf(page);
    expect(text).toContain('A zegt vaker dan B');
    expect(text).toMatch(/stroomuitval/);
    expect(text).toContain('15 berichten van 15 mensen');
    expect(html).toMatch(/href="\/conversations\/cv_/);
  });

  it('refuses a question that cannot be', async () => {
    expect((await els.get('/signals/words?a.from=gisteren')).status).toBe(422);
    expect((await els.get('/signals/words?a.account=%00%27--')).status).toBe(422);
  });

  it('is shut for a director, and lets who only reads dismiss nothing', async () => {
    const anneke = await pages.visitor(people.anneke);
    expect((await anneke.get('/signals')).status).toBe(403);
    expect((await anneke.get('/signals/words')).status).toBe(403);
    const closing = { act: 'close', reason: 'answered', asOf: database.context.clock.now().toString() };
    expect((await anneke.post('/alike/al_x/closing', closing)).status).toBe(403);
    const yara = await pages.visitor(
      await hirePerson(database.context, { name: 'Yara Nijhof', role: 'data_manager', departmentId: null }),
    );
    expect((await yara.get('/signals')).status).toBe(200);
    expect((await yara.post('/signals/bu_x/dismissal', {})).status).toBe(403);
  });
});
