import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import type { Context } from '../../platform/context.ts';
import { fillTokens } from '../../platform/mail/token.ts';
import { createLogin } from '../../platform/session.ts';
import { getColleague } from '../staff/colleague.ts';
import { leave } from '../staff/leaving.ts';
import { answerForgotten, forgetPassword } from './forgetting.ts';
import { findByPasswordLink, givePasswordLink, resetPassword, sendPasswordLink } from './resetting.ts';

let database: TestDatabase;
let people: People;
/** A Polder that has a mail server. */
let mailing: Context;
const email = 'els@waterkracht.example';
const next = { password: 'een heel ander wachtwoord', keys: false };
const tokenIn = (text: string | null) => /token=([\w-]+)/.exec(text ?? '')?.[1] ?? '';

beforeAll(async () => {
  database = await testDatabase();
  people = await hirePeople(database.context);
  for (const name of ['els', 'ravi'] as const) {
    const userId = await createLogin(database.context, {
      name,
      email: `${name}@waterkracht.example`,
      password: 'dijken en dammen',
    });
    await sql`update employee set user_id = ${userId} where id = ${people[name].employee.id}`.execute(
      database.context.database,
    );
  }
  const smtp = { url: 'smtp://127.0.0.1:1', from: 'polder@waterkracht.example', perMinute: 10 };
  mailing = { ...database.context, outside: { ...database.context.outside, smtp } };
});
beforeEach(() => database.turn.forward({ hours: 1 }));
afterAll(() => database?.close());

