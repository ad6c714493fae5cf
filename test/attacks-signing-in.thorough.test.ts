import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLive } from '../src/live.ts';
import { keyScopes } from '../src/organisation/authority.ts';
import { makeKey } from '../src/organisation/keys.ts';
import type { Context } from '../src/platform/context.ts';
import { silentLog } from '../src/platform/log.ts';
import { createLogin } from '../src/platform/session.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { type TestPages, testPages } from './pages.ts';
import { hirePeople, type People } from './people.ts';

/** Guessing passwords, and what is left of sessions after their owner shut the door. */
let database: TestDatabase;
let ctx: Context;
let pages: TestPages;
let people: People;
const password = 'dijken en dammen';
const address = (name: string) => `${name}@waterkracht.example`;

beforeAll(async () => {
  database = await testDatabase();
  ctx = database.context;
  people = await hirePeople(ctx);
  pages = await testPages(database);
  for (const name of ['els', 'joost', 'ravi'] as const) {
    const userId = await createLogin(ctx, { name, email: address(name), password });
    await sql`update employee set user_id = ${userId} where id = ${people[name].employee.id}`.execute(
      ctx.database,
    );
  }
});
afterAll(async () => {
  await pages?.close();
  await database?.close();
});

type Given = Readonly<Record<string, string>>;
const post = (where: string, given: Given, { cookie = '', from }: { cookie?: string; from?: string } = {}) =>
  pages.ask(
    where,
    {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', cookie },
      body: new URLSearchParams(given),
    },
    from,
  );
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
const signIn = async (name: string, where: Parameters<typeof post>[2] = {}, given = password) =>
  post('/sign-in', { email: address(name), password: given }, where);
const comesIn = async (cookie: string) => (await pages.ask('/inbox', { headers: { cookie } })).status === 200;
const addressNumber = (n: number) => `203.0.${113 + Math.floor(n / 250)}.${1 + (n % 250)}`;

describe('guessing at one account, each time from another address', () => {
  it('is throttled after ten, and the owner still comes in on a device that the account knows', async () => {
    const known = cookiesOf(await signIn('els', { from: '198.51.100.7' }));
    const device = known
      .split('; ')
      .filter((one) => !one.includes('session_token'))
      .join('; ');
    const tried: number[] = [];
    for (let n = 0; n < 40; n += 1) {
      tried.push((await signIn('els', { from: addressNumber(n) }, `poging nummer ${n}`)).status);
    }
    expect(tried.filter((status) => status === 401).length).toBeLessThanOrEqual(10);
    expect(tried.at(-1)).toBe(429);
    // Even the right password, from anywhere else.
    expect((await signIn('els', { from: addressNumber(999) })).status).toBe(429);
    const owner = await signIn('els', { cookie: device, from: '198.51.100.7' });
    expect(owner.status).toBe(303);
    expect(await comesIn(cookiesOf(owner))).toBe(true);
    // Who was in already stays in.
    expect(await comesIn(known)).toBe(true);
  });

  it('cannot borrow the mark of a known device: it is of one account, and signed', async () => {
    const mark = cookiesOf(await signIn('joost'))
      .split('; ')
      .filter((one) => one.startsWith('polder_known_'));
    expect(mark).toHaveLength(1);
    const [name = '', value = ''] = (mark[0] ?? '').split('=');
    const elsName = cookiesOf(await signIn('ravi')).match(/polder_known_\w+/)?.[0] ?? '';
    expect(elsName).not.toBe(name);
    for (const cookie of [mark[0] ?? '', `${elsName}=${value}`, `${elsName}=x.y`, `${elsName}=`]) {
      expect((await signIn('els', { cookie, from: addressNumber(500) })).status, cookie).toBe(429);
    }
  });

  it('is throttled on a known device as well, without keeping others out', async () => {
    const mark = cookiesOf(await signIn('joost')).match(/polder_known_\w+=[^;]+/)?.[0] ?? '';
    const tried: number[] = [];
    for (let n = 0; n < 12; n += 1) tried.push((await signIn('joost', { cookie: mark }, `mis ${n}`)).status);
    expect(tried.slice(-2)).toEqual([429, 429]);
    expect((await signIn('joost', { from: '198.51.100.9' })).status).toBe(303);
  });
});

