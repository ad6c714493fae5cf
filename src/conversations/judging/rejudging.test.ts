import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Classroom, classroom } from '../../listening/fixtures/classroom.ts';
import { correct } from '../../listening/learning/correcting.ts';
import { transact } from '../../platform/context.ts';
import { answer } from '../answering.ts';

let room: Classroom;
beforeAll(async () => {
  room = await classroom();
});
afterAll(() => room?.close());

interface Stands {
  waits: boolean;
  clock: string | null;
  closedBy: string | null;
}

/** What stands of the waiting of a message, and whether the list says that its customer waits. */
async function waitingOf(publicId: string): Promise<Stands | undefined> {
  const found = await transact(room.context, 'service', (ctx) =>
    sql<Stands>`
      select o.waiting_since is not null as waits, w.clock, w.closed_by as "closedBy"
      from message m join conversation_item i on i.message_id = m.id
      join conversation_open o using (conversation_id)
      left join response_interval w on w.message_id = m.id
      where m.public_id = ${publicId}`.execute(ctx.database),
  );
  return found.rows[0];
}

const judge = (id: string, label: '0' | '1') =>
  correct(room.people.els.context, id, { head: 'answerable', labels: [label] });

describe('a colleague who says whether a message needs an answer', () => {
  test('ends the waiting for one that needs none, and begins it again when that was wrong', async () => {
    const id = await room.say('@waterkracht waar blijft mijn factuur van deze maand?');
    expect(await waitingOf(id)).toEqual({ waits: true, clock: 'first', closedBy: null });
    await judge(id, '0');
    expect(await waitingOf(id)).toEqual({ waits: false, clock: 'first', closedBy: 'closure' });
    await judge(id, '1');
    expect(await waitingOf(id)).toEqual({ waits: true, clock: 'first', closedBy: null });
  });

  test('begins the waiting for one that the rules let be, from when it was said', async () => {
    const id = await room.say('@waterkracht mooi weer vandaag op de dijk');
    expect(await waitingOf(id)).toEqual({ waits: false, clock: null, closedBy: null });
    await judge(id, '1');
    expect(await waitingOf(id)).toEqual({ waits: true, clock: 'first', closedBy: null });
    const since = await transact(room.context, 'service', (ctx) =>
      sql<{
        at: Date;
      }>`select w.opened_at as at from response_interval w join message m on m.id = w.message_id
        where m.public_id = ${id}`.execute(ctx.database),
    );
    expect(since.rows).toEqual([{ at: new Date('2026-11-23T10:00:00Z') }]);
  });

  test('changes nothing that was measured: what one of us answered stays answered', async () => {
    const id = await room.say('@waterkracht hoe geef ik mijn meterstand door?', '@fatima');
    const conversation = await transact(room.context, 'service', (ctx) =>
      sql<{
        id: string;
      }>`select c.public_id as id from conversation c join conversation_item i on i.conversation_id = c.id
        join message m on m.id = i.message_id where m.public_id = ${id}`.execute(ctx.database),
    );
    await answer(room.people.els.context, conversation.rows[0]?.id ?? '', { text: 'Dat kan in de app.' });
    for (const label of ['0', '1'] as const) {
      await judge(id, label);
      expect(await waitingOf(id)).toMatchObject({ waits: false, closedBy: 'person' });
    }
  });
});
