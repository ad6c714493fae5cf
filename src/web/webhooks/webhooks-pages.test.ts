import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { listQuestionRules } from '../../conversations/asking/arranging.ts';
import { talk } from '../../conversations/fixtures/talk.ts';
import { sendDue } from '../../conversations/webhooks/delivering.ts';
import { listEndpoints } from '../../conversations/webhooks/endpoint.ts';
import { transact } from '../../platform/context.ts';
import { fillTokens, newToken } from '../../platform/mail/token.ts';
import { shownIn } from '../journey/fixtures/shown.ts';

let database: TestDatabase;
let pages: TestPages;
let people: People;
let ravi: Visitor;
let els: Visitor;

beforeAll(async () => {
  database = await testDatabase();
  pages = await testPages(database);
  people = await hirePeople(database.context);
  ravi = await pages.visitor(people.ravi);
  els = await pages.visitor(people.els);
});
afterAll(async () => {
  await pages.close();
  await database.close();
});

describe('webhooks', () => {
  const address = '/organisation/webhooks';
  const form = { name: 'CRM', url: 'https://crm.example/hook', 'type.conversation.closed': 'on' };

  it('are arranged by administrators; the secret stands on one page, once', async () => {
    expect((await els.get(address)).status).toBe(403);
    const wrong = await ravi.post(address, { ...form, url: 'https://127.0.0.1/' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="https://127.0.0.1/"');
    const made = await ravi.post(address, form);
    expect(made.headers.get('cache-control')).toContain('no-store');
    const secret = /whsec_[\w+/=]+/.exec(await made.text())?.[0] ?? '';
    expect(secret).not.toBe('');
    expect(await (await ravi.get(address)).text()).not.toContain(secret);
    expect(await listEndpoints(people.ravi.context)).toMatchObject([
      { name: 'CRM', types: ['conversation.closed'] },
    ]);
  });

  it('are tested, and the log says what came of each try', async () => {
    const [endpoint] = await listEndpoints(people.ravi.context);
    const path = `${address}/${endpoint?.publicId}`;
    expect((await ravi.post(path, { act: 'test' })).headers.get('location')).toBe(`${path}?told=test`);
    await sendDue(database.context, async () => ({ status: 302, why: null }));
    const page = await ravi.get(path);
    const html = await page.text();
    expect(html).toContain('het adres stuurt door; dat volgen wij niet, antwoord 302');
    const [delivery] = /wh_\w+/.exec(html) ?? [];
    expect(await shownIn(await ravi.get(`${path}/deliveries/${delivery}`))).toContain('webhook.test');
    const again = await ravi.post(`${path}/deliveries/${delivery}`, { act: 'again' });
    expect(again.headers.get('location')).toBe(`${path}?told=replay`);
    await sendDue(database.context, async () => ({ status: 204, why: null }));
    expect(await shownIn(await ravi.get(path))).toMatch(/aangekomen\s*, 2 pogingen/);
  });

  it('are switched off, replayed over a time, given another secret and taken away in plain forms', async () => {
    const [endpoint] = await listEndpoints(people.ravi.context);
    const path = `${address}/${endpoint?.publicId}`;
    const range = { act: 'replay', since: '2026-11-24T00:00', until: '2026-11-24T23:00' };
    expect((await ravi.post(path, range)).headers.get('location')).toBe(`${path}?told=replay`);
    expect((await ravi.post(path, { ...range, since: 'gisteren' })).status).toBe(422);
    expect(await (await ravi.post(path, { act: 'rotate' })).text()).toMatch(/whsec_/);
    expect(await shownIn(await ravi.get(path))).toContain('Het vorige geheim ondertekent mee tot');
    await ravi.post(path, { act: 'off' });
    expect(await shownIn(await ravi.get(path))).toContain('Staat uit.');
    await ravi.post(path, { act: 'on' });
    await ravi.post(path, { act: 'change', ...form, name: 'Archief' });
    expect(await shownIn(await ravi.get(address))).toContain('Archief');
    expect((await ravi.post(path, { act: 'end' })).headers.get('location')).toBe(address);
    expect((await ravi.get(path)).status).toBe(404);
  });
});

describe('the question afterwards', () => {
  const address = '/organisation/questions';

  it('is arranged per queue', async () => {
    expect((await els.get(address)).status).toBe(403);
    expect(await shownIn(await ravi.get(address))).toContain('De vraag gaat pas uit als een pilot');
    const given = { queue: 'general', kind: 'ces', delay: '2.5', share: '50', quiet: '60', active: '1' };
    expect((await ravi.post(address, { ...given, share: '0' })).status).toBe(422);
    expect((await ravi.post(address, given)).status).toBe(303);
    expect(await listQuestionRules(database.context)).toMatchObject([
      { rule: { kind: 'ces', delayMinutes: 150, share: 50, quietDays: 60, active: true } },
    ]);
    expect(await shownIn(await ravi.get(address))).toContain('gemak, 1 tot 7, 50 van de 100');
  });

  it('is answered by whoever has the link, without signing in, and can be changed', async () => {
    await sql`insert into capability_grant (key, capabilities, scope, basis, granted_at)
      values ('feedback', '{survey.feedback}', '{}', 'pilot', now())`.execute(database.context.database);
    const asked = await talk(database.context, 'Waar blijft mijn pakket?');
    const { mark, hash } = newToken(database.context.outside);
    await transact(database.context, 'measure', ({ database }) =>
      sql`with k as (insert into closure (conversation_id, closed_at, reason, reopened_at)
          values (${asked.conversationId}, now(), 'answered', now()) returning id)
        insert into question (public_id, closure_id, conversation_id, queue_id, person_id, kind, state, due_at, asked_at,
          token_hash, open_until)
        select 'qu_1', k.id, c.id, c.queue_id, c.person_id, 'csat', 'asked', now(), now(), ${hash}, '2026-12-05'
        from conversation c, k where c.id = ${asked.conversationId}`.execute(database),
    );
    const path = `/answer/${fillTokens(database.context.outside, mark)}`;

    const page = await pages.nobody.get(path);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toContain('no-store');
    const html = await shownIn(page);
    expect(html).toContain('Hoe tevreden bent u');
    expect(html).not.toContain('pakket');
    expect((await pages.nobody.post(path, { remark: 'x' })).status).toBe(422);
    expect((await pages.nobody.post(path, { score: '5', remark: 'Fijn!' })).headers.get('location')).toBe(
      path,
    );
    expect(await shownIn(await pages.nobody.get(path))).toContain(
      'U kunt het tot 5 december 2026 veranderen',
    );
    expect(await (await pages.nobody.get(`${path}?change=1`)).text()).toContain('Fijn!');
    expect((await pages.nobody.get('/answer/nonsense')).status).toBe(404);
    expect(await shownIn(await els.get(`/conversations/${asked.id}`))).toContain('tevredenheid: 5 van 5');
    expect(await (await ravi.get(address)).text()).toContain(asked.id);
  });
});
