import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogin } from '../src/platform/session.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { type TestPages, testPages } from './pages.ts';
import { hirePeople, type People } from './people.ts';

/** A password that was forgotten, and somebody who guesses meanwhile: the owner has a way back in, nobody else. */
let database: TestDatabase;
let pages: TestPages;
let people: People;
const password = 'dijken en dammen';
const email = 'els@waterkracht.example';

beforeAll(async () => {
  database = await testDatabase();
  people = await hirePeople(database.context);
  pages = await testPages(database);
  const userId = await createLogin(database.context, { name: 'Els', email, password });
  await sql`update employee set user_id = ${userId} where id = ${people.els.employee.id}`.execute(
    database.context.database,
  );
});
afterAll(async () => {
  await pages?.close();
  await database?.close();
});

const post = (where: string, given: Readonly<Record<string, string>>, from?: string) =>
  pages.ask(
    where,
    {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', cookie: 'polder_locale=nl' },
      body: new URLSearchParams(given),
    },
    from,
  );
const signIn = (given: string, from?: string) => post('/sign-in', { email, password: given }, from);
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');

describe('while somebody guesses at an account', () => {
  it('its owner comes in on a new device by a link, and only by that', async () => {
    const inside = cookiesOf(await signIn(password));
    for (let n = 0; n < 12; n += 1) await signIn(`mis ${n}`, `203.0.113.${n + 1}`);
    expect((await signIn(password, '198.51.100.1')).status).toBe(429);

    const ravi = await pages.visitor(people.ravi);
    const page = `/organisation/colleagues/${people.els.employee.publicId}`;
    const made = await ravi.post(page, { act: 'password' });
    const token = /\/password\?token=([\w-]+)/.exec(await made.text())?.[1] ?? '';
    expect([made.status, token.length]).toEqual([201, 43]);
    // Shown once.
    expect(await (await ravi.get(page)).text()).not.toContain(token);

    const shown = await pages.ask(`/password?token=${token}`);
    expect(await shown.text()).toContain(email);
    expect((await post('/password', { token, password: 'kort' })).status).toBe(422);
    const back = await post('/password', { token, password: 'een heel nieuw wachtwoord' });
    expect(back.status).toBe(303);
    const cookie = cookiesOf(back);
    expect((await pages.ask('/inbox', { headers: { cookie } })).status).toBe(200);
    // Whoever was in with the old one is out, and the device is known from now on.
    expect((await pages.ask('/inbox', { headers: { cookie: inside } })).status).not.toBe(200);
    expect(cookie).toMatch(/polder_known_/);
    expect((await post('/password', { token, password: 'nog een ander wachtwoord' })).status).toBe(403);
  });

  it('a wrong link says the same as one that was used, and lets nobody in', async () => {
    const answer = await post('/password', { token: 'x'.repeat(43), password: 'een ander wachtwoord' });
    expect(answer.status).toBe(403);
    expect(cookiesOf(answer)).not.toContain('session_token');
  });
});

describe('asking for a link', () => {
  it('is answered alike for who works here and who does not', async () => {
    const answers = await Promise.all(
      [email, 'niemand@waterkracht.example'].map(async (one) => {
        const answer = await post('/sign-in/forgotten', { email: one });
        return { status: answer.status, to: answer.headers.get('location'), body: await answer.text() };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status: 303, to: '/sign-in/forgotten?asked=1' });
  });

  it('says plainly who can help where no mail leaves, and the page of signing in leads there', async () => {
    const page = await (
      await pages.ask('/sign-in/forgotten', { headers: { cookie: 'polder_locale=nl' } })
    ).text();
    expect(page).toContain('Een beheerder geeft je een link');
    expect(page).toContain('polder password');
    const signingIn = await (await pages.ask('/sign-in')).text();
    expect(signingIn).toContain('href="/sign-in/forgotten"');
  });
});
