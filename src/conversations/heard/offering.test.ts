import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople } from '../../../test/people.ts';
import { type Context, transact } from '../../platform/context.ts';
import { decide } from '../../privacy/deciding.ts';
import { draftsOf, saveDraft } from '../composing/draft.ts';
import { type Talk, talk } from '../fixtures/talk.ts';
import { changesFor, nameAsSource, offerToTell } from './offering.ts';
import { tellHeard } from './telling.ts';

let database: TestDatabase;
let els: Context;
let talks: Talk[];

beforeAll(async () => {
  database = await testDatabase();
  els = (await hirePeople(database.context)).els.context;
  talks = [];
  for (const n of [1, 2, 3, 4]) talks.push(await talk(database.context, `De rekening is onleesbaar ${n}`));
  // They say nearly the same.
  await transact(database.context, 'listen', ({ database: db }) =>
    sql`with made as (insert into alike_group (public_id, first_at, last_at, size) values ('al_1', now(), now(), 4) returning id)
      insert into alike (message_id, received_at, sent_at, person_id, group_id, signature)
      select m.id, m.received_at, m.sent_at, m.person_id, made.id, 'x' from message m, made
      on conflict (message_id) do update set group_id = excluded.group_id`.execute(db),
  );
});
afterAll(() => database?.close());

describe('what was changed', () => {
  test('is offered to those who would have asked, as a text that a colleague sends or not', async () => {
    const [one, two, three, four] = talks as [Talk, Talk, Talk, Talk];
    const words = { nl: { said: 'De rekening is niet te lezen.', did: 'Hij past nu op één bladzijde.' } };
    const change = await tellHeard(els, { words, doneOn: '2026-11-20', conversations: [] });
    expect(await changesFor(els, one.conversationId)).toMatchObject([{ isSource: false, others: 3 }]);
    await nameAsSource(els, one.id, change);
    // Who restricted their data is not there; what Els already wrote is not overwritten.
    await transact(database.context, 'service', (ctx) =>
      decide(ctx, two.personId, { purpose: 'service', act: 'restrict', strength: 0 }),
    );
    await saveDraft(els, three.id, { mode: 'private', text: 'Ik was al bezig.' });
    expect(await changesFor(els, one.conversationId)).toMatchObject([{ isSource: true, others: 2 }]);
    expect(await offerToTell(els, one.id, change)).toBe(1);
    const { drafts } = await draftsOf(els, four.conversationId);
    expect(drafts[0]?.text).toContain('Hij past nu op één bladzijde.');
    expect(drafts[0]?.text).toContain('Dag Fatima');
    expect((await draftsOf(els, three.conversationId)).drafts[0]?.text).toBe('Ik was al bezig.');
    expect(await four.messages()).toHaveLength(1);
    expect(await offerToTell(els, one.id, change)).toBe(0);
  });
});