const ravi = () => people.ravi.context;
const mails = async () => {
  const found = await database.context.database.transaction().execute(async (trx) => {
    await sql`select set_config('polder.purpose', 'security', true)`.execute(trx);
    return sql<{ kind: string; recipient: string; body: string }>`
      select kind, recipient, body from mail order by id`.execute(trx);
  });
  return found.rows;
};
const ask = async (address: string) => {
  await forgetPassword(mailing, { email: address, locale: 'nl', remote: null });
  const found = await sql<{ id: string }>`select id from password_request`.execute(mailing.database);
  for (const { id } of found.rows) await answerForgotten(mailing, id);
};
const sessionsOf = async (name: 'els') => {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from auth."session" s join employee e on e.user_id = s."userId"
    where e.id = ${people[name].employee.id}`.execute(database.context.database);
  return found.rows[0]?.n;
};
const signedIn = () =>
  sql`
  insert into auth."session" ("id", "expiresAt", "token", "createdAt", "updatedAt", "userId")
  select gen_random_uuid()::text, now() + interval '400 days', gen_random_uuid()::text, now(), now(), user_id
  from employee where id = ${people.els.employee.id}`.execute(database.context.database);

describe('a link for another password', () => {
  it('from an administrator is shown once where no mail leaves, works once, and ends every session', async () => {
    await signedIn();
    const { link } = await sendPasswordLink(ravi(), people.els.employee.publicId);
    const token = tokenIn(link);
    expect(token.length).toBeGreaterThanOrEqual(43);
    expect(await findByPasswordLink(database.context, token)).toMatchObject({ email });
    expect(await resetPassword(database.context, token, next)).toBe(email);
    expect(await sessionsOf('els')).toBe(0);
    await expect(resetPassword(database.context, token, next)).rejects.toMatchObject({
      code: 'forbidden.password-link',
    });
    const { passwordLinks } = await getColleague(ravi(), people.els.employee.publicId);
    expect(passwordLinks[0]).toMatchObject({ askedBy: 'administrator', madeBy: 'Ravi Sewnath' });
    expect(passwordLinks[0]?.usedAt).not.toBeNull();
  });

  it('works half an hour, and a newer one shuts the older', async () => {
    const first = tokenIn((await sendPasswordLink(ravi(), people.els.employee.publicId)).link);
    const second = tokenIn((await sendPasswordLink(ravi(), people.els.employee.publicId)).link);
    expect(await findByPasswordLink(database.context, first)).toBeUndefined();
    database.turn.forward({ minutes: 29 });
    expect(await findByPasswordLink(database.context, second)).toBeDefined();
    database.turn.forward({ minutes: 2 });
    await expect(resetPassword(database.context, second, next)).rejects.toMatchObject({
      code: 'forbidden.password-link',
    });
  });

  it('of two who use it at once lets one in', async () => {
    const token = tokenIn((await sendPasswordLink(ravi(), people.els.employee.publicId)).link);
    const both = await Promise.allSettled([1, 2].map(() => resetPassword(database.context, token, next)));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('goes by mail where there is a server, its token is nowhere in the database, and the owner hears of the change', async () => {
    const before = (await mails()).length;
    const sent = await sendPasswordLink({ ...mailing, actor: ravi().actor }, people.els.employee.publicId);
    expect(sent.link).toBeNull();
    const [mail] = (await mails()).slice(before);
    expect(mail).toMatchObject({ kind: 'password', recipient: email });
    const token = tokenIn(fillTokens(mailing.outside, mail?.body ?? ''));
    expect(mail?.body).not.toContain(token);
    await resetPassword(mailing, token, next);
    expect((await mails()).at(-1)).toMatchObject({ kind: 'password-changed', recipient: email });
  });

  it('is made by nobody but an administrator, and not for whoever never came in', async () => {
    await expect(sendPasswordLink(people.els.context, people.ravi.employee.publicId)).rejects.toMatchObject({
      code: 'forbidden.action',
    });
    await expect(sendPasswordLink(ravi(), people.joost.employee.publicId)).rejects.toMatchObject({
      code: 'conflict.not-signing-in',
    });
  });

  it('is made on the server for the last administrator, whatever case the address is typed in', async () => {
    const token = tokenIn(await givePasswordLink(database.context, ' Ravi@Waterkracht.example '));
    expect(await resetPassword(database.context, token, next)).toBe('ravi@waterkracht.example');
    await expect(givePasswordLink(database.context, 'nobody@waterkracht.example')).rejects.toMatchObject({
      code: 'not-found.employee',
    });
  });
});

describe('asking for one by oneself', () => {
  it('mails the known address alone; for another nothing happens, and nothing typed stays', async () => {
    const before = (await mails()).length;
    await ask('niemand@waterkracht.example');
    await ask('joost@waterkracht.example');
    expect((await mails()).length).toBe(before);
    await ask(' Els@WATERKRACHT.example');
    expect((await mails()).slice(before)).toMatchObject([{ kind: 'password', recipient: email }]);
    const left = await sql`select from password_request`.execute(mailing.database);
    expect(left.rows).toEqual([]);
  });

  it('writes the same rows in the same time for a known and an unknown address', async () => {
    const written = async (address: string) => {
      database.statements();
      await forgetPassword(mailing, { email: address, locale: 'nl', remote: '203.0.113.9' });
      return database.statements().length;
    };
    expect(await written(email)).toBe(await written('niemand@waterkracht.example'));
  });

  it('is throttled for one address and from one place', async () => {
    const tries = async (address: (n: number) => string, remote: string) => {
      let done = 0;
      for (let n = 0; n < 30; n += 1) {
        const { status } = await Promise.resolve(
          forgetPassword(mailing, { email: address(n), locale: 'nl', remote }),
        ).then(
          () => ({ status: 'done' }),
          () => ({ status: 'refused' }),
        );
        if (status === 'done') done += 1;
      }
      return done;
    };
    expect(await tries(() => email, '203.0.113.20')).toBe(3);
    expect(await tries((n) => `x${n}@waterkracht.example`, '203.0.113.21')).toBe(20);
  });
});

it('whoever leaves has no link that works', async () => {
  const token = tokenIn((await sendPasswordLink(ravi(), people.els.employee.publicId)).link);
  await leave(ravi(), people.els.employee.publicId);
  expect(await findByPasswordLink(database.context, token)).toBeUndefined();
});