describe('guessing from one address', () => {
  it('is throttled, however many accounts are tried; others are not', async () => {
    const tried: number[] = [];
    for (let n = 0; n < 70; n += 1) {
      tried.push((await signIn(`niemand-${n}`, { from: '203.0.200.1' }, 'een verkeerd wachtwoord')).status);
    }
    expect(tried.filter((status) => status === 401)).toHaveLength(60);
    expect(tried.slice(60).every((status) => status === 429)).toBe(true);
    expect((await signIn('ravi', { from: '198.51.100.8' })).status).toBe(303);
  });
});

describe('shutting the door', () => {
  const next = 'een ander wachtwoord';

  it('by another password: every other session is dead, the old password too, and this one goes on anew', async () => {
    database.turn.forward({ minutes: 10 });
    const [here, elsewhere] = [cookiesOf(await signIn('joost')), cookiesOf(await signIn('joost'))];
    const wrong = await post(
      '/account',
      { act: 'password', currentPassword: 'mis', newPassword: next },
      { cookie: here },
    );
    expect(wrong.status).toBe(422);
    expect(await comesIn(elsewhere)).toBe(true);
    const changed = await post(
      '/account',
      { act: 'password', currentPassword: password, newPassword: next },
      { cookie: here },
    );
    expect(changed.status).toBe(303);
    expect(await Promise.all([elsewhere, here].map(comesIn))).toEqual([false, false]);
    expect(await comesIn(cookiesOf(changed))).toBe(true);
    expect((await signIn('joost')).status).toBe(401);
    expect((await signIn('joost', {}, next)).status).toBe(303);
  });

  it('by signing out everywhere: sessions, streams and, when asked, the keys that one made', async () => {
    const live = await openLive(ctx, database.appUrl, silentLog);
    try {
      const [here, elsewhere] = [cookiesOf(await signIn('ravi')), cookiesOf(await signIn('ravi'))];
      const bearer = {
        authorization: `Bearer ${await makeKey(people.ravi.context, { name: 'koppeling', scopes: keyScopes })}`,
      };
      const works = async () => (await pages.ask('/api/v1/conversations', { headers: bearer })).status;
      const ended = new Promise<void>((end) => {
        live.subscribe(people.ravi.context.actor, { tell: () => {}, end });
      });
      expect(await works()).toBe(200);
      const answer = await post('/account', { act: 'everywhere' }, { cookie: here });
      expect(answer.headers.get('location')).toBe('/sign-in');
      expect(await Promise.all([here, elsewhere].map(comesIn))).toEqual([false, false]);
      await ended;
      expect(await works()).toBe(200);
      const again = cookiesOf(await signIn('ravi'));
      await post('/account', { act: 'everywhere', keys: 'yes' }, { cookie: again });
      expect([await comesIn(again), await works()]).toEqual([false, 401]);
    } finally {
      await live.close();
    }
  });

  it('is for oneself alone: nobody else is signed out, and whoever is not in can do nothing', async () => {
    const joost = cookiesOf(await signIn('joost', {}, next));
    const ravi = cookiesOf(await signIn('ravi'));
    await post('/account', { act: 'everywhere' }, { cookie: ravi });
    expect(await comesIn(joost)).toBe(true);
    expect((await post('/account', { act: 'everywhere' })).status).not.toBe(200);
    const page = await (await pages.ask('/account', { headers: { cookie: joost } })).text();
    expect(page).toContain(address('joost'));
    expect(page).not.toContain(address('ravi'));
  });
});
