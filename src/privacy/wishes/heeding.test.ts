import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { settled } from '../../../test/settled.ts';
import { answer } from '../../conversations/answering.ts';
import { accountNamed } from '../../listening/account.ts';
import { hear } from '../../listening/hearing.ts';
import { transact } from '../../platform/context.ts';
import { followOnce } from '../../platform/following.ts';
import { openLog } from '../../platform/log.ts';
import { reactions } from '../../reactions.ts';
import { permissionsOf } from '../deciding.ts';
import { termsOf } from '../terms/terming.ts';
import { wishesOf } from './heeding.ts';

let polder: TestDatabase;
let people: People;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
});
afterAll(() => polder?.close());

async function says(author: string, ...texts: string[]): Promise<string> {
  await transact(polder.context, 'listen', async (ctx) => {
    const account = await accountNamed(ctx, { channel: 'x', name: '@waterkracht', connector: 'file' });
    const rest = { author, authorName: author, sentAt: null, replyTo: null, thread: null, automatic: false };
    const ours = { departmentId: null, employeeId: null, direction: 'in' as const };
    const utterances = texts.map((text) => ({ ...rest, ...ours, externalId: `${author} ${text}`, text }));
    await hear(ctx, { account, utterances });
  });
  await react();
  return transact(polder.context, 'service', async (ctx) => {
    const { rows } = await sql<{ id: string }>`select id from person where name = ${author}`.execute(
      ctx.database,
    );
    return rows[0]?.id ?? '';
  });
}

async function react(): Promise<void> {
  for (const name of ['heed-wishes', 'close-wishes']) {
    const reaction = reactions.find((one) => one.name === name);
    if (!reaction) throw new Error(name);
    await settled(polder.context);
    while (((await followOnce(polder.context, reaction, openLog('silent'))) ?? 0) > 0);
  }
}

const allowed = (id: string) => transact(polder.context, 'service', (ctx) => permissionsOf(ctx, id));
const wishes = (id: string) => transact(polder.context, 'service', (ctx) => wishesOf(ctx, id));

test('"stop met aanbiedingen" holds at once, for everything that is advertising, and for nothing else', async () => {
  const fatima = await says('Fatima', 'Waar blijft mijn factuur?', 'Stop met die aanbiedingen.');
  const permissions = await allowed(fatima);
  expect([permissions.get('offers'), permissions.get('invite')]).toEqual(['objected', 'objected']);
  expect([permissions.get('service'), permissions.get('train')]).toEqual(['allowed', 'allowed']);
  expect(await wishes(fatima)).toMatchObject([
    { kind: 'stop-offers', outcome: 'done', sentence: 'Stop met die aanbiedingen.', answeredAt: null },
  ]);
});

test('asking again changes nothing, and a message takes nothing back', async () => {
  const fatima = await says('Fatima', 'Nogmaals: stop met reclame!', 'Ik wil weer aanbiedingen ontvangen.');
  expect((await allowed(fatima)).get('offers')).toBe('objected');
  expect((await wishes(fatima)).map((one) => one.outcome)).toEqual(['already', 'done']);
});

test('a message heard twice is heeded once', async () => {
  const henk = await says('Henk', 'Bel mij niet meer.');
  await transact(polder.context, 'service', async (ctx) => {
    const { rows } = await sql<{ id: string; at: string }>`
      select id, received_at::text as at from message where person_id = ${henk}`.execute(ctx.database);
    const [message] = rows;
    await ctx.emit([
      {
        verb: 'wish.suspected',
        subject: { kind: 'message', id: message?.id ?? '' },
        data: { receivedAt: message?.at },
      },
    ]);
  });
  await react();
  expect(await wishes(henk)).toHaveLength(1);
  expect((await transact(polder.context, 'service', (ctx) => termsOf(ctx, henk))).noPhone).toBe(true);
});

test('forgetting is asked, not done: that needs to know who asks', async () => {
  const joke = await says('Joke', 'Verwijder al mijn gegevens.');
  expect(await wishes(joke)).toMatchObject([{ kind: 'forget-me', outcome: 'asked' }]);
});

test('an answer tells the person, so nobody has to tell them again', async () => {
  const { rows } = await transact(polder.context, 'service', (ctx) =>
    sql<{ id: string }>`select c.public_id as id from conversation c join person p on p.id = c.person_id
      where p.name = 'Joke'`.execute(ctx.database),
  );
  await answer(people.els.context, rows[0]?.id ?? '', { text: 'We zoeken het voor je uit.' });
  await react();
  const joke = await says('Joke', 'Fijn.');
  expect((await wishes(joke))[0]?.answeredAt).not.toBeNull();
});
