import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveQueue } from '../../../test/authorisation/actors.ts';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, hirePerson, type People, type Person } from '../../../test/people.ts';
import { assign } from '../../conversations/assigning.ts';
import { close } from '../../conversations/closing.ts';
import { handOver } from '../../conversations/handing-over/handing-over.ts';
import { hasOpenCase } from '../../conversations/showing/cases.ts';
import { departmentNamed } from '../../organisation/departments.ts';
import { actAs, type Context, transact } from '../../platform/context.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { say } from '../../web/inbox/fixtures/saying.ts';
import { meetByMail } from '../fixtures/mailing-people.ts';
import { lookAtCustomer, requireFileReason } from './looking.ts';
import type { GivenReason } from './reason.ts';
import { looksIn, lookWeeks, reviewLooks } from './reviewing.ts';

let database: TestDatabase;
let ctx: Context;
let people: People;
let press: Person;
let yara: Person;

beforeAll(async () => {
  database = await testDatabase();
  ctx = database.context;
  people = await hirePeople(ctx);
  const there = await departmentNamed(ctx, 'Communicatie');
  press = await hirePerson(ctx, { name: 'Sanne Pers', role: 'colleague', departmentId: there.id });
  yara = await hirePerson(ctx, { name: 'Yara Smit', role: 'data_manager', departmentId: null });
});
afterAll(() => database?.close());

const look = (ctx: Context, id: string, given?: GivenReason) =>
  lookAtCustomer(
    ctx,
    { id, purpose: 'service', hasCase: hasOpenCase, given },
    async (_, { person }) => person.id,
  ).then(
    () => 'seen',
    (error: unknown) => (isRefusal(error) ? error.code : String(error)),
  );
const ledger = async (personId: string) => {
  const found = await transact(ctx, 'legal', (ctx) =>
    sql<{ activity: string; reference: string }>`
      select activity, reference from data_use where person_id = ${personId} order by id`.execute(
      ctx.database,
    ),
  );
  return found.rows.map(({ activity, reference }) =>
    activity === 'customer.looked-up' ? `${activity} ${reference}` : activity,
  );
};

/** Somebody who never wrote. */
async function meet(name: string): Promise<{ id: string; publicId: string }> {
  const { id } = await meetByMail(ctx, name);
  const found = await transact(ctx, 'service', (ctx) =>
    sql<{ publicId: string }>`select public_id as "publicId" from person where id = ${id}`.execute(
      ctx.database,
    ),
  );
  return { id, publicId: found.rows[0]?.publicId ?? '' };
}

/** Somebody who wrote, and their conversation in the queue of customer service. */
async function writer(name: string): Promise<{ id: string; publicId: string; conversation: string }> {
  const [conversation = ''] = await say(ctx, [{ author: name, text: `@waterkracht vraag van ${name}` }]);
  await giveQueue(database, people.departmentId);
  const found = await transact(ctx, 'service', (ctx) =>
    sql<{ id: string; publicId: string }>`select p.id, p.public_id as "publicId" from person p
      join identity i on i.person_id = p.id where i.external_id = ${name}`.execute(ctx.database),
  );
  return { ...(found.rows[0] ?? { id: '', publicId: '' }), conversation };
}

describe('a customer with whom nothing is going on', () => {
  it('is opened for a reason only, asked once a day, and the customer reads which', async () => {
    const { id, publicId } = await meet('bekend');
    const els = people.els.context;
    expect(await look(els, publicId)).toBe('conflict.reason-needed');
    expect(await ledger(id)).toEqual([]);
    expect(await look(els, publicId, { reason: 'other', words: ' x ' })).toBe('invalid.look-words');
    expect(await look(els, publicId, { reason: 'called' })).toBe('seen');
    expect(await look(els, publicId)).toBe('seen');
    expect(await ledger(id)).toEqual(['customer.looked-up called', 'customer.opened']);
    // Of the one nobody else has a reason, and tomorrow it is asked again.
    expect(await look(people.joost.context, publicId)).toBe('conflict.reason-needed');
    database.turn.forward({ hours: 24 });
    expect(await look(els, publicId)).toBe('conflict.reason-needed');
  });

  it('is not asked of Polder itself, and of a program as of a colleague', async () => {
    const { publicId } = await meet('programma');
    const made = await sql<{ id: string }>`
      insert into api_key (prefix, secret_hash, name, scopes, created_at)
      values ('x', 'x', 'koppeling', '{customers:read}', now()) returning id`.execute(ctx.database);
    const keyId = made.rows[0]?.id ?? '';
    const key = actAs(ctx, { kind: 'key', keyId, name: 'koppeling', scopes: ['customers:read'] });
    expect(await look(ctx, publicId)).toBe('seen');
    expect(await look(key, publicId)).toBe('conflict.reason-needed');
    expect([await look(key, publicId, { reason: 'order' }), await look(key, publicId)]).toEqual([
      'seen',
      'seen',
    ]);
  });

  it('of two presses at once one row is kept', async () => {
    const { id, publicId } = await meet('dubbel');
    const els = people.els.context;
    await Promise.all([1, 2, 3].map(() => look(els, publicId, { reason: 'visited' })));
    const kept = await transact(ctx, 'legal', (ctx) =>
      sql`select from customer_look where person_id = ${id}`.execute(ctx.database),
    );
    expect(kept.rows).toHaveLength(1);
    expect((await ledger(id)).filter((one) => one === 'customer.looked-up visited')).toHaveLength(1);
  });
});

