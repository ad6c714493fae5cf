import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doTogether } from '../src/conversations/acting/doing.ts';
import { handOver } from '../src/conversations/handing-over/handing-over.ts';
import { makeMacro } from '../src/conversations/macros/keeping.ts';
import { moveToQueue } from '../src/conversations/routing/moving.ts';
import { promise } from '../src/customers/commerce/promising.ts';
import { followUp } from '../src/customers/keeping/following-up.ts';
import { writeNote } from '../src/customers/keeping/noting.ts';
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
 * A number inside a form that is of something out of reach, or of something else than what the form stands on: the
 * whole request is refused, and nothing at all is written.
 */
let database: TestDatabase;
let ctx: Context;
let pages: TestPages;
let people: People;
let neighbour: Person;
let els: Visitor;
/** Els may handle the first; the second is of another department. */
let near: Planted;
let far: Planted;
/** In reach as well, but somebody else's. */
let beside: Planted;
const of: Record<string, string> = {};

beforeAll(async () => {
  database = await testDatabase();
  ctx = database.context;
  people = await hirePeople(ctx);
  const ravi = people.ravi.context;
  const there = await departmentNamed(ctx, 'Communicatie');
  neighbour = await hirePerson(ctx, { name: 'Yara Smit', role: 'colleague', departmentId: there.id });
  near = await plantPerson(ctx, ravi, 'fatima');
  beside = await plantPerson(ctx, ravi, 'joris');
  far = await plantPerson(ctx, ravi, 'henk');
  const queue = await makeQueue(ravi, 'Persvragen');
  await giveQueue(database, people.departmentId);
  await sql`update queue set department_id = ${there.id} where key = ${queue}`.execute(ctx.database);
  await moveToQueue(ravi, far.conversation, { queue, reason: 'hoort bij de pers' });
  pages = await testPages(database);
  els = await pages.visitor(people.els);
  await plantNumbers(ravi);
});
afterAll(async () => {
  await pages?.close();
  await database?.close();
});

async function plantNumbers(ravi: Context): Promise<void> {
  of.farMessage = await messageOf(far);
  of.besideMessage = await messageOf(beside);
  of.farHandOver =
    (await handOver(ravi, far.conversation, { department: 'communicatie', question: 'Wie?' })) ?? '';
  of.followUp = await followUp(ravi, beside.publicId, { text: 'bellen', dueOn: '2026-12-02' });
  of.promise = await promise(ravi, beside.publicId, {
    what: 'geld terug',
    dueOn: '2026-12-02',
    message: null,
    amountMinor: null,
  });
  of.note = await writeNote(ravi, beside.publicId, 'van een ander');
  of.macro = await makeMacro(neighbour.context, {
    name: 'Van de pers',
    scope: 'own',
    words: { nl: 'Dag pers' },
    actions: {},
  });
  const act = await doTogether(ravi, [far.conversation], {
    kind: 'assign',
    employee: neighbour.employee.publicId,
  });
  of.farAct = act?.publicId ?? '';
  of.identity = await transact(ctx, 'service', async (ctx) => {
    const found = await sql<{ id: string }>`select id from identity where person_id = ${beside.id}`.execute(
      ctx.database,
    );
    return found.rows[0]?.id ?? '';
  });
}

function messageOf({ conversation }: Planted): Promise<string> {
  return transact(ctx, 'service', async (ctx) => {
    const found = await sql<{ id: string }>`
      select m.public_id as id from message m join conversation_item i on i.message_id = m.id
      join conversation c on c.id = i.conversation_id where c.public_id = ${conversation}`.execute(
      ctx.database,
    );
    return found.rows[0]?.id ?? '';
  });
}

type Fields = Readonly<Record<string, string>>;

/** A page that is shown again with what was refused leaves its own trace: who saw whom. */
const traces = new Set(
  ['list_use', 'data_use', 'read_mark', 'response_interval'].map((name) => `public.${name}`),
);

/** Posts as Els, and gives what it changed besides the trace that she was there. */
async function attack(where: string, fields: Fields): Promise<{ status: number; changed: string[] }> {
  const adminUrl = await adminUrlOf(database.ownerUrl);
  const before = await fingerprint(adminUrl);
  const { status } = await els.post(where, fields);
  const changed = changedTables(before, await fingerprint(adminUrl));
  return { status, changed: changed.filter((name) => !traces.has(name)) };
}

