import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doTogether } from '../src/conversations/acting/doing.ts';
import { handOver } from '../src/conversations/handing-over/handing-over.ts';
import { moveToQueue } from '../src/conversations/routing/moving.ts';
import { departmentNamed } from '../src/organisation/departments.ts';
import { makeQueue } from '../src/organisation/queueing/queue-keeping.ts';
import { type Context, transact } from '../src/platform/context.ts';
import { giveQueue } from './authorisation/actors.ts';
import { changedTables, fingerprint } from './authorisation/fingerprint.ts';
import { type Planted, plantPerson } from './authorisation/planted.ts';
import { adminUrlOf, type TestDatabase, testDatabase } from './database.ts';
import { type TestPages, testPages, type Visitor } from './pages.ts';
import { hirePeople, hirePerson, type People, type Person } from './people.ts';

/**
 * Every number that a form about a conversation can name, of another conversation: one in reach, and one of another
 * department. Sent to an address that the colleague may use, it must do nothing; sent to its own address the same form
 * works, so that a refusal proves something.
 */
let database: TestDatabase;
let ctx: Context;
let pages: TestPages;
let people: People;
let manager: Person;
let visitor: Visitor;
let near: Planted;
const elsewhere: Record<'beside' | 'far', Planted & Numbers> = {} as never;

/** What stands in one conversation and has a number. */
interface Numbers {
  message: string;
  /** Waits for a second person, by a colleague. */
  waiting: string;
  /** On its way, by whoever attacks. */
  held: string;
  handOver: string;
  act: string;
  version: number;
}

beforeAll(async () => {
  database = await testDatabase();
  ctx = database.context;
  people = await hirePeople(ctx);
  const ravi = people.ravi.context;
  const there = await departmentNamed(ctx, 'Communicatie');
  manager = await hirePerson(ctx, {
    name: 'Sanne Vos',
    role: 'community_manager',
    departmentId: people.departmentId,
  });
  near = await plantPerson(ctx, ravi, 'fatima');
  const beside = await plantPerson(ctx, ravi, 'joris');
  const far = await plantPerson(ctx, ravi, 'henk');
  const queue = await makeQueue(ravi, 'Persvragen');
  await giveQueue(database, people.departmentId);
  await sql`update queue set department_id = ${there.id} where key = ${queue}`.execute(ctx.database);
  await moveToQueue(ravi, far.conversation, { queue, reason: 'hoort bij de pers' });
  elsewhere.beside = { ...beside, ...(await plantNumbers(beside)) };
  elsewhere.far = { ...far, ...(await plantNumbers(far)) };
  pages = await testPages(database);
  visitor = await pages.visitor(manager);
});
afterAll(async () => {
  await pages?.close();
  await database?.close();
});

async function plantNumbers({ conversation }: Planted): Promise<Numbers> {
  await handOver(people.ravi.context, conversation, {
    department: 'klantenservice',
    question: 'Wie weet dit?',
  });
  const act = await doTogether(people.ravi.context, [conversation], {
    kind: 'assign',
    employee: people.els.employee.publicId,
  });
  return transact(ctx, 'service', async (ctx) => {
    const id = sql`(select id from conversation where public_id = ${conversation})`;
    await sql`update reply set state = 'undone' where conversation_id = ${id} and state <> 'sent'`.execute(
      ctx.database,
    );
    for (const [nth, author, state] of [
      [8, people.joost.employee.id, 'waiting'],
      [9, manager.employee.id, 'held'],
    ] as const)
      await sql`
        insert into reply (public_id, conversation_id, author_id, author_name, audience, text, state, inbound_seq, nth,
          made_at, not_before, needs)
        values (${`rp_${state}_${conversation}`}, ${id}, ${author}, 'Joost', 'public', 'Dag, dat zoeken we uit.', ${state},
          1, ${nth}, now(), ${state === 'held' ? sql`now() + interval '1 day'` : null},
          ${state === 'held' ? 'none' : 'always'})`.execute(ctx.database);
    const found = await sql<Omit<Numbers, 'act' | 'waiting' | 'held'>>`
      select c.version,
        (select m.public_id from message m join conversation_item i on i.message_id = m.id
          where i.conversation_id = c.id and m.direction = 'in' limit 1) as message,
        (select h.public_id from hand_over h where h.conversation_id = c.id and h.ended_at is null limit 1) as "handOver"
      from conversation c where c.public_id = ${conversation}`.execute(ctx.database);
    const [row] = found.rows;
    if (!row?.handOver || !act) throw new Error('nothing was planted');
    return {
      ...row,
      act: act.publicId,
      waiting: `rp_waiting_${conversation}`,
      held: `rp_held_${conversation}`,
    };
  });
}

type Form = readonly [what: string, page: string, fields: (of: Numbers) => Record<string, string>];
const forms: readonly Form[] = [
  ['judging a message', '', ({ message }) => ({ act: 'judge', message, head: 'intent', label: 'question' })],
  ['taking an answer back', '/desk', ({ held }) => ({ do: 'undo', reply: held })],
  ['asking on', '/work', ({ handOver }) => ({ act: 'ask-on', handOver, question: 'Weten jullie al iets?' })],
  ['withdrawing a question', '/work', ({ handOver }) => ({ act: 'withdraw', handOver })],
  ['taking an act back', '/handling', ({ act }) => ({ act: 'undo', done: act })],
  ['rejecting an answer', '/desk', ({ waiting }) => ({ do: 'reject', reply: waiting, reason: 'te kort' })],
  [
    'approving an answer',
    '/desk',
    ({ waiting, version }) => ({ do: 'approve', reply: waiting, version: String(version) }),
  ],
];

/** A page that is shown again with what was refused leaves its own trace: who saw whom. */
const traces = new Set(
  ['list_use', 'data_use', 'read_mark', 'response_interval'].map((name) => `public.${name}`),
);

async function send(conversation: string, page: string, fields: Record<string, string>) {
  const adminUrl = await adminUrlOf(database.ownerUrl);
  const before = await fingerprint(adminUrl);
  const { status } = await visitor.post(`/conversations/${conversation}${page}`, fields);
  const changed = changedTables(before, await fingerprint(adminUrl));
  return { status, changed: changed.filter((name) => !traces.has(name)) };
}

describe.each(['beside', 'far'] as const)('a number of a conversation %s', (where) => {
  it.each(forms)('is refused from another address: %s', async (_, page, fields) => {
    const { status, changed } = await send(near.conversation, page, fields(elsewhere[where]));
    expect({ status, changed }).toEqual({ status: 404, changed: [] });
  });
});

it.each(forms.filter(([what]) => what !== 'approving an answer'))(
  'at its own address it does what it says: %s',
  async (_, page, fields) => {
    const { beside } = elsewhere;
    const { status, changed } = await send(beside.conversation, page, fields(beside));
    expect(status).toBe(303);
    expect(changed.length).toBeGreaterThan(0);
  },
);
