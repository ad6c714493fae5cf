import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { type Context, transact } from '../../platform/context.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { approve, reject } from '../approving/approving.ts';
import { setRule } from '../approving/ruling.ts';
import { type Talk, talk } from '../fixtures/talk.ts';
import { timePasses } from '../fixtures/time-passing.ts';
import { releaseDue } from './releasing.ts';
import { send } from './sending.ts';
import { undo } from './undoing.ts';

let polder: TestDatabase;
let people: People;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  // Whatever Joost writes, a second person looks at it.
  await setRule(people.ravi.context, { kind: 'person', of: people.joost.employee.publicId, how: 'always' });
});
afterAll(() => polder?.close());

/** What is tried: the real acts, or one of them broken. */
interface Acts {
  send: typeof send;
  undo: typeof undo;
  release: typeof releaseDue;
  approve: typeof approve;
}
const real: Acts = { send, undo, release: releaseDue, approve };

type Who = 'els' | 'joost';
type Step =
  | { do: 'look' | 'send' | 'undo'; who: Who }
  | { do: 'customer' | 'pass' | 'release' | 'approve' | 'reject' }
  | { do: 'crash'; place: string };

const places = ['reply.taken', 'reply.written', 'reply.placed', 'reply.queued', 'reply.told'];
const who = fc.constantFrom<Who>('els', 'joost');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('look', 'send', 'send', 'undo'), who }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom('customer', 'pass', 'release', 'approve', 'reject') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash'), place: fc.constantFrom(...places) }) },
) as fc.Arbitrary<Step>;

/** Often enough somebody looks before they write, and an answer is approved before the customer goes on. */
const course: fc.Arbitrary<Step[]> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: step.map((one) => [one]) },
      {
        weight: 2,
        arbitrary: who.map((one): Step[] => [
          { do: 'look', who: one },
          { do: 'send', who: one },
        ]),
      },
      {
        weight: 2,
        arbitrary: fc.constant<Step[]>([
          { do: 'look', who: 'joost' },
          { do: 'send', who: 'joost' },
          { do: 'approve' },
        ]),
      },
      { weight: 1, arbitrary: fc.constant<Step[]>([{ do: 'pass' }, { do: 'release' }]) },
    ),
    { minLength: 4, maxLength: 10, size: 'max' },
  )
  .map((groups) => groups.flat());

interface Row {
  publicId: string;
  conversation: string;
  author: string;
  text: string;
  state: string;
  inbound: number;
  nth: number;
  needs: string;
  approvedBy: string | null;
  approvedInbound: number | null;
  said: string | null;
  outbound: number;
  draft: string | null;
}

const inside = <T>(act: (ctx: Context) => Promise<T>) => transact(polder.context, 'service', act);

const rowsOf = (id: string) =>
  inside(async ({ database }) => {
    const found = await sql<Row>`
      select r.public_id as "publicId", r.conversation_id as conversation, r.author_id as author, r.text, r.state,
        r.inbound_seq as inbound, r.nth, r.needs, r.approved_by as "approvedBy", r.approved_inbound as "approvedInbound",
        m.text as said, (select count(*)::int from outbound o where o.message_id = r.message_id) as outbound,
        (select text from draft d where d.conversation_id = r.conversation_id and d.employee_id = r.author_id
          and d.mode = r.audience) as draft
      from reply r left join message m on m.id = r.message_id where r.conversation_id = ${id} order by r.id`.execute(
      database,
    );
    return found.rows;
  });

const nowOf = (id: string) =>
  inside(async ({ database }) => {
    const found = await sql<{ version: number; inbound: number; replies: number }>`
      select version, inbound_seq as inbound, (select count(*)::int from conversation_item i
        where i.conversation_id = c.id and i.kind = 'reply') as replies
      from conversation c where id = ${id}`.execute(database);
    return found.rows[0] ?? { version: 0, inbound: 0, replies: 0 };
  });

/** Plays a course with `acts` and checks after every step what must never be. */
async function play(acts: Acts, steps: readonly Step[]): Promise<void> {
  const asked: Talk = await talk(polder.context, 'Waarom is mijn rekening zo hoog?');
  const id = asked.conversationId;
  const seen: Record<Who, number> = { els: 0, joost: 0 };
  const handed = new Set<string>();
  const undone = new Set<string>();
  // Approved by somebody who did not see what the customer wrote since.
  const stale = new Set<string>();
  const ended = new Set<string>();
  let passed = true;
  let written = 0;
  const attempt = async <T>(act: () => Promise<T>) => {
    try {
      return await act();
    } catch (error) {
      if (isRefusal(error) || String(error).includes('died')) return undefined;
      throw error;
    }
  };
  const does: Record<Step['do'], (step: Step) => Promise<void>> = {
    look: async (one) => {
      if ('who' in one) seen[one.who] = (await nowOf(id)).version;
    },
    send: async (one) => {
      if (!('who' in one)) return;
      const before = await nowOf(id);
      written += 1;
      const text = `Antwoord nummer ${written}.`;
      const done = await attempt(() =>
        acts.send(people[one.who].context, asked.id, { text, version: seen[one.who] }),
      );
      if (!done) return;
      // Nobody hands in an answer to what they have not seen.
      expect(seen[one.who]).toBe(before.version);
      handed.add(done.replyId);
      passed = false;
    },
    undo: async (one) => {
      if (!('who' in one)) return;
      const mine = (await rowsOf(id)).filter(({ author }) => author === people[one.who].employee.id);
      const last = mine.at(-1);
      if (last && (await attempt(() => acts.undo(people[one.who].context, last.publicId))))
        undone.add(last.publicId);
    },
    customer: async () => {
      for (const row of await rowsOf(id))
        if (row.state === 'held' && row.approvedBy !== null) stale.add(row.publicId);
      polder.turn.forward({ seconds: 61 });
      await talk(polder.context, `En nog iets ${written}.`, { author: asked.author, thread: asked.thread });
    },
    pass: async () => {
      await timePasses(polder.context);
      passed = true;
    },
    release: async () => {
      const before = await nowOf(id);
      await attempt(() => acts.release(polder.context));
      // Before its time nothing leaves.
      if (!passed) expect((await nowOf(id)).replies).toBe(before.replies);
    },
    crash: async (one) => {
      const place = 'place' in one ? one.place : '';
      const dies = async (here: string) => {
        if (here === place) throw new Error('died');
      };
      await attempt(() => acts.release({ ...polder.context, dies }));
    },
    approve: async () => {
      const waiting = (await rowsOf(id)).find(({ state }) => state === 'waiting');
      const { version } = await nowOf(id);
      if (!waiting) return;
      await attempt(() => acts.approve(people.ravi.context, waiting.publicId, { version }));
      passed = false;
    },
    reject: async () => {
      const waiting = (await rowsOf(id)).find(({ state }) => state === 'waiting');
      if (waiting) await attempt(() => reject(people.ravi.context, waiting.publicId, 'Nog niet.'));
    },
  };
  for (const one of steps) {
    await does[one.do](one);
    await check(id, { handed, undone, stale, ended });
  }
  await timePasses(polder.context);
  await attempt(() => acts.release(polder.context));
  await check(id, { handed, undone, stale, ended });
  // Nothing hangs but what waits for somebody.
  expect((await rowsOf(id)).filter(({ state }) => state === 'held')).toEqual([]);
}

