import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '../test/database.ts';
import { hirePeople, hirePerson, type People } from '../test/people.ts';
import { note } from './conversations/answering.ts';
import { type Live, openLive } from './live.ts';
import { departmentNamed } from './organisation/departments.ts';
import { leave } from './organisation/staff/leaving.ts';
import { silentLog } from './platform/log.ts';
import { streamChanges } from './streaming.ts';
import { say } from './web/inbox/fixtures/saying.ts';

let database: TestDatabase;
let people: People;
let live: Live;

beforeAll(async () => {
  database = await testDatabase();
  people = await hirePeople(database.context);
  live = await openLive(database.context, database.appUrl, silentLog);
});
afterAll(async () => {
  await live?.close();
  await database?.close();
});

/** What somebody hears, as conversations; `ended` once they are shown the door. */
function listen({ context }: { context: People['els']['context'] }) {
  const heard: string[] = [];
  let ended = false;
  live.subscribe(context.actor, {
    tell: ({ changes }) => heard.push(...changes.map((one) => one.conversation)),
    end: () => {
      ended = true;
    },
  });
  return { heard, ended: () => ended };
}

const patience = { timeout: 20_000 };
const says = async (author: string) => (await say(database.context, [{ author, text: 'Hallo?' }]))[0] ?? '';

describe('the live channel', () => {
  it('says to whom something was told that there is news, and to nobody else', async () => {
    const news: string[] = [];
    const { els, joost } = people;
    for (const { context } of [els, joost])
      live.subscribe(context.actor, {
        tell: () => {},
        news: () => news.push(context.actor.kind === 'employee' ? context.actor.name : ''),
        end: () => {},
      });
    await note(els.context, await says('sanne'), '@Joost weet jij dit?');
    await vi.waitFor(() => expect(news).toEqual(['Joost Visser']), patience);
  });

  it('tells of a conversation to whom it is in reach, and to nobody else', async () => {
    const { id: elsewhere } = await departmentNamed(database.context, 'Communicatie');
    const colleague = { name: 'Buur', role: 'colleague', departmentId: elsewhere } as const;
    const [els, neighbour, director] = [
      listen(people.els),
      listen(await hirePerson(database.context, colleague)),
      listen(people.anneke),
    ];
    await database.context.database
      .updateTable('queue')
      .set({ department_id: people.departmentId })
      .execute();
    const conversation = await says('fatima');
    await vi.waitFor(() => expect(els.heard).toContain(conversation), patience);
    expect([neighbour.heard, director.heard]).toEqual([[], []]);
  });

  it('ends for who leaves, who hears nothing of what comes after; others go on', async () => {
    const [els, joost] = [listen(people.els), listen(people.joost)];
    await leave(people.ravi.context, people.els.employee.publicId);
    await vi.waitFor(() => expect(els.ended()).toBe(true), patience);
    const conversation = await says('henk');
    await vi.waitFor(() => expect(joost.heard).toContain(conversation), patience);
    expect(els.heard).toEqual([]);
    expect(joost.ended()).toBe(false);
  });
});

describe('a stream', () => {
  it('ends within a heartbeat when the session did', async () => {
    vi.useFakeTimers();
    try {
      let holds = true;
      const reader = { ctx: people.joost.context, stillIn: async () => holds };
      const answer = streamChanges(live, reader, new Request('http://localhost/live'));
      const body = answer.body?.getReader();
      const next = async () => new TextDecoder().decode((await body?.read())?.value);
      expect(await next()).toContain('retry');
      await vi.advanceTimersByTimeAsync(15_000);
      expect(await next()).toContain('still here');
      holds = false;
      await vi.advanceTimersByTimeAsync(15_000);
      expect((await body?.read())?.done).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
});
