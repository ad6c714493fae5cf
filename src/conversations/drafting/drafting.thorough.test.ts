import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { turnedClock } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { makeLanguageModel } from '../../platform/language-model/asking.ts';
import { type MockModel, mockModel } from '../../platform/language-model/fixtures/mock-model.ts';
import type { ModelPlace } from '../../platform/language-model/settings.ts';
import { decide } from '../../privacy/deciding.ts';
import { answer, note } from '../answering.ts';
import { type Talk, talk } from '../fixtures/talk.ts';
import { draftingOf, forgetDrafts } from './draft.ts';
import { prepareDraft } from './drafting.ts';

let database: TestDatabase;
let people: People;
let mock: MockModel;
let said: Talk;

beforeAll(async () => {
  database = await testDatabase();
  people = await hirePeople(database.context);
  mock = await mockModel();
});
afterAll(async () => {
  await mock.close();
  await database.close();
});
beforeEach(async () => {
  mock.asked.length = 0;
  mock.says(JSON.stringify({ text: 'Dag [NAME_2], wij kijken ernaar en komen bij u terug.' }));
  said = await talk(database.context, 'Mijn naam is Fatima. De monteur kwam niet voor order WK-2025118.');
});

const clock = turnedClock('2026-11-24T10:00:00Z');
const patience = 20_000;
const withModel = (ctx: Context, place: ModelPlace = 'local', limits = {}, timeout = patience): Context => ({
  ...ctx,
  languageModel: makeLanguageModel({ ...mock.settings, place, ...limits }, { clock, timeout }),
});
const els = (place: ModelPlace = 'local') => withModel(people.els.context, place);
const drafting = (ctx = els()) => draftingOf(ctx, said.conversationId);

interface Row {
  activity: string;
  basis: string;
  effect: string;
}
const ledger = () =>
  transact(database.context, 'service', async ({ database }) => {
    const rows = await sql<Row>`select activity, basis, effect from data_use
      where person_id = ${said.personId} and purpose = 'ai_assist' order by id`.execute(database);
    return rows.rows;
  });
const say = (act: 'give' | 'object' | 'withdraw', strength = 3) =>
  transact(database.context, 'service', (ctx) =>
    decide(ctx, said.personId, { purpose: 'ai_assist', act, strength }),
  );

describe('an answer is prepared', () => {
  it('as a draft of the colleague who asked, with the customer’s own name back, and nothing is sent', async () => {
    const before = await said.messages();
    expect(await prepareDraft(els(), said.id)).toBe('answered');
    expect((await drafting())?.draft).toMatchObject({
      text: 'Dag Fatima, wij kijken ernaar en komen bij u terug.',
      outcome: 'answered',
      model: 'mock-1',
      place: 'local',
      promptVersion: 1,
      marks: { promises: [], gaps: 0, suspicions: [] },
    });
    expect(await said.messages()).toEqual(before);
    expect((await draftingOf(withModel(people.joost.context), said.conversationId))?.draft).toBeNull();
  });

  it('of this case alone: no note, no other person, no other conversation, no number or name', async () => {
    await note(people.joost.context, said.id, 'NOTITIEKANARIE: klant is lastig.');
    await talk(database.context, 'ANDERKANARIE, ik ben Henk.', { author: 'henk', thread: said.thread });
    await talk(database.context, 'ELDERSKANARIE', { author: said.author, thread: 'elders' });
    await prepareDraft(els(), said.id);
    const wire = mock.wire();
    expect(wire).toContain('De monteur kwam niet');
    for (const secret of [
      'NOTITIEKANARIE',
      'ANDERKANARIE',
      'ELDERSKANARIE',
      'Fatima',
      'WK-2025118',
      said.author,
    ])
      expect(wire).not.toContain(secret);
  });

  it('with the name by which we know the customer, though the model sees none; in public only what they wrote', async () => {
    mock.says(JSON.stringify({ text: 'Dag [NAME_1], wij kijken ernaar.' }));
    const drafted = async (audience: 'public' | 'private') => {
      const nameless = await talk(database.context, 'De rode eend zwemt in de soep.', { audience });
      await prepareDraft(els(), nameless.id);
      return (await draftingOf(els(), nameless.conversationId))?.draft?.text;
    };
    expect(await drafted('private')).toBe('Dag Fatima El Amrani, wij kijken ernaar.');
    expect(await drafted('public')).toBe('Dag […], wij kijken ernaar.');
    expect(mock.wire()).not.toMatch(/Fatima|Amrani/);
  });

  it('and is gone when somebody answered, when a day has passed, and never comes back', async () => {
    await prepareDraft(els(), said.id);
    await note(people.els.context, said.id, 'Een notitie maakt niets oud.');
    expect((await drafting())?.draft).not.toBeNull();
    await answer(people.joost.context, said.id, { text: 'Joost was eerder.' });
    expect((await drafting())?.draft).toBeNull();
    await forgetDrafts(database.context);
    const left = await transact(database.context, 'service', ({ database }) =>
      sql<{
        n: number;
      }>`select count(*)::int as n from reply_draft where conversation_id = ${said.conversationId}`.execute(
        database,
      ),
    );
    expect(left.rows[0]?.n).toBe(0);
  });

  it('in public without what only the customer should read', async () => {
    const open = await talk(database.context, 'Ik ben Fatima, mail fatima@amrani.example, order WK-2025118', {
      audience: 'public',
    });
    mock.says(JSON.stringify({ text: 'Dag [NAME_1], over [NUMBER_1] mailen we naar [EMAIL_1].' }));
    await prepareDraft(els(), open.id);
    const found = await draftingOf(els(), open.conversationId);
    expect(found?.draft?.text).toBe('Dag Fatima, over […] mailen we naar […].');
    expect(found?.draft?.marks.gaps).toBe(2);
  });

  it('only by whoever may answer, and only where there is a model', async () => {
    await expect(prepareDraft(withModel(people.anneke.context), said.id)).rejects.toThrow(
      /not-found\.conversation/,
    );
    await expect(prepareDraft(people.els.context, said.id)).rejects.toThrow(/not-found\.language-model/);
    database.statements();
    expect(await draftingOf(people.els.context, said.conversationId)).toBeNull();
    expect(database.statements()).toEqual([]);
    expect(mock.asked).toEqual([]);
  });

  it('shown in one statement', async () => {
    await prepareDraft(els(), said.id);
    database.statements();
    await drafting();
    expect(database.statements().length).toBe(1);
  });
});

