import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { sendingThrough, type TestMailServer, testMailServer } from '../../../test/mail-server.ts';
import { hirePeople } from '../../../test/people.ts';
import { type Context, transact } from '../context.ts';
import { sendMail } from './mail.ts';
import { holdRestoredMail } from './restored.ts';
import { sendWaiting } from './sending.ts';
import { decideUnknown, type LeftMail } from './settling.ts';

let database: TestDatabase;
let server: TestMailServer;
let ctx: Context;
let els: Context;

beforeAll(async () => {
  database = await testDatabase();
  server = await testMailServer();
  ctx = sendingThrough(database.context, server);
  els = sendingThrough((await hirePeople(database.context)).els.context, server);
});
afterAll(async () => {
  await server?.close();
  await database?.close();
});

const put = (kind: string, state = 'waiting') =>
  transact(ctx, 'service', async (ctx) => {
    const mail = { to: 'fatima@klant.example', kind, personId: null, subject: 'Uw verzoek', text: 'Dag' };
    const id = (await sendMail(ctx, { ...mail, quiet: true })) ?? '';
    await sql`update mail set state = ${state}, called_at = created_at where id = ${id}`.execute(
      ctx.database,
    );
    return id;
  });
const send = () => sendWaiting(ctx, async () => ({ kind: 'go' }), { lanes: 1 });
const stateOf = async (id: string) => {
  const found = await transact(ctx, 'security', (ctx) =>
    sql<{ state: string; reason: string | null }>`select state, reason from mail where id = ${id}`.execute(
      ctx.database,
    ),
  );
  return [found.rows[0]?.state, found.rows[0]?.reason];
};
const left: LeftMail[] = [];
const decide = (id: string, what: 'sent' | 'again', who = els) =>
  transact(who, 'security', (ctx) =>
    decideUnknown(ctx, { id, what }, async (_, mail) => void left.push(mail)),
  );

test('after a backup was put back nothing leaves by itself, links that somebody waits for neither', async () => {
  const ids = [await put('receipt'), await put('sign-in'), await put('receipt', 'calling')];
  const ended = await put('receipt', 'sent');
  await holdRestoredMail(ctx);
  database.turn.forward({ minutes: 30 });
  await send();
  await send();
  expect(server.taken).toEqual([]);
  for (const id of ids) expect(await stateOf(id)).toEqual(['unknown', 'restored']);
  expect(await stateOf(ended)).toEqual(['sent', null]);
});

test('a colleague decides: sent is told to whoever keeps the ledger, again goes out as the same mail', async () => {
  const [sent, again] = [await put('receipt', 'unknown'), await put('receipt', 'unknown')];
  await decide(sent, 'sent');
  expect(left.map(({ id }) => id)).toEqual([sent]);
  await decide(again, 'again');
  expect(left).toHaveLength(1);
  await send();
  expect(server.taken).toHaveLength(1);
  expect([await stateOf(sent), await stateOf(again)]).toEqual([
    ['sent', 'decided'],
    ['sent', null],
  ]);
  for (const what of ['sent', 'again'] as const)
    await expect(decide(sent, what)).rejects.toMatchObject({ code: 'conflict.mail-settled' });
});

test('two who decide at once: one holds', async () => {
  const id = await put('receipt', 'unknown');
  const ended = await Promise.allSettled([decide(id, 'sent'), decide(id, 'again'), decide(id, 'sent')]);
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('nobody but a colleague decides, and what is no longer whole cannot go again', async () => {
  const id = await put('receipt', 'unknown');
  await expect(decide(id, 'sent', ctx)).rejects.toMatchObject({ code: 'forbidden.action' });
  await transact(ctx, 'security', (ctx) =>
    sql`update mail set recipient = null, subject = null, body = null where id = ${id}`.execute(ctx.database),
  );
  await expect(decide(id, 'again')).rejects.toMatchObject({ code: 'conflict.mail-settled' });
  await decide(id, 'sent');
  expect(await stateOf(id)).toEqual(['sent', 'decided']);
});

test('what else must be written and cannot be leaves the mail undecided', async () => {
  const id = await put('receipt', 'unknown');
  const failing = transact(els, 'security', (ctx) =>
    decideUnknown(ctx, { id, what: 'sent' }, async () => {
      throw new Error('the ledger is full');
    }),
  );
  await expect(failing).rejects.toThrow('the ledger is full');
  expect(await stateOf(id)).toEqual(['unknown', null]);
});
