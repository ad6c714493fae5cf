import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { type Talk, talk } from '../../conversations/fixtures/talk.ts';
import { turnedClock } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { makeLanguageModel } from '../../platform/language-model/asking.ts';
import { type MockModel, mockModel } from '../../platform/language-model/fixtures/mock-model.ts';
import type { LanguageModelSettings } from '../../platform/language-model/settings.ts';
import type { Transformer } from '../../platform/transformer/transformer.ts';
import { decide } from '../../privacy/deciding.ts';
import { correct } from '../learning/correcting.ts';
import { suggestDue } from './suggesting.ts';
import { suggestionsOn } from './suggestions.ts';

let database: TestDatabase;
let people: People;
let mock: MockModel;
beforeAll(async () => {
  mock = await mockModel();
});
afterAll(() => mock.close());
beforeEach(async () => {
  await database?.close();
  database = await testDatabase();
  people = await hirePeople(database.context);
  mock.asked.length = 0;
  mock.says('{"intent":"complaint"}');
});
afterAll(() => database.close());

const clock = turnedClock('2026-11-24T10:00:00Z');
const model = (settings: Partial<LanguageModelSettings> = {}) =>
  makeLanguageModel({ ...mock.settings, ...settings }, { clock, timeout: 20_000 });
const assisted = (settings: Partial<LanguageModelSettings> = {}): Context => ({
  ...database.context,
  languageModel: model(settings),
});
/** Says nothing that a rule of ours has a word for. */
const odd = 'De rode eend zwemt in de soep bij Fatima.';
const suggestions = ({ messageId }: Talk, ctx = assisted()) => suggestionsOn(ctx, [messageId]);
const stands = async ({ messageId }: Talk) => {
  const found = await transact(database.context, 'service', ({ database }) =>
    sql`select sentiment, intent, urgency, answerable from message where public_id = ${messageId}`.execute(
      database,
    ),
  );
  return found.rows[0];
};

describe('a message of which nothing is sure', () => {
  it('gets a suggestion that changes nothing, with the model and how it was asked', async () => {
    const said = await talk(database.context, odd);
    const before = await stands(said);
    await suggestDue(assisted());
    expect(await suggestions(said)).toEqual([
      {
        messageId: said.messageId,
        head: 'intent',
        by: 'assistant',
        labels: ['complaint'],
        confidence: null,
        model: 'mock-1',
      },
    ]);
    expect(await stands(said)).toEqual(before);
    const kept = await transact(database.context, 'service', ({ database }) =>
      sql`select automatic, model_name, prompt_version from label where by = 'assistant'`.execute(database),
    );
    expect(kept.rows).toEqual([{ automatic: false, model_name: 'mock-1', prompt_version: 1 }]);
    expect(mock.wire()).not.toContain('Fatima');
  });

  it('is asked about once, and no more when a colleague said what it is', async () => {
    const said = await talk(database.context, odd);
    await suggestDue(assisted());
    await suggestDue(assisted());
    expect(mock.asked.length).toBe(1);
    await correct(people.els.context, said.messageId, { head: 'intent', labels: ['idea'] });
    expect(await suggestions(said)).toEqual([]);
    const other = await talk(database.context, `${odd} Nog een.`);
    await correct(people.els.context, other.messageId, { head: 'intent', labels: ['idea'] });
    await suggestDue(assisted());
    expect(mock.asked.length).toBe(1);
  });

  it('where a rule found a word is not asked about at all', async () => {
    await talk(
      database.context,
      'Ik heb een klacht: dit is echt belachelijk slecht, wanneer komt de monteur?',
    );
    await suggestDue(assisted());
    expect(mock.asked).toEqual([]);
  });

  it('gets no class that does not exist, and none when the model is not sure', async () => {
    for (const answer of [
      '{"intent":"order list of customer 12"}',
      '{"intent":"unsure"}',
      '{"intent":"complaint","send":1}',
    ]) {
      mock.says(answer);
      const said = await talk(database.context, `${odd} ${answer.length}`);
      await suggestDue(assisted());
      expect(await suggestions(said)).toEqual([]);
    }
  });
});

