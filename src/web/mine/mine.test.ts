import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { sendingThrough, type TestMailServer, testMailServer } from '../../../test/mail-server.ts';
import { type TestPages, testPages } from '../../../test/pages.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { answerLinkRequest } from '../../customers/entering/asking.ts';
import { makeLink } from '../../customers/entering/link.ts';
import { type MailedPerson, meetByMail } from '../../customers/fixtures/mailing-people.ts';
import { permitMail } from '../../customers/sending/permitting.ts';
import { type Context, transact } from '../../platform/context.ts';
import { sendWaiting } from '../../platform/mail/sending.ts';
import { fillTokens } from '../../platform/mail/token.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { decide, stateOf } from '../../privacy/deciding.ts';
import type { Item } from '../../privacy/history.ts';
import { recordUse } from '../../privacy/ledger.ts';

let database: TestDatabase;
let server: TestMailServer;
let pages: TestPages;
let people: People;
let ctx: Context;
let fatima: MailedPerson;

beforeAll(async () => {
  database = await testDatabase();
  server = await testMailServer();
  ctx = sendingThrough(database.context, server);
  ctx = { ...ctx, outside: { ...ctx.outside, baseUrl: 'http://polder.waterkracht.example' } };
  pages = await testPages({ ...database, context: ctx });
  people = await hirePeople(database.context);
  fatima = await meetByMail(ctx, 'fatima');
});
afterAll(async () => {
  await pages?.close();
  await server?.close();
  await database?.close();
});
afterEach(async () => {
  server.taken.length = 0;
  await sql`delete from auth."rateLimit"`.execute(ctx.database);
});

const here = { 'sec-fetch-site': 'same-origin', 'accept-language': 'nl' };
const get = (path: string, cookie = '') => pages.ask(path, { headers: { ...here, cookie } });
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  pages.ask(path, { method: 'POST', headers: { ...here, ...headers }, body: new URLSearchParams(fields) });

/** What the job would do: answers whoever asked, and sends. */
async function work(): Promise<void> {
  const asked = await transact(ctx, 'legal', (ctx) =>
    sql<{ id: string }>`select id from link_request`.execute(ctx.database),
  );
  for (const { id } of asked.rows) await answerLinkRequest(ctx, id);
  await sendWaiting(ctx, permitMail);
}

const tokensIn = () =>
  server.taken.flatMap(({ raw }) => /token=3D([\w-]{43})/.exec(raw.replace(/=\r\n/g, ''))?.[1] ?? []);

async function askLink(given: string): Promise<string> {
  await post('/mine/sign-in', { given });
  await work();
  return tokensIn().at(-1) ?? '';
}

