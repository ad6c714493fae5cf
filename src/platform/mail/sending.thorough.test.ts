import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { sendingThrough, type TestMailServer, testMailServer } from '../../../test/mail-server.ts';
import { type Context, transact } from '../context.ts';
import { mailJob, type NewMail, sendMail } from './mail.ts';
import { type Permit, sendWaiting } from './sending.ts';
import { newToken } from './token.ts';

let database: TestDatabase;
let server: TestMailServer;
let ctx: Context;

beforeAll(async () => {
  database = await testDatabase();
  server = await testMailServer();
  ctx = sendingThrough(database.context, server);
});
afterAll(async () => {
  await server?.close();
  await database?.close();
});
afterEach(async () => {
  server.fault = null;
  server.taken.length = 0;
  await sweep();
});

const always: Permit = async () => ({ kind: 'go' });
const quick = { patience: 1500, lanes: 1 };
const receipt = { kind: 'receipt', personId: null, subject: 'Uw verzoek', text: 'Wij kregen uw verzoek.' };

const put = (mail: Partial<NewMail> = {}) =>
  transact(ctx, 'service', (ctx) => sendMail(ctx, { to: 'fatima@klant.example', ...receipt, ...mail }));

interface Row {
  state: string;
  reason: string | null;
  attempts: number;
  message_id: string;
  next_at: Date;
}
const find = (id: string | undefined) =>
  transact(ctx, 'service', async (ctx) => {
    const { rows } = await sql<Row>`select * from mail where id = ${id ?? '0'}`.execute(ctx.database);
    return rows[0] as Row;
  });
/** Lets go of what earlier tests left. */
const sweep = () =>
  transact(ctx, 'service', async (ctx) => {
    await sql`update mail set state = 'cancelled' where state in ('waiting', 'calling')`.execute(
      ctx.database,
    );
    await sql`delete from mail_domain`.execute(ctx.database);
  });
const send = (permit = always) => sendWaiting(ctx, permit, quick);