describe('no reason is asked while a conversation is open', () => {
  it('with the colleague or in a queue of the department, and again when it is closed', async () => {
    const { publicId, conversation } = await writer('fatima');
    expect(await look(people.els.context, publicId)).toBe('seen');
    expect(await look(press.context, publicId)).toBe('conflict.reason-needed');
    await close(people.els.context, conversation, 'answered');
    expect(await look(people.els.context, publicId)).toBe('conflict.reason-needed');
  });

  it('that was assigned to a colleague of another department, or about which that was asked', async () => {
    const one = await writer('henk');
    await assign(people.ravi.context, one.conversation, press.employee.publicId);
    expect(await look(press.context, one.publicId)).toBe('seen');
    const other = await writer('joris');
    expect(await look(press.context, other.publicId)).toBe('conflict.reason-needed');
    await handOver(people.els.context, other.conversation, {
      department: 'communicatie',
      question: 'Wie weet dit?',
    });
    expect(await look(press.context, other.publicId)).toBe('seen');
  });
});

it('a file with many customers needs a reason of its own, once a day for each kind', async () => {
  const els = people.els.context;
  const make = (kind: string, given?: GivenReason) =>
    requireFileReason(els, kind, given).then(
      () => 'made',
      (error: unknown) => (isRefusal(error) ? error.code : String(error)),
    );
  expect(await make('customers')).toBe('conflict.reason-needed');
  expect(await make('customers', { reason: 'other', words: 'jaarlijkse controle' })).toBe('made');
  expect([await make('customers'), await make('orders')]).toEqual(['made', 'conflict.reason-needed']);
});

describe('the week', () => {
  it('is gone through by the data manager, and asks it again when more came', async () => {
    const { publicId } = await meet('beroemd');
    for (const { context } of [people.els, people.joost])
      await look(context, publicId, { reason: 'other', words: 'zag haar op tv' });
    const [{ week = '' } = {}] = await lookWeeks(yara.context);
    const shown = await looksIn(yara.context, week, { byColleague: true });
    expect(shown.colleagues.map(({ name, looks }) => [name, looks])).toEqual(
      expect.arrayContaining([['Els Bakker', expect.any(Number)]]),
    );
    // Without an agreement with the works council nobody is counted alone.
    const apart = await looksIn(yara.context, week, { byColleague: false });
    expect(apart.colleagues.map(({ name }) => name)).not.toContain('Els Bakker');
    expect(apart.colleagues.reduce((sum, { looks }) => sum + looks, 0)).toBe(shown.looks);
    expect(shown.persons).toEqual([expect.objectContaining({ publicId, looks: 2, others: 2 })]);
    expect(shown.rows[0]).toMatchObject({
      colleague: 'Joost Visser',
      reason: 'other',
      words: 'zag haar op tv',
      person: { publicId },
    });
    expect(shown.looks).toBe(shown.rows.length);
    await reviewLooks(yara.context, { week, remark: 'Met beiden gesproken.' });
    const reviewed = async () => (await lookWeeks(yara.context)).find((one) => one.week === week)?.reviewed;
    expect(await reviewed()).toBe(true);
    expect((await looksIn(yara.context, week, { byColleague: false })).review).toMatchObject({
      by: 'Yara Smit',
    });
    await look(press.context, publicId, { reason: 'promised' });
    expect(await reviewed()).toBe(false);
  });
});