interface Known {
  handed: ReadonlySet<string>;
  undone: ReadonlySet<string>;
  stale: ReadonlySet<string>;
  /** Seen before as one that came to nothing. */
  ended: Set<string>;
}

async function check(id: string, { handed, undone, stale, ended }: Known): Promise<void> {
  const rows = await rowsOf(id);
  const { replies } = await nowOf(id);
  const live = rows.filter(({ state }) => ['waiting', 'held', 'sent'].includes(state));
  const sent = rows.filter(({ state }) => state === 'sent');
  expect(new Set(live.map(({ inbound, nth }) => `${inbound}:${nth}`)).size).toBe(live.length);
  expect(replies).toBe(sent.length);
  expect(new Set(rows.map(({ publicId }) => publicId))).toEqual(handed);
  for (const row of rows) {
    expect(row.said).toBe(row.state === 'sent' ? row.text : null);
    expect(row.outbound).toBe(row.state === 'sent' ? 1 : 0);
    if (undone.has(row.publicId)) expect(row.state).toBe('undone');
    if (stale.has(row.publicId)) expect(row.state).not.toBe('sent');
    // What did not leave is with its writer at once; what they do with it is theirs.
    if (['undone', 'rejected', 'stale', 'refused'].includes(row.state) && !ended.has(row.publicId)) {
      ended.add(row.publicId);
      expect(row.draft ?? '').toContain(row.text);
    }
    if (row.author === people.joost.employee.id && ['held', 'sent'].includes(row.state)) {
      expect(row.approvedBy).toBe(people.ravi.employee.id);
      expect(row.approvedInbound).toBeGreaterThanOrEqual(row.inbound);
    }
  }
}

const law = (acts: Acts, runs: number) =>
  fc.assert(
    fc.asyncProperty(course, (steps) => play(acts, steps)),
    { numRuns: runs, endOnFailure: true },
  );

const broken: Record<string, Acts> = {
  'gives the text back and lets the answer go all the same': {
    ...real,
    undo: async (ctx, id) => {
      await inside(({ database }) => sql`select from reply where public_id = ${id}`.execute(database));
      return (await stateOf(id)) === 'held' && ctx ? 'undone' : Promise.reject(new Error('died'));
    },
  },
  'asks nobody whether something came in': {
    ...real,
    send: (ctx, id, { version: _, ...answer }) => send(ctx, id, { ...answer, followUp: true }),
  },
  'does not wait': {
    ...real,
    release: async (ctx) => {
      await timePasses(ctx);
      return releaseDue(ctx);
    },
  },
  'marks first and writes later': {
    ...real,
    release: async (ctx) => {
      await inside(({ database }) =>
        sql`update reply set state = 'refused', ended_at = now() where state = 'held' and not_before <= clock_timestamp()`.execute(
          database,
        ),
      );
      return releaseDue(ctx);
    },
  },
  'lets the approved go whatever the customer wrote since': {
    ...real,
    release: async (ctx) => {
      await inside(({ database }) =>
        sql`update reply r set approved_inbound = c.inbound_seq, inbound_seq = c.inbound_seq from conversation c
          where c.id = r.conversation_id and r.state = 'held' and r.approved_by is not null`.execute(
          database,
        ),
      );
      return releaseDue(ctx);
    },
  },
};

async function stateOf(id: string): Promise<string | undefined> {
  const found = await inside(({ database }) =>
    sql<{ state: string }>`select state from reply where public_id = ${id}`.execute(database),
  );
  return found.rows[0]?.state;
}

describe('whatever colleagues, customer, clock and crashes do', () => {
  test('an answer is never lost, never there twice, never unapproved, never sent once taken back', async () => {
    await law(real, 30);
  }, 240_000);

  test.each(Object.keys(broken))(
    'and one that %s is found out',
    async (name) => {
      await expect(law(broken[name] ?? real, 300)).rejects.toThrow();
    },
    240_000,
  );
});