/** In, as somebody who pressed the button under a link; answers with the cookie. */
async function enter(person: MailedPerson, former = ''): Promise<string> {
  const token = await askLink(person.address);
  const answer = await post('/mine/enter', { token }, { cookie: former });
  return /^[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? '';
}

const stateFor = (person: MailedPerson) => transact(ctx, 'legal', (ctx) => stateOf(ctx, person.id, 'offers'));

describe('asking for a link', () => {
  it('answers the same to a known and an unknown address, to the byte', async () => {
    const answers = [];
    for (const given of [fatima.address, 'niemand@klant.example', '@niemand', "' or 1=1 --"]) {
      const answer = await post('/mine/sign-in', { given });
      answers.push({ status: answer.status, to: answer.headers.get('location'), body: await answer.text() });
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe(303);
    await work();
    expect(server.taken.map(({ to }) => to[0])).toEqual([fatima.address]);
  });

  it('mails only a proven address; one that was merely claimed or seen opens nobody’s data', async () => {
    for (const proof of ['unseen', 'claimed']) {
      await meetByMail(ctx, `henk-${proof}`, { proof });
      expect(await askLink(`henk-${proof}@klant.example`)).toBe('');
    }
    expect(server.taken).toEqual([]);
  });

  it('leads to the configured address, whatever host the request names', async () => {
    const evil = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
    await post('/mine/sign-in', { given: fatima.address }, evil);
    await work();
    const raw = server.taken[0]?.raw.replace(/=\r\n/g, '') ?? '';
    expect(raw).toContain('http://polder.waterkracht.example/mine/enter?token=3D');
    expect(raw).not.toContain('evil');
  });

  it('is counted, for known and unknown alike: the sixth time within a quarter of an hour is refused', async () => {
    for (const given of [fatima.address, 'niemand@klant.example']) {
      for (let n = 0; n < 5; n += 1) expect((await post('/mine/sign-in', { given })).status).toBe(303);
      expect((await post('/mine/sign-in', { given: given.toUpperCase() })).status).toBe(429);
    }
    await work();
    database.turn.forward({ minutes: 16 });
    expect((await post('/mine/sign-in', { given: fatima.address })).status).toBe(303);
    await work();
  });

  it.each(['a@b.example\r\nBcc: joost@klant.example', 'fatima@klant.example,joost@klant.example', '\u0000'])(
    'with something smuggled in mails nobody: %j',
    async (given) => {
      await post('/mine/sign-in', { given });
      await work();
      expect(server.taken).toEqual([]);
    },
  );
});

describe('the link', () => {
  it('does nothing when it is only looked at, works once when the button is pressed, and never again', async () => {
    const token = await askLink(fatima.address);
    for (let n = 0; n < 3; n += 1) {
      const looked = await get(`/mine/enter?token=${token}`);
      expect(looked.status).toBe(200);
      expect(looked.headers.get('set-cookie')).toBeNull();
      expect(looked.headers.get('cache-control')).toContain('no-store');
    }
    const first = await post('/mine/enter', { token });
    expect(first.status).toBe(303);
    expect(first.headers.get('set-cookie')).toMatch(/^polder_mine=[\w-]{43};.*HttpOnly; SameSite=Lax$/);
    const second = await post('/mine/enter', { token });
    expect(second.status).toBe(403);
    expect(second.headers.get('set-cookie')).toBeNull();
  });

  it('lets in exactly one of two who press at the same moment', async () => {
    const token = await askLink(fatima.address);
    const answers = await Promise.all(Array.from({ length: 6 }, () => post('/mine/enter', { token })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 403, 403, 403, 403, 403]);
  });

  it('is dead after a quarter of an hour', async () => {
    const token = await askLink(fatima.address);
    database.turn.forward({ minutes: 15, seconds: 1 });
    expect((await post('/mine/enter', { token })).status).toBe(403);
  });

  it('is 256 random bits, and is not in the database', async () => {
    const token = await askLink(fatima.address);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const kept = await transact(ctx, 'legal', (ctx) =>
      sql`select (select json_agg(l) from person_link l) as links, (select json_agg(m) from mail m) as mails`.execute(
        ctx.database,
      ),
    );
    expect(JSON.stringify(kept.rows)).not.toContain(token);
    expect((await post('/mine/enter', { token })).status).toBe(303);
  });

  it.each(['', 'a', 'x'.repeat(43), '../../etc/passwd', '\u0000', "' or ''='"])(
    'that is guessed opens nothing, and is told no more than that: %j',
    async (token) => {
      const answer = await post('/mine/enter', { token });
      expect(answer.status).toBe(403);
      expect(answer.headers.get('set-cookie')).toBeNull();
    },
  );

  it('is for one thing only: one that stops does not let in, one that lets in does not stop', async () => {
    const stop = await transact(ctx, 'legal', (ctx) =>
      makeLink(ctx, { kind: 'stop', personId: fatima.id, stops: 'offers' }),
    );
    const token = new URL(fillTokens(ctx.outside, stop.url)).searchParams.get('token') ?? '';
    expect((await post('/mine/enter', { token })).status).toBe(403);
    const signIn = await askLink(fatima.address);
    expect((await post('/mine/stop', { token: signIn })).status).toBe(403);
    expect((await post('/mine/enter', { token: signIn })).status).toBe(303);
  });

  it('pressed from another site does nothing', async () => {
    const token = await askLink(fatima.address);
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': '', origin: 'https://evil.example' },
    ]) {
      expect((await post('/mine/enter', { token }, headers)).status).toBe(403);
    }
    expect((await post('/mine/enter', { token })).status).toBe(303);
  });

  it('over https sets a cookie that is bound to the host', async () => {
    const outside = { ...ctx.outside, baseUrl: 'https://polder.waterkracht.example' };
    const secure = await testPages({ ...database, context: { ...ctx, outside } });
    const token = await askLink(fatima.address);
    const body = new URLSearchParams({ token });
    const answer = await secure.ask('/mine/enter', { method: 'POST', headers: here, body });
    await secure.close();
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-polder_mine=/);
    expect(cookie).toContain('Secure');
    expect(cookie).toContain('Path=/;');
    expect(cookie).not.toContain('Domain');
  });
});

