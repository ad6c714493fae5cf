import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople } from '../../../test/people.ts';
import { registerAccount, utterance } from '../../../test/portrait.ts';
import { settled } from '../../../test/settled.ts';
import { hear } from '../../listening/hearing.ts';
import { groupHeard } from '../../listening/noticing/grouping.ts';
import { fewestAlike } from '../../listening/noticing/groups.ts';
import { makeNoticer } from '../../listening/noticing/noticer.ts';
import { type Context, transact } from '../../platform/context.ts';
import { answer } from '../answering.ts';
import { assign } from '../assigning.ts';
import { listInbox } from '../inbox.ts';
import { fold } from './folding.ts';

let polder: TestDatabase;
let context: Context;
let messageIds: string[];

const texts = {
  lower: (n: number) =>
    `@waterkracht verlaag nu uw vaste kosten en luister naar klanten! https://a.example/${n}`,
  gas: (n: number) =>
    `@waterkracht stop met gas winnen onder ons mooie dorp aan de dijk https://b.example/${n}`,
  two: (n: number) => `@waterkracht wanneer wordt het zwembad weer eens warm gestookt door jullie? ${n}`,
  alone: (n: number) => ['mijn factuur klopt niet', 'waar blijft de monteur van vanmiddag'][n] ?? '',
};

/** Two campaigns of six and five, one text of two, two that nobody copied; of the first some were taken up. */
beforeAll(async () => {
  polder = await testDatabase();
  context = { ...polder.context, noticer: makeNoticer() };
  const people = await hirePeople(context);
  const account = await registerAccount(context, '@waterkracht');
  const said = (['lower', 'gas', 'two', 'alone'] as const).flatMap((kind, at) =>
    Array.from({ length: [6, 5, 2, 2][at] ?? 0 }, (_, n) => ({
      kind,
      text: texts[kind](n),
      author: `@${kind}-${n}`,
    })),
  );
  const sentAt = (n: number) => new Date(Date.parse('2026-11-23T10:00:00Z') + n * 60_000);
  await hear(context, {
    account,
    utterances: said.map(({ text, author }, n) =>
      utterance(`said-${n}`, { text, author, authorName: author, sentAt: sentAt(n) }),
    ),
  });
  await settled(context);
  await groupHeard(context);
  const { rows } = await listInbox(people.els.context, { view: 'open', limit: 50 });
  const of = (name: string) => rows.find(({ personName }) => personName === name)?.publicId ?? '';
  await assign(people.els.context, of('@lower-0'), people.els.employee.publicId);
  await answer(people.els.context, of('@lower-1'), { text: 'We kijken het na.' });
  const more = { text: 'En wanneer komt de monteur eigenlijk?', author: '@lower-2', sentAt: sentAt(90) };
  await hear(context, { account, utterances: [utterance('more', more)] });
  await settled(context);
  const found = await within((ctx) =>
    sql<{ id: string }>`select id from message where direction = 'in' order by id`.execute(ctx.database),
  );
  messageIds = found.rows.map(({ id }) => id);
}, 60_000);
afterAll(() => polder.close());
beforeEach(async () =>
  within(async (ctx) => {
    await sql`update conversation_open set fold_id = null`.execute(ctx.database);
    await sql`delete from conversation_fold`.execute(ctx.database);
  }),
);

const within = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => transact(context, 'service', work);

interface Standing {
  conversation: string;
  queue: string;
  at: Date;
  fold: string | null;
  foldGroup: string | null;
  foldQueue: string | null;
  foldAt: Date | null;
  state: string;
  assignee: string | null;
}

interface Said {
  conversation: string;
  group: string | null;
  size: number | null;
}

