import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { hirePeople, type People } from '../../test/people.ts';
import { registerAccount, utterance } from '../../test/portrait.ts';
import { settled } from '../../test/settled.ts';
import { followUp, listFollowUps } from '../customers/keeping/following-up.ts';
import { hear } from '../listening/hearing.ts';
import { findKeyActor, makeKey } from '../organisation/keys.ts';
import { leave } from '../organisation/staff/leaving.ts';
import { transact } from '../platform/context.ts';
import { followAll } from '../platform/following.ts';
import { silentLog } from '../platform/log.ts';
import { receiveRequest, takeRequest } from '../privacy/requests/handling.ts';
import { getRequest } from '../privacy/requests/request.ts';
import { reactions } from '../reactions.ts';
import { assign } from './assigning.ts';
import { close } from './closing.ts';

let polder: TestDatabase;
let people: People;
beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
});
afterAll(() => polder?.close());

async function conversationOf(thread: string): Promise<string> {
  const account = await registerAccount(polder.context, thread);
  await hear(polder.context, { account, utterances: [utterance(`${thread}-1`, { thread })] });
  const found = await transact(polder.context, 'service', (ctx) =>
    sql<{
      id: string;
    }>`select public_id as id from conversation where channel_account_id = ${account.id}`.execute(
      ctx.database,
    ),
  );
  return found.rows[0]?.id ?? '';
}

const holders = () =>
  transact(polder.context, 'service', async (ctx) => {
    const found = await sql<{ id: string }>`
      select c.public_id as id from assignment a join conversation c on c.id = a.conversation_id
      where a.employee_id = ${people.els.employee.id} and a.ended_at is null`.execute(ctx.database);
    const shown = await sql<{ n: string }>`
      select count(*) as n from conversation_open where assignee_id = ${people.els.employee.id}`.execute(
      ctx.database,
    );
    return { assigned: found.rows.map(({ id }) => id), listed: Number(shown.rows[0]?.n) };
  });

const react = async () => {
  await settled(polder.context);
  await followAll(polder.context, reactions, silentLog);
};

test('what lay with a colleague who leaves goes to others, and their keys open nothing any more', async () => {
  const { els, joost, ravi } = people;
  const open = await conversationOf('open');
  const done = await conversationOf('done');
  for (const id of [open, done]) await assign(els.context, id, els.employee.publicId);
  await close(els.context, done, 'answered');
  const [fatima] = await transact(polder.context, 'service', (ctx) =>
    ctx.database.selectFrom('person').select(['id', 'public_id']).execute(),
  );
  await followUp(els.context, fatima?.public_id ?? '', { text: 'terugbellen', dueOn: '2026-11-25' });
  const asked = { personId: fatima?.id ?? '', kind: 'rectify', via: 'phone', strength: 1 } as const;
  const request = await receiveRequest(ravi.context, { ...asked, timeZone: 'Europe/Amsterdam' });
  await takeRequest(els.context, request.publicId);
  const key = await makeKey(els.context, { name: 'koppeling', scopes: ['messages:write'] });
  expect(await findKeyActor(polder.context, key)).toBeDefined();
  expect(await listFollowUps(joost.context, { whose: 'mine' })).toEqual([]);

  await leave(ravi.context, els.employee.publicId);
  await react();
  await react();

  expect(await holders()).toEqual({ assigned: [], listed: 0 });
  expect(await listFollowUps(joost.context, { whose: 'mine' })).toMatchObject([
    { text: 'terugbellen', assignee: null, department: 'Klantenservice' },
  ]);
  expect(await listFollowUps(people.anneke.context, { whose: 'mine' })).toEqual([]);
  expect(await transact(ravi.context, 'legal', (ctx) => getRequest(ctx, request.publicId))).toMatchObject({
    handlerId: null,
    state: 'open',
  });
  expect(await findKeyActor(polder.context, key)).toBeUndefined();
});