describe('what the customer allows', () => {
  const say = (personId: string, act: 'give' | 'object') =>
    transact(database.context, 'service', (ctx) =>
      decide(ctx, personId, { purpose: 'ai_assist', act, strength: 3 }),
    );

  it('decides: after an objection nothing is asked and nothing is shown', async () => {
    const said = await talk(database.context, odd);
    await suggestDue(assisted());
    await say(said.personId, 'object');
    expect(await suggestions(said)).toEqual([]);
    const later = await talk(database.context, 'De rode eend zwemt in de soep.', { author: said.author });
    mock.asked.length = 0;
    await suggestDue(assisted());
    expect(mock.asked).toEqual([]);
    expect(await suggestions(later)).toEqual([]);
  });

  it('outside the house only who said yes, and it stands on their ledger', async () => {
    await talk(database.context, odd);
    const yes = await talk(database.context, 'De groene kikker zwemt in de soep.');
    await say(yes.personId, 'give');
    await suggestDue(assisted({ place: 'outside' }));
    expect(mock.asked.length).toBe(1);
    expect(mock.wire()).toContain('groene kikker');
    const ledger = await transact(database.context, 'service', ({ database }) =>
      sql`select person_id, activity, basis from data_use where purpose = 'ai_assist'`.execute(database),
    );
    expect(ledger.rows).toEqual([
      { person_id: yes.personId, activity: 'label.suggested-outside', basis: 'consent' },
    ]);
  });
});

describe('a bounded job', () => {
  it('asks no more than minute and day allow, and leaves a quarter of the day for drafts', async () => {
    for (let i = 0; i < 8; i += 1) await talk(database.context, `${odd} Nummer ${i}.`);
    await suggestDue(assisted({ perMinute: 3 }));
    expect(mock.asked.length).toBe(3);
    await suggestDue(assisted({ perMinute: 100, perDay: 6 }));
    expect(mock.asked.length).toBe(4);
    await suggestDue(assisted({ perMinute: 100, perDay: 6 }));
    expect(mock.asked.length).toBe(4);
  });

  it('tries a message three times when the model fails, rests in between, and goes on with the next', async () => {
    const said = await talk(database.context, odd);
    mock.does((response) => response.writeHead(500).end('{}'));
    for (let i = 0; i < 6; i += 1) await suggestDue(assisted());
    expect(mock.asked.length).toBe(3);
    mock.says('{"intent":"complaint"}');
    await suggestDue(assisted());
    expect(await suggestions(said)).toEqual([]);
  });

  it('costs nothing where no model is', async () => {
    const said = await talk(database.context, odd);
    database.statements();
    await suggestDue(database.context);
    expect(await suggestionsOn(database.context, [said.messageId])).toEqual([]);
    expect(database.statements()).toEqual([]);
  });
});

describe('a transformer of one’s own', () => {
  const transformer = (labels: readonly string[]): Transformer => ({
    name: 'twaalf-woorden',
    labels,
    classify: async () => ({ outcome: 'answered', scores: [{ label: labels[0] ?? '', score: 0.8 }] }),
    load: async () => {},
    close: async () => {},
  });

  it('is asked first, and says how sure it is', async () => {
    const said = await talk(database.context, odd);
    const ctx = { ...database.context, transformer: transformer(['COMPLAINT', 'IDEA']) };
    await suggestDue(ctx);
    expect(await suggestions(said, ctx)).toMatchObject([
      { head: 'intent', by: 'transformer', labels: ['complaint'], model: 'twaalf-woorden' },
    ]);
  });

  it('whose labels are no classes here is asked nothing', async () => {
    const said = await talk(database.context, odd);
    const ctx = { ...database.context, transformer: transformer(['LABEL_0', 'LABEL_1']) };
    await suggestDue(ctx);
    expect(await suggestions(said, ctx)).toEqual([]);
  });
});
