import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type DebianMail, debianMail } from '../../../test/debian-mail.ts';
import { sendingThrough } from '../../../test/mail-server.ts';
import { type Context, transact } from '../context.ts';
import { sendMail } from './mail.ts';
import { sendWaiting } from './sending.ts';
import { newToken } from './token.ts';

/** Against the servers of others: Debian's Postfix hands what it took to Debian's Dovecot. On with MAIL_SERVERS=debian. */
const wanted = process.env.MAIL_SERVERS === 'debian';

describe.skipIf(!wanted)('through Postfix to a mailbox of Dovecot', () => {
  let database: TestDatabase;
  let servers: DebianMail;
  let ctx: Context;
  beforeAll(async () => {
    database = await testDatabase();
    servers = await debianMail();
    ctx = sendingThrough(database.context, servers);
  }, 60_000);
  afterAll(async () => {
    await servers?.close();
    await database?.close();
  });

  const put = (to: string, text: string, purpose = 'service') =>
    transact(ctx, purpose, (ctx) => {
      const mail = { to, kind: 'mailing', personId: null, subject: 'Zon op uw dak: €\u00a0€ – één 🌞', text };
      const unsubscribe = `${ctx.outside.baseUrl}/mine/stop?token=${newToken(ctx.outside).mark}`;
      return sendMail(ctx, purpose === 'service' ? mail : { ...mail, unsubscribe });
    });
  const stateOf = async (id: string | undefined) => {
    const find = (ctx: Context) =>
      sql<{ state: string; reason: string | null; answer: string }>`select state, reason, answer from mail
        where id = ${id ?? '0'}`.execute(ctx.database);
    return (await transact(ctx, 'service', find)).rows[0];
  };
  const arrived = async (name: string, count: number) => {
    for (let tries = 0; tries < 600 && servers.mailbox(name).length < count; tries += 1) await wait(50);
    return servers.mailbox(name);
  };
  const send = () => sendWaiting(ctx, async () => ({ kind: 'go' }));

  test('a mail arrives once, whole, with its marks', async () => {
    const id = await put('fatima@klant.example', 'Één regel.\n.\nEen punt alleen.\n\nDag, Els 🌊', 'offers');
    await send();
    expect(await stateOf(id)).toMatchObject({
      state: 'sent',
      answer: expect.stringMatching(/^250 .*queued as/),
    });
    const [raw = ''] = await arrived('fatima', 1);
    expect(raw).toMatch(/^Return-Path: <service@waterkracht.example>/m);
    expect(raw).toMatch(/^Message-ID: <mail_[a-z0-9]{26}@polder.waterkracht.example>/im);
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(raw.replaceAll(/=\r?\n/g, '')).toContain('=C3=89=C3=A9n regel.');
    expect(raw).toContain('=F0=9F=8C=8A');
  });

  test('somebody Postfix does not know is a failure that stays to be seen, with what it said', async () => {
    const id = await put('niemand@klant.example', 'Hallo');
    await send();
    expect(await stateOf(id)).toMatchObject({
      state: 'failed',
      reason: 'refused',
      answer: expect.stringMatching(/550 5\.1\.1.*User unknown/s),
    });
  });

  test('300 mails over four lines all arrive, each once', async () => {
    const before = (await arrived('henk', 0)).length;
    for (let n = 0; n < 300; n += 1) await put('henk@klant.example', `bericht ${n}.`);
    await send();
    const mails = await arrived('henk', before + 300);
    expect(mails).toHaveLength(before + 300);
    expect(new Set(mails.map((raw) => /^Message-ID: (\S+)/im.exec(raw)?.[1])).size).toBe(before + 300);
  }, 60_000);
});