describe('a number nested in a form about a conversation', () => {
  const cases: [string, string, () => Fields][] = [
    ['merging into one out of reach', 'handling', () => ({ act: 'merge', into: far.conversation })],
    [
      'splitting off a message out of reach',
      'handling',
      () => ({ act: 'split', [`message.${of.farMessage}`]: '1' }),
    ],
    [
      'splitting off a message of another',
      'handling',
      () => ({ act: 'split', [`message.${of.besideMessage}`]: '1' }),
    ],
    ['a label that is not there', 'handling', () => ({ act: 'label', label: 'lb_nobody' })],
    ['taking back an act out of reach', 'handling', () => ({ act: 'undo', done: of.farAct ?? '' })],
    [
      'moving to a queue that is not there',
      'work',
      () => ({ act: 'move', queue: 'geheim', reason: 'zomaar' }),
    ],
    [
      'forwarding to a department that is not there',
      'work',
      () => ({ act: 'hand-over', department: 'x', question: 'y' }),
    ],
    [
      'asking on what another department has',
      'work',
      () => ({ act: 'ask-on', handOver: of.farHandOver ?? '', question: 'y' }),
    ],
    [
      'withdrawing what was asked elsewhere',
      'work',
      () => ({ act: 'withdraw', handOver: of.farHandOver ?? '' }),
    ],
    ['assigning to nobody', '', () => ({ act: 'assign', to: 'em_nobody' })],
    [
      'judging a message out of reach',
      '',
      () => ({ act: 'judge', message: of.farMessage ?? '', head: 'intent', label: 'question' }),
    ],
    [
      'inserting somebody else’s own text',
      'desk',
      () => ({ do: 'insert', mode: 'public', text: '', macro: of.macro ?? '' }),
    ],
    [
      'calling a message out of reach an example',
      'desk',
      () => ({ do: 'example', message: of.farMessage ?? '' }),
    ],
  ];
  it.each(cases)('is refused: %s', async (_, page, fields) => {
    const where = `/conversations/${near.conversation}${page ? `/${page}` : ''}`;
    const { status, changed } = await attack(where, fields());
    expect({ refused: status >= 400 && status < 500, status, changed }).toMatchObject({
      refused: true,
      changed: [],
    });
  });

  it('among many chosen ones touches only what is in reach', async () => {
    const { changed } = await attack('/inbox/together', { act: 'close', [`row.${far.conversation}`]: '1' });
    expect(changed).toEqual([]);
  });
});

describe('a number nested in a form about a customer', () => {
  const cases: [string, () => Fields][] = [
    ['changing another’s note', () => ({ act: 'note-change', note: of.note ?? '', text: 'anders' })],
    ['removing another’s note', () => ({ act: 'note-remove', note: of.note ?? '' })],
    ['settling another’s follow-up', () => ({ act: 'follow-up-done', followUp: of.followUp ?? '' })],
    [
      'settling another’s promise',
      () => ({ act: 'promise-settle', promise: of.promise ?? '', outcome: 'kept' }),
    ],
    ['dismissing another’s suggestion', () => ({ act: 'dismiss', suggestion: 'ms_joris' })],
    [
      'a follow-up for nobody',
      () => ({ act: 'follow-up', text: 'x', dueOn: '2026-12-02', assignee: 'em_nobody' }),
    ],
    [
      'confirming another’s identity',
      () => ({ act: 'confirm', identity: of.identity ?? '', evidence: 'gebeld met haar' }),
    ],
    [
      'a promise resting on a message to another',
      () => ({ act: 'promise', what: 'x', dueOn: '2026-12-02', message: of.besideMessage ?? '' }),
    ],
    ['marking a message of another', () => ({ act: 'special', message: of.besideMessage ?? '' })],
    ['merging with somebody who is not there', () => ({ act: 'merge', other: 'pe_nobody' })],
  ];
  it.each(cases)('is refused: %s', async (_, fields) => {
    const { status, changed } = await attack(`/customers/${near.publicId}`, fields());
    expect({ refused: status >= 400 && status < 500, status, changed }).toMatchObject({
      refused: true,
      changed: [],
    });
  });
});