describe('a session', () => {
  it('is needed for every page, and a made-up or a colleague’s one is none', async () => {
    const els = await pages.visitor(people.els);
    for (const path of [
      '/mine',
      '/mine/contract',
      '/mine/ledger',
      '/mine/messages',
      '/mine/terms',
      '/mine/rights',
    ]) {
      for (const cookie of ['', 'polder_mine=x', `polder_mine=${'a'.repeat(43)}`]) {
        const answer = await get(path, cookie);
        expect([answer.status, answer.headers.get('location')]).toEqual([302, '/mine/sign-in']);
      }
      expect((await els.get(path)).status).toBe(302);
      const written = await post(path, { purpose: 'offers', act: 'give' });
      expect(written.headers.get('location')).toBe('/mine/sign-in');
    }
  });

  it('of a customer opens nothing of colleagues', async () => {
    const cookie = await enter(fatima);
    for (const path of ['/inbox', '/customers', '/journey', '/imports', '/mailings']) {
      expect((await get(path, cookie)).headers.get('location')).toMatch(/^\/sign-in/);
    }
  });

  it('is always new: one that was laid ready beforehand is dead afterwards', async () => {
    const planted = await enter(fatima);
    const own = await enter(fatima, planted);
    expect(own).not.toBe(planted);
    expect((await get('/mine', planted)).status).toBe(302);
    expect((await get('/mine', own)).status).toBe(200);
  });

  it('ends by pressing, not by following a link; and by itself after an hour of silence', async () => {
    const cookie = await enter(fatima);
    await get('/mine/sign-out', cookie);
    expect((await get('/mine', cookie)).status).toBe(200);
    const left = await post('/mine/sign-out', {}, { cookie });
    expect(left.headers.get('set-cookie')).toMatch(/^polder_mine=;.*Max-Age=0/);
    expect((await get('/mine', cookie)).status).toBe(302);
    const other = await enter(fatima);
    database.turn.forward({ minutes: 61 });
    expect((await get('/mine', other)).status).toBe(302);
  });

  it('ships no script, is kept by nobody, and shows names as text', async () => {
    const name = `<img src=x onerror=alert(1)>"'</title><script>1</script>`;
    const odd = await meetByMail(ctx, 'vreemd');
    await transact(ctx, 'service', (ctx) =>
      sql`update person set name = ${name} where id = ${odd.id}`.execute(ctx.database),
    );
    const cookie = await enter(odd);
    for (const path of [
      '/mine',
      '/mine/contract',
      '/mine/ledger',
      '/mine/messages',
      '/mine/terms',
      '/mine/rights',
    ]) {
      const answer = await get(path, cookie);
      const html = await answer.text();
      expect([path, answer.status]).toEqual([path, 200]);
      expect(html).not.toMatch(/<script|<img src=x/);
      expect(answer.headers.get('cache-control')).toContain('no-store');
    }
  });
});