describe('a mail', () => {
  test('leaves once, from the organisation to the one address, as text and as HTML', async () => {
    const id = await put();
    await send();
    await send();
    expect(await find(id)).toMatchObject({ state: 'sent', attempts: 1, reason: null });
    expect(server.taken).toHaveLength(1);
    const [mail] = server.taken;
    expect(mail).toMatchObject({ from: 'service@waterkracht.example', to: ['fatima@klant.example'] });
    expect(mail?.raw).toMatch(/^From: Waterkracht <service@waterkracht.example>/m);
    expect(mail?.raw).toContain('Auto-Submitted: auto-generated');
    expect(mail?.raw).toContain('text/plain');
    expect(mail?.raw).toContain('text/html');
    expect(mail?.raw).not.toContain('List-Unsubscribe');
  });

  test('stands or falls with the change that asks for it, and asks for its job there', async () => {
    const before = await jobs();
    const failing = transact(ctx, 'service', async (ctx) => {
      await sendMail(ctx, { to: 'fatima@klant.example', ...receipt });
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    await send();
    expect(server.taken).toEqual([]);
    expect(await jobs()).toBe(before);
    await put();
    expect(await jobs()).toBe(before + 1);
  });

  test('with a key is made once, also by two at the same time', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => put({ key: 'receipt:1' })));
    expect(made.filter(Boolean)).toHaveLength(1);
    await send();
    expect(server.taken).toHaveLength(1);
  });

  test('rests where there is no mail server, and nothing is lost', async () => {
    const id = await put();
    await sendWaiting({ ...ctx, outside: { ...ctx.outside, smtp: null } }, always);
    expect(await find(id)).toMatchObject({ state: 'waiting', attempts: 0 });
    await send();
    expect(await find(id)).toMatchObject({ state: 'sent' });
  });

  test('for anything but service needs a way to stop it, which readers show as a button', async () => {
    const offer = { to: 'fatima@klant.example', ...receipt, kind: 'mailing' };
    await expect(transact(ctx, 'offers', (ctx) => sendMail(ctx, offer))).rejects.toThrow(/way to stop/);
    const token = newToken(ctx.outside);
    const unsubscribe = `${ctx.outside.baseUrl}/mine/stop?token=${token.mark}`;
    await transact(ctx, 'offers', (ctx) => sendMail(ctx, { ...offer, unsubscribe }));
    await send();
    const raw = server.taken[0]?.raw.replace(/\r\n\s+/g, ' ') ?? '';
    expect(raw).toMatch(
      /^List-Unsubscribe: <https:\/\/polder\.waterkracht\.example\/mine\/stop\?token=[\w-]{43}>/m,
    );
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  test('that is worth nothing any more is not sent', async () => {
    const id = await put({ expiresAt: ctx.clock.now().add({ minutes: 15 }) });
    database.turn.forward({ minutes: 16 });
    await send();
    expect(await find(id)).toMatchObject({ state: 'cancelled', reason: 'expired' });
    expect(server.taken).toEqual([]);
  });

  test('carries its token on the line only, not in the database', async () => {
    const token = newToken(ctx.outside);
    await put({ text: `Uw link:\n${ctx.outside.baseUrl}/mine/enter?token=${token.mark}` });
    const kept = await transact(ctx, 'service', (ctx) => sql`select * from mail`.execute(ctx.database));
    await send();
    const sent = /token=3D([\w-]{43})/.exec((server.taken[0]?.raw ?? '').replace(/=\r\n/g, ''))?.[1];
    expect(sent).toBeDefined();
    expect(JSON.stringify(kept.rows)).not.toContain(sent);
  });
});

describe('what goes wrong', () => {
  test.each([
    ['a recipient that is refused for good', { at: 'recipient', answer: 550 }, 'failed', 'refused'],
    ['a text that is refused for good', { at: 'data', answer: 554 }, 'failed', 'refused'],
    ['a recipient that is refused for now', { at: 'recipient', answer: 450 }, 'waiting', 'temporary'],
    ['a text that is refused for now', { at: 'data', answer: 450 }, 'waiting', 'temporary'],
    [
      'a server that goes away',
      { at: 'recipient', answer: 421 },
      'waiting',
      expect.stringMatching(/temporary|cut/),
    ],
    ['a line that is cut before the text', { at: 'before-data', cut: true }, 'waiting', 'cut'],
    [
      'a line that is cut after the text, before the answer',
      { at: 'after-data', cut: true },
      'unknown',
      'unanswered',
    ],
    ['an answer that takes too long', { at: 'data', slow: 4000 }, 'unknown', 'unanswered'],
  ] as const)('%s', async (_, fault, state, reason) => {
    const id = await put();
    server.fault = fault;
    await send();
    expect(await find(id)).toMatchObject({ state, reason, attempts: 1 });
    const left = server.taken.length;
    server.fault = null;
    database.turn.forward({ hours: 1 });
    await send();
    // what waited went now, what is unknown was taken and is not sent a second time by itself, what failed stays so
    expect(server.taken).toHaveLength(state === 'failed' ? 0 : 1);
    expect(left).toBe(state === 'unknown' ? 1 : 0);
    expect((await find(id)).state).toBe(state === 'waiting' ? 'sent' : state);
  });

  test('a line that is cut within the text is no doubt: the end was never given', async () => {
    const id = await put({ text: 'regel die lang is\n'.repeat(400_000) });
    server.fault = { at: 'in-data', cut: true };
    await send();
    expect(await find(id)).toMatchObject({ state: 'waiting', reason: 'cut' });
  });

  test('a server that is not there costs one try, and the others wait without one', async () => {
    const ids = [await put(), await put(), await put()];
    await sendWaiting(sendingThrough(ctx, { url: 'smtp://127.0.0.1:1' }), always, quick);
    const rows = await Promise.all(ids.map(find));
    expect(rows.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(rows.map(({ attempts }) => attempts).toSorted()).toEqual([0, 0, 1]);
    expect(rows.find(({ attempts }) => attempts)?.reason).toBe('unreachable');
  });

  test('two days without success is the end, and the reason stays to be seen', async () => {
    const id = await put();
    server.fault = { at: 'recipient', answer: 450 };
    for (let hours = 0; hours < 60; hours += 4) {
      await send();
      database.turn.forward({ hours: 4 });
    }
    expect(await find(id)).toMatchObject({ state: 'failed', reason: 'given-up' });
  });

  test('pauses grow and differ, within half an hour', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, (_, n) => put({ to: `henk@host${n}.example` })));
    server.fault = { at: 'recipient', answer: 450 };
    for (let n = 0; n < 4; n += 1) {
      await send();
      database.turn.forward({ minutes: 30 });
    }
    await send();
    const now = ctx.clock.now().epochMilliseconds;
    const pauses = (await Promise.all(ids.map(find))).map(({ next_at }) => next_at.getTime() - now);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(30 * 60_000);
    expect(new Set(pauses).size).toBeGreaterThan(5);
  });
});

describe('a crash', () => {
  const crash = (id: string | undefined, minutes: number) =>
    transact(ctx, 'service', (ctx) =>
      sql`update mail set state = 'calling', attempts = 1,
        called_at = ${new Date(ctx.clock.now().epochMilliseconds - minutes * 60_000)} where id = ${id ?? '0'}`.execute(
        ctx.database,
      ),
    );

  test('between calling and writing down leaves a mail that waits for a colleague', async () => {
    const id = await put();
    await crash(id, 3);
    await send();
    expect(await find(id)).toMatchObject({ state: 'unknown', reason: 'crash' });
    expect(server.taken).toEqual([]);
  });

  test('is not seen in a call that may still be going on', async () => {
    const id = await put();
    await crash(id, 1);
    await send();
    expect(await find(id)).toMatchObject({ state: 'calling' });
  });

  test('of a link that somebody waits for sends the same mail again, with the same Message-ID', async () => {
    const id = await put({ kind: 'sign-in', expiresAt: ctx.clock.now().add({ minutes: 15 }) });
    server.fault = { at: 'after-data', cut: true };
    await send();
    expect((await find(id)).state).toBe('unknown');
    server.fault = null;
    await send();
    expect((await find(id)).state).toBe('sent');
    expect(server.taken).toHaveLength(2);
    expect(new Set(server.taken.map(({ raw }) => raw)).size).toBe(1);
  });
});