describe('what the customer allows', () => {
  it('is on the ledger before the question leaves', async () => {
    await prepareDraft(els(), said.id);
    expect(await ledger()).toEqual([
      { activity: 'draft.prepared', basis: 'legitimate_interest', effect: 'recorded' },
    ]);
  });

  it('an objection holds at once: nothing is asked, what was made is not shown, and a colleague sees why', async () => {
    await prepareDraft(els(), said.id);
    await say('object', 0);
    mock.asked.length = 0;
    expect(await drafting()).toMatchObject({ allowed: false, draft: null });
    expect(await prepareDraft(els(), said.id)).toBe('not-allowed');
    expect(mock.asked).toEqual([]);
    expect((await ledger()).length).toBe(1);
  });

  it('an objection while the model thinks throws its answer away', async () => {
    mock.does((response) => {
      say('object', 0).then(() => {
        response.setHeader('content-type', 'application/json');
        response.end(
          JSON.stringify({ choices: [{ message: { role: 'assistant', content: '{"text":"Dag"}' } }] }),
        );
      });
    });
    const patient = {
      ...people.els.context,
      languageModel: makeLanguageModel(mock.settings, { clock, timeout: patience }),
    };
    expect(await prepareDraft(patient, said.id)).toBe('withdrawn');
    const kept = await transact(database.context, 'service', ({ database }) =>
      sql<{
        text: string | null;
      }>`select text from reply_draft where conversation_id = ${said.conversationId}`.execute(database),
    );
    expect(kept.rows).toEqual([{ text: null }]);
  });

  it('outside the house silence is no yes, and neither is a yes without proof; a proved yes is', async () => {
    expect(await drafting(els('outside'))).toMatchObject({ allowed: false });
    expect(await prepareDraft(els('outside'), said.id)).toBe('not-allowed');
    await say('give', 0);
    expect(await prepareDraft(els('outside'), said.id)).toBe('not-allowed');
    expect(mock.asked).toEqual([]);
    await say('give');
    expect(await prepareDraft(els('outside'), said.id)).toBe('answered');
    expect(await ledger()).toEqual([
      { activity: 'draft.prepared-outside', basis: 'consent', effect: 'sent' },
    ]);
    await say('withdraw');
    expect(await prepareDraft(els('outside'), said.id)).toBe('not-allowed');
    expect(mock.asked.length).toBe(1);
  });

  it('what is about health stays in the house, also with a yes', async () => {
    said = await talk(database.context, 'Ik heb kanker en lig in het ziekenhuis, kan de termijn later?');
    await say('give');
    expect(await prepareDraft(els('outside'), said.id)).toBe('special');
    expect(mock.asked).toEqual([]);
    expect(await ledger()).toEqual([]);
    expect(await prepareDraft(els(), said.id)).toBe('answered');
  });
});

describe('what goes wrong', () => {
  const faults: [string, (mock: MockModel) => void, string][] = [
    ['a model that is slow', (m) => m.does(() => {}), 'timed-out'],
    ['a model that is busy', (m) => m.does((r) => r.writeHead(429).end()), 'too-many'],
    ['a model that fails', (m) => m.does((r) => r.writeHead(500).end('{"error":{"message":"x"}}')), 'failed'],
    [
      'a web page',
      (m) => m.does((r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<p>')),
      'malformed',
    ],
    ['no JSON', (m) => m.says('Zeker, hier is het antwoord!'), 'malformed'],
    ['nothing but a space', (m) => m.says('{"text":" "}'), 'unfit'],
  ];
  it.each(faults)(
    '%s leaves the composer as it was, and the colleague sees why',
    async (_, arrange, outcome) => {
      arrange(mock);
      expect(await prepareDraft(els(), said.id)).toBe(outcome);
      expect((await drafting())?.draft).toMatchObject({ text: null, outcome });
    },
  );

  it('a budget that is spent asks nothing more, this minute or this day', async () => {
    for (const limits of [{ perMinute: 0 }, { perDay: 0 }]) {
      mock.asked.length = 0;
      expect(await prepareDraft(withModel(people.els.context, 'local', limits), said.id)).toBe('over-budget');
      expect(mock.asked).toEqual([]);
    }
  });

  it('a thousand presses in a minute ask as often as the minute allows', async () => {
    const spent = await transact(database.context, 'service', ({ database }) =>
      sql<{ n: number }>`select count(*)::int as n from assistance
        where outcome not in ('over-budget', 'not-allowed', 'special')`.execute(database),
    );
    const few = withModel(people.els.context, 'local', { perMinute: (spent.rows[0]?.n ?? 0) + 3 });
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => prepareDraft(few, said.id)));
    expect(outcomes.filter((outcome) => outcome === 'answered').length).toBe(3);
    expect(mock.asked.length).toBe(3);
  });
});

afterEach(() => database.statements());