describe('deciding', () => {
  it('costs one press to give and one to take back, and holds when it answers', async () => {
    const henk = await meetByMail(ctx, 'henk');
    const cookie = await enter(henk);
    const press = (act: string) => post('/mine/contract', { purpose: 'offers', act }, { cookie });
    expect((await press('give')).status).toBe(303);
    expect(await stateFor(henk)).toBe('allowed');
    const html = await (await get('/mine/contract', cookie)).text();
    const offers = html.slice(html.indexOf('value="offers"'));
    expect(offers.slice(0, 400)).toContain('value="withdraw"');
    expect((await press('withdraw')).status).toBe(303);
    expect(await stateFor(henk)).toBe('denied');
  });

  it('asks each time, for whoever wants that: a yes in advance no longer does', async () => {
    const henk = await meetByMail(ctx, 'henk-4', { allows: 'offers' });
    const cookie = await enter(henk);
    const page = async () => (await get('/mine/contract', cookie)).text();
    const use = (item?: Item) =>
      transact(ctx, 'offers', (ctx) =>
        recordUse(ctx, henk.id, { activity: 'mail.offers', ...(item && { item }) }),
      ).then(
        () => 'used',
        (error) => (isRefusal(error) ? error.code : error),
      );
    expect(await page()).toContain('Vraag het mij elke keer: Aanbiedingen');
    expect(await use()).toBe('used');
    expect((await post('/mine/contract', { purpose: 'offers', act: 'ask' }, { cookie })).status).toBe(303);
    expect(await stateFor(henk)).toBe('ask');
    expect(await page()).toContain('Wij doen het alleen als u voor die ene keer ja zegt.');
    expect(await use()).toBe('forbidden.purpose');
    const item = { ref: 'offer:warmtescan', version: null };
    await transact(ctx, 'legal', (ctx) =>
      decide(ctx, henk.id, { purpose: 'offers', act: 'give', strength: 3, item }),
    );
    expect([await use(), await use(item), await use(item)]).toEqual([
      'forbidden.purpose',
      'used',
      'forbidden.purpose',
    ]);
    await post('/mine/contract', { purpose: 'offers', act: 'give' }, { cookie });
    expect(await use()).toBe('used');
  });

  it('from another site, or about somebody else, does nothing', async () => {
    const cookie = await enter(fatima);
    const henk = await meetByMail(ctx, 'henk-2');
    const form = { purpose: 'offers', act: 'give', personId: henk.id, person: henk.id };
    const crossed = await post('/mine/contract', form, { cookie, 'sec-fetch-site': 'cross-site' });
    expect(crossed.status).toBe(403);
    expect(await stateFor(fatima)).toBe('unknown');
    await post('/mine/contract', form, { cookie });
    expect([await stateFor(fatima), await stateFor(henk)]).toEqual(['allowed', 'unknown']);
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', '/\tevil'])(
    'never leads to another site afterwards: %j',
    async (returnTo) => {
      const cookie = await enter(fatima);
      const answer = await post(
        '/mine/contract',
        { purpose: 'offers', act: 'withdraw', returnTo },
        { cookie },
      );
      expect(answer.headers.get('location')).toBe('/mine/contract');
    },
  );

  it('everything on hold is one press, and so is allowing it again', async () => {
    const henk = await meetByMail(ctx, 'henk-3', { allows: 'offers' });
    const cookie = await enter(henk);
    await post('/mine/contract', { purpose: 'everything', act: 'restrict' }, { cookie });
    expect(await stateFor(henk)).toBe('restricted');
    expect(await enter(henk), 'whoever is on hold still comes to their own data').not.toBe('');
    await post('/mine/contract', { purpose: 'everything', act: 'lift' }, { cookie });
    expect(await stateFor(henk)).toBe('allowed');
  });

  it('out of a mail works without signing in: from the page, and from the mail program itself', async () => {
    for (const way of ['page', 'program']) {
      const henk = await meetByMail(ctx, `henk-${way}`, { allows: 'offers' });
      const { url } = await transact(ctx, 'legal', (ctx) =>
        makeLink(ctx, { kind: 'stop', personId: henk.id, stops: 'offers' }),
      );
      const { pathname, search, searchParams } = new URL(fillTokens(ctx.outside, url));
      expect(await (await get(pathname + search)).text()).toContain('Ja, stop hiermee');
      expect(await stateFor(henk)).toBe('allowed');
      const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
      const answer =
        way === 'page'
          ? await post(pathname, { token: searchParams.get('token') ?? '' })
          : await pages.ask(pathname + search, { method: 'POST', body });
      expect(answer.status).toBe(200);
      expect(await stateFor(henk)).toBe('denied');
    }
  });

  it('a copy or erasure asks for a link of just now', async () => {
    const cookie = await enter(fatima);
    database.turn.forward({ minutes: 11 });
    for (const right of ['export', 'erase']) {
      expect((await post('/mine/rights', { right }, { cookie })).status).toBe(403);
    }
    expect((await post('/mine/export', {}, { cookie })).status).toBe(403);
    expect((await post('/mine/rights', { right: 'export' }, { cookie: await enter(fatima) })).status).toBe(
      303,
    );
  });
});

it('the ledger tells of the link that was sent, and why we may', async () => {
  const cookie = await enter(fatima);
  const html = await (await get('/mine/ledger', cookie)).text();
  expect(html).toContain('Wij stuurden u een mail over uw gegevens');
  expect(html).toContain('Waarom mag dat?');
  expect((await get('/mine/ledger?month=1900-01', cookie)).status).toBe(200);
  expect((await get("/mine/ledger?month=' or 1=1", cookie)).status).toBe(200);
});

it('terms are kept, and taken back', async () => {
  const cookie = await enter(fatima);
  const form = { channel: 'mail', phone: 'no', from: '20:00', to: '09:30', months: '12', nickname: 'Faat' };
  expect((await post('/mine/terms', form, { cookie })).status).toBe(303);
  expect(await (await get('/mine/terms', cookie)).text()).toContain('value="20:00"');
  const none = { channel: '', phone: 'yes', from: '', to: '', months: '', nickname: '' };
  expect((await post('/mine/terms', none, { cookie })).status).toBe(303);
  expect((await post('/mine/terms', { ...none, months: '999' }, { cookie })).status).toBe(422);
});
