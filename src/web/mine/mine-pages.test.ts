import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { sendingThrough, type TestMailServer, testMailServer } from '../../../test/mail-server.ts';
import { type TestPages, testPages } from '../../../test/pages.ts';
import { enter } from '../../customers/entering/entering.ts';
import { makeLink } from '../../customers/entering/link.ts';
import { type MailedPerson, meetByMail } from '../../customers/fixtures/mailing-people.ts';
import { treatAsMinor } from '../../customers/keeping/minor.ts';
import { actAs, type Context, type Locale, transact } from '../../platform/context.ts';
import { fillTokens } from '../../platform/mail/token.ts';
import { decide, stateOf } from '../../privacy/deciding.ts';
import { recordUse } from '../../privacy/ledger.ts';
import type { Purpose } from '../../privacy/purpose.ts';
import { confirmAge } from '../../privacy/requests/handling.ts';
import { say } from '../inbox/fixtures/saying.ts';
import { shownIn } from '../journey/fixtures/shown.ts';

let database: TestDatabase;
let server: TestMailServer;
let pages: TestPages;
let ctx: Context;
let fatima: MailedPerson;
let cookie: string;
let met = 0;

beforeAll(async () => {
  database = await testDatabase();
  server = await testMailServer();
  ctx = sendingThrough(database.context, server);
  ctx = { ...ctx, outside: { ...ctx.outside, baseUrl: 'http://polder.waterkracht.example' } };
  pages = await testPages({ ...database, context: ctx });
});
afterAll(async () => {
  await pages?.close();
  await server?.close();
  await database?.close();
});
beforeEach(async () => {
  met += 1;
  fatima = await meetByMail(ctx, `fatima-${met}`);
  cookie = await cookieOf(fatima);
});

/** In, by a link that was asked in `locale`. */
async function cookieOf({ id, address }: MailedPerson, locale: Locale = 'nl'): Promise<string> {
  const link = await transact(ctx, 'legal', (ctx) =>
    makeLink(ctx, { kind: 'sign-in', personId: id, address, locale }),
  );
  const token = new URL(fillTokens(ctx.outside, link.url)).searchParams.get('token') ?? '';
  return `polder_mine=${(await enter(ctx, token)).token}`;
}

const own = [
  '/mine',
  '/mine/contract',
  '/mine/ledger',
  '/mine/messages',
  '/mine/terms',
  '/mine/rights',
  '/mine/relationship',
];
const get = (path: string, cookies = cookie) =>
  pages.ask(path, { headers: { cookie: cookies, 'sec-fetch-site': 'same-origin', 'accept-language': 'nl' } });
const post = (path: string, fields: Record<string, string>, cookies = cookie) =>
  pages.ask(path, {
    method: 'POST',
    headers: { cookie: cookies, 'sec-fetch-site': 'same-origin', 'accept-language': 'nl' },
    body: new URLSearchParams(fields),
  });
const used = (n: number) =>
  transact(ctx, 'service', (ctx) =>
    recordUse(ctx, fatima.id, { activity: 'mail.service', reference: `${n}` }),
  );
const decideFor = ({ id }: MailedPerson, purpose: Purpose, act: 'give') =>
  transact(actAs(ctx, { kind: 'person', personId: id, strength: 4 }), 'legal', (ctx) =>
    decide(ctx, id, { purpose, act, strength: 4 }),
  );
const publicIdOf = async ({ id }: MailedPerson) => {
  const found = await transact(ctx, 'legal', (ctx) =>
    sql<{ id: string }>`select public_id as id from person where id = ${id}`.execute(ctx.database),
  );
  return found.rows[0]?.id ?? '';
};

describe('every page of one’s own data', () => {
  it('costs as many statements however much there is', async () => {
    const counts = async () => {
      const all: Record<string, number> = {};
      for (const path of own) {
        database.statements();
        expect((await get(path)).status, path).toBe(200);
        all[path] = database.statements().length;
      }
      return all;
    };
    await used(0);
    const few = await counts();
    for (let n = 0; n < 6; n += 1) {
      await used(n + 1);
      await post('/mine/rights', { right: 'rectify', wish: `Mijn naam is nummer ${n}.` });
      await transact(ctx, 'service', (ctx) =>
        sql`insert into identity (public_id, person_id, network, external_id, handle, proof, created_at)
          select public_id || ${`x${n}`}, person_id, 'x', ${`${fatima.id}-${n}`}, 'fatima', 'unseen', created_at
          from identity where person_id = ${fatima.id} order by id limit 1`.execute(ctx.database),
      );
    }
    expect(await counts()).toEqual(few);
    expect(Math.max(...Object.values(few))).toBeLessThanOrEqual(16);
  });

  it('asks for no script, names no colleague, and is kept by nobody', async () => {
    for (const path of own) {
      const answer = await get(path);
      expect(answer.headers.get('cache-control'), path).toContain('no-store');
      expect(await answer.text(), path).not.toContain('<script');
    }
  });
});