describe('at the moment of sending', () => {
  test('a refusal cancels with its reason, and nothing is called', async () => {
    const id = await put();
    const calls = server.calls();
    await send(async () => ({ kind: 'cancel', reason: 'withdrawn' }));
    expect(await find(id)).toMatchObject({ state: 'cancelled', reason: 'withdrawn' });
    expect(server.calls()).toBe(calls);
  });

  test('a bug leaves the mail waiting, is not hidden, and sends nothing', async () => {
    const id = await put();
    const broken = send(async () => {
      throw new TypeError('bug');
    });
    await expect(broken).rejects.toThrow('bug');
    expect(await find(id)).toMatchObject({ state: 'waiting', reason: 'trouble' });
    expect(server.taken).toEqual([]);
  });

  test('later means later', async () => {
    const id = await put();
    const at = ctx.clock.now().add({ hours: 10 });
    await send(async () => ({ kind: 'later', reason: 'quiet-hours', at }));
    expect(await find(id)).toMatchObject({ state: 'waiting', reason: 'quiet-hours' });
    await send();
    expect(server.taken).toEqual([]);
    database.turn.forward({ hours: 10 });
    await send();
    expect(server.taken).toHaveLength(1);
  });
});

test('two senders at once send each mail once', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, n) => put({ to: `henk${n}@klant.example` })));
  const many = { lanes: 3, patience: 10_000 };
  await Promise.all([sendWaiting(ctx, always, many), sendWaiting(ctx, always, many)]);
  expect(server.taken).toHaveLength(40);
  expect(new Set(server.taken.map(({ to }) => to[0])).size).toBe(40);
});

test('no more mails leave in a minute than were agreed with the server', async () => {
  database.turn.forward({ minutes: 2 });
  await Promise.all(Array.from({ length: 9 }, () => put()));
  const slow = {
    ...ctx,
    outside: { ...ctx.outside, smtp: { ...ctx.outside.smtp, perMinute: 4 } },
  } as Context;
  await sendWaiting(slow, always, quick);
  expect(server.taken).toHaveLength(4);
  database.turn.forward({ seconds: 61 });
  await sendWaiting(slow, always, quick);
  expect(server.taken).toHaveLength(8);
});

test('a host that says "not now" five times rests a quarter of an hour; other hosts do not', async () => {
  const tired = await Promise.all(Array.from({ length: 8 }, (_, n) => put({ to: `henk${n}@vol.example` })));
  server.fault = { at: 'recipient', answer: 450 };
  await send();
  const tried = (await Promise.all(tired.map(find))).filter(({ attempts }) => attempts > 0);
  expect(tried).toHaveLength(5);
  server.fault = null;
  await put({ to: 'fatima@klant.example' });
  await send();
  expect(server.taken.map(({ to }) => to[0])).toEqual(['fatima@klant.example']);
  database.turn.forward({ minutes: 16 });
  await send();
  expect(server.taken.length).toBeGreaterThanOrEqual(4);
});

describe('what would smuggle something in', () => {
  test.each([
    'a@b.example\r\nBcc: joost@klant.example',
    'a@b.example,joost@klant.example',
    '"a b"@b.example',
    'a@b.example>',
    '<a@b.example',
    'a@b@c.example',
    'a b@c.example',
    ' a@b.example',
    '',
    `${'a'.repeat(65)}@b.example`,
    'a@b.example\0',
    'a@-b.example',
    'fatima',
  ])('as an address is refused: %j', async (to) => {
    await expect(put({ to })).rejects.toMatchObject({ code: 'invalid.mail-address' });
  });

  test.each(['Hallo\r\nBcc: joost@klant.example', 'Hallo\nX: y', 'Hallo\u2028', 'a\0b'])(
    'as a subject is refused: %j',
    async (subject) => {
      await expect(put({ subject })).rejects.toMatchObject({ code: 'invalid.mail-subject' });
    },
  );

  test('as markup is text', async () => {
    await put({
      text: 'Beste <script>alert(1)</script> "Fatima" & co\n\njavascript:alert(1)\n\nKlik hier:\nhttps://a.example/?x=1&y="><img src=x>',
    });
    await send();
    const raw = (server.taken[0]?.raw ?? '').replace(/=\r\n/g, '').replaceAll('=3D', '=');
    const html = raw.slice(raw.indexOf('<!doctype html>'));
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<script|<img|href="javascript/);
  });
});

async function jobs(): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from pgboss.job where name = ${mailJob}`.execute(ctx.database);
  return rows[0]?.n ?? 0;
}