/** By hand, conversation by conversation: under which fold each belongs, and that it stands there and nowhere else. */
async function isFoldedRight({ database }: Context): Promise<boolean> {
  const { rows: standing } = await sql<Standing>`
    select o.conversation_id as conversation, o.queue_id as queue, o.last_message_at as at, o.fold_id as fold,
      f.group_id as "foldGroup", f.queue_id as "foldQueue", f.last_message_at as "foldAt", o.state,
      o.assignee_id as assignee
    from conversation_open o left join conversation_fold f on f.id = o.fold_id`.execute(database);
  const { rows: said } = await sql<Said>`
    select i.conversation_id as conversation, a.group_id as group, g.size
    from conversation_item i left join alike a on a.message_id = i.message_id left join alike_group g on g.id = a.group_id
    where i.kind = 'in' order by i.sent_at, i.seq`.execute(database);
  const groupOf = ({ conversation, state, assignee }: Standing) => {
    const last = said.findLast((one) => one.conversation === conversation);
    const isFree = state !== 'waiting' && assignee === null;
    return isFree && (last?.size ?? 0) >= fewestAlike ? (last?.group ?? null) : null;
  };
  const newest = (one: Standing) =>
    Math.max(...standing.filter(({ fold: other }) => other === one.fold).map(({ at }) => at.getTime()));
  return standing.every((one) => {
    const group = groupOf(one);
    if (group === null) return one.fold === null;
    return one.foldGroup === group && one.foldQueue === one.queue && one.foldAt?.getTime() === newest(one);
  });
}

type Folding = (ctx: Context, messageIds: readonly string[]) => Promise<void>;

/** Folds as it should, and then something more. */
const and =
  (spoil: (ctx: Context) => Promise<unknown>): Folding =>
  async (ctx, ids) => {
    await fold(ctx, ids);
    await spoil(ctx);
  };
const anyFold = sql`(select min(id) from conversation_fold)`;

const mutants: Record<string, Folding> = {
  'who has an owner is folded as well': and(({ database }) =>
    sql`update conversation_open set fold_id = ${anyFold} where assignee_id is not null`.execute(database),
  ),
  'what waits for the customer is folded as well': and(({ database }) =>
    sql`update conversation_open set fold_id = ${anyFold} where state = 'waiting'`.execute(database),
  ),
  'another question after it does not count': and(({ database }) =>
    sql`update conversation_open set fold_id = ${anyFold} where fold_id is null and assignee_id is null
      and state <> 'waiting' and conversation_id in (
        select i.conversation_id from conversation_item i join alike a on a.message_id = i.message_id
        join alike_group g on g.id = a.group_id and g.size >= ${fewestAlike} where i.kind = 'in')`.execute(
      database,
    ),
  ),
  'two make a group': and(async ({ database }) => {
    await sql`
      insert into conversation_fold (queue_id, group_id, last_message_at)
      select o.queue_id, a.group_id, max(o.last_message_at) from alike a join alike_group g on g.id = a.group_id
      join conversation_item i on i.message_id = a.message_id join conversation_open o using (conversation_id)
      where g.size = 2 group by 1, 2`.execute(database);
    await sql`
      update conversation_open o set fold_id = f.id from conversation_fold f, alike a, conversation_item i
      where a.group_id = f.group_id and i.message_id = a.message_id and o.conversation_id = i.conversation_id
        and o.fold_id is null and o.assignee_id is null and o.state <> 'waiting'`.execute(database);
  }),
  'two campaigns become one': and(({ database }) =>
    sql`update conversation_open set fold_id = ${anyFold} where fold_id is not null`.execute(database),
  ),
  'the oldest stands in front': and(({ database }) =>
    sql`update conversation_fold f set last_message_at = (
      select min(o.last_message_at) from conversation_open o where o.fold_id = f.id)`.execute(database),
  ),
  'only the first of a batch is looked at': (ctx, ids) => fold(ctx, ids.slice(0, 3)),
  'nothing is done': async () => undefined,
};

describe('what is folded', () => {
  test('is just what nobody has taken up, group by group, also when it is done twice or bit by bit', () =>
    within(async (ctx) => {
      await fold(ctx, messageIds);
      expect(await isFoldedRight(ctx)).toBe(true);
      const kept = await sql`select from conversation_open where fold_id is not null`.execute(ctx.database);
      expect(kept.rows.length).toBe(8);
      await fold(ctx, messageIds);
      expect(await isFoldedRight(ctx)).toBe(true);
      await sql`update conversation_open set fold_id = null`.execute(ctx.database);
      for (const id of messageIds) await fold(ctx, [id]);
      expect(await isFoldedRight(ctx)).toBe(true);
    }));

  test.each(Object.entries(mutants))('is wrong, and would be seen, when %s', (_, mutant) =>
    within(async (ctx) => {
      await mutant(ctx, messageIds);
      expect(await isFoldedRight(ctx)).toBe(false);
    }),
  );
});