describe('the language', () => {
  it('is that in which the link was asked, also in a browser that never chose one', async () => {
    const english = await cookieOf(fatima, 'en');
    const html = await (await get('/mine', english)).text();
    expect(html).toContain('lang="en"');
    expect(html).toContain('What is allowed');
  });

  it('that is chosen on the page comes first, and is kept for the next time and for mail', async () => {
    await get('/mine', `${cookie}; polder_locale=en`);
    expect(await (await get('/mine')).text()).toContain('lang="en"');
    const kept = await transact(ctx, 'legal', (ctx) =>
      sql<{ locale: string }>`select locale from person where id = ${fatima.id}`.execute(ctx.database),
    );
    expect(kept.rows[0]?.locale).toBe('en');
    expect(await (await get('/mine', `${cookie}; polder_locale=klingon`)).text()).toContain('lang="en"');
  });
});

describe('the relationship index', () => {
  it('is worked out for who asks, told in parts and said to be for no price, and stands in the ledger as theirs', async () => {
    await decideFor(fatima, 'improve', 'give');
    const shown = await shownIn(await get('/mine/relationship'));
    expect(shown).toContain('Nooit voor een prijs');
    expect(shown).toContain('Wat u ons toestaat');
    expect(await shownIn(await get('/mine/ledger'))).toContain('U bekeek uw eigen relatiecijfer');
  });

  it('is worked out for nobody who does not allow improving, and says so', async () => {
    const shown = await shownIn(await get('/mine/relationship'));
    expect(shown).toContain('Er is geen cijfer');
    expect(shown).not.toContain('Wat u ons toestaat');
    expect(await shownIn(await get('/mine/ledger'))).not.toContain('relatiecijfer');
  });

  it('is not asked for by looking at the overview', async () => {
    await get('/mine');
    expect(await shownIn(await get('/mine/ledger'))).not.toContain('relatiecijfer');
  });
});

describe('who is treated as a minor', () => {
  it('reads so, asks with a link of just now to change it, and a colleague sees what shows it; nothing comes back by itself', async () => {
    await decideFor(fatima, 'offers', 'give');
    expect(await shownIn(await get('/mine/rights'))).not.toContain('Wij behandelen u als minderjarig');
    await treatAsMinor(ctx, await publicIdOf(fatima), { evidence: 'schrijft over de brugklas' });
    expect(await shownIn(await get('/mine/rights'))).toContain('Wij behandelen u als minderjarig');
    expect((await post('/mine/contract', { purpose: 'offers', act: 'give' })).status).toBeGreaterThanOrEqual(
      400,
    );
    expect((await post('/mine/rights', { right: 'of-age', evidence: '' })).status).toBe(422);
    database.turn.forward({ minutes: 11 });
    expect((await post('/mine/rights', { right: 'of-age', evidence: 'ik heb een contract' })).status).toBe(
      403,
    );
    cookie = await cookieOf(fatima);
    const asking = { right: 'of-age', evidence: 'ik heb een contract' };
    expect((await post('/mine/rights', asking)).status).toBe(303);
    expect((await post('/mine/rights', asking)).status).toBe(303);
    const own = await shownIn(await get('/mine/rights'));
    expect(own).toContain('Wij behandelen u als minderjarig');
    expect(own).toContain('Meerderjarig');
    const open = await transact(ctx, 'legal', (ctx) =>
      sql<{ id: string }>`select public_id as id from privacy_request where kind = 'age'`.execute(
        ctx.database,
      ),
    );
    expect(open.rows.length).toBe(1);
    const [{ id } = { id: '' }] = open.rows;
    await expect(confirmAge(ctx, id, 'kort')).rejects.toMatchObject({ code: 'invalid.reason' });
    await confirmAge(ctx, id, 'het contract is alleen voor meerderjarigen');
    expect(await shownIn(await get('/mine/rights'))).not.toContain('Wij behandelen u als minderjarig');
    expect(await transact(ctx, 'legal', (ctx) => stateOf(ctx, fatima.id, 'offers'))).not.toBe('allowed');
    expect((await post('/mine/contract', { purpose: 'offers', act: 'give' })).status).toBe(303);
  });
});

describe('one’s messages', () => {
  it('show what one wrote and nothing of anybody else, as text', async () => {
    await say(ctx, [
      { author: 'henk', text: 'Van Henk alleen.' },
      { author: 'faat', text: '<b>Waar</b> blijft het?' },
    ]);
    await transact(ctx, 'service', (ctx) =>
      sql`with theirs as (select person_id from identity where external_id = 'faat')
        update conversation set person_id = ${fatima.id} where person_id in (select person_id from theirs)`.execute(
        ctx.database,
      ),
    );
    const html = await (await get('/mine/messages')).text();
    expect(html).toContain('&lt;b&gt;Waar&lt;/b&gt; blijft het?');
    expect(html).not.toContain('Van Henk alleen');
  });
});
