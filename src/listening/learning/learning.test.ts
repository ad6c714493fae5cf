import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settled } from '../../../test/settled.ts';
import { type Context, transact } from '../../platform/context.ts';
import { followAll } from '../../platform/following.ts';
import { silentLog } from '../../platform/log.ts';
import { decide } from '../../privacy/deciding.ts';
import { reactions } from '../../reactions.ts';
import { type Classroom, classroom, lessons } from '../fixtures/classroom.ts';
import { correct } from './correcting.ts';
import { headOverview } from './judging.ts';
import { retrain, retrainDue, rollBack } from './learning.ts';
import { readerOf } from './reading.ts';
import type { Learned, Trained } from './training.ts';
import { verdictsOn } from './verdicts.ts';

let room: Classroom;

beforeAll(async () => {
  room = await classroom();
  await teach(room, lessons(80));
});
afterAll(() => room?.close());

async function teach(room: Classroom, said: readonly { text: string; intent: string }[]): Promise<void> {
  for (const { text, intent } of said) {
    const id = await room.say(text);
    await correct(room.people.els.context, id, { head: 'intent', labels: [intent] });
  }
}

const rows = <T>(query: ReturnType<typeof sql<T>>) =>
  transact(room.context, 'train', async (ctx) => (await query.execute(ctx.database)).rows);
const states = async () =>
  (
    await rows(
      sql<{
        state: string;
      }>`select state || ' ' || why as state from model where head = 'intent' order by version`,
    )
  ).map(({ state }) => state);
const fresh = { text: 'goudvis Sanne kikker en waterlelie bij Sanne met libel en riet', intent: 'idea' };

/** A context whose next training gives this, as if it had been trained. */
function training(change: (learned: Learned) => Partial<Learned>): Context {
  const reader = readerOf(room.context);
  return {
    ...room.context,
    reader: {
      ...reader,
      train: async (task) => {
        const trained = await reader.train(task);
        return trained.learned ? { ...trained, ...change(trained) } : trained;
      },
    },
  };
}

describe('training', () => {
  test('makes a model of what colleagues said, that answers from the next message on', async () => {
    expect(await retrain(room.context, 'intent')).toMatchObject({
      outcome: 'swapped',
      version: 1,
      why: 'first',
    });
    const id = await room.say(fresh.text);
    expect((await room.messageOf(id)).intent).toBe('idea');
    const [verdict] = await verdictsOn(room.people.els.context, [id]);
    expect(verdict).toMatchObject({ head: 'intent', by: 'model', labels: ['idea'] });
    expect(verdict?.confidence).toBeGreaterThan(0.5);
    const label = sql<{ automatic: boolean; because: { word: string }[]; version: number }>`
      select l.automatic, l.because, l.model_version as version from label l join message m on m.id = l.message_id
      where m.public_id = ${id} and by = 'model'`;
    const [kept] = await rows(label);
    expect(kept).toMatchObject({ automatic: true, version: 1 });
    expect(kept?.because.map(({ word }) => word)).toContain('goudvis');
    const { because } = await room.messageOf(id);
    expect(because.find(({ head }) => head === 'intent')?.words).toContain('goudvis');
  });

  test('leaves the rules their answer where the model is not sure', async () => {
    const text = 'Waar blijft mijn factuur?';
    const id = await room.say(text);
    const [verdict] = await verdictsOn(room.people.els.context, [id]);
    expect(verdict).toMatchObject({ by: 'model' });
    expect((await room.messageOf(id)).intent).toBe('invoice_question');
  });

  test('that comes out worse is refused: the old one stays, and the attempt is kept with why', async () => {
    const before = readerOf(room.context).find('intent');
    expect(
      await retrain(
        training(() => ({ notWorse: false })),
        'intent',
      ),
    ).toMatchObject({
      outcome: 'refused',
      why: 'worse',
    });
    expect(await states()).toEqual(['current first', 'refused worse']);
    await readerOf(room.context).refresh(room.context);
    expect(readerOf(room.context).find('intent')).toEqual(before);
    await expect(rollBack(room.context, 'intent', 2)).rejects.toMatchObject({ code: 'conflict.model-gone' });
  });

  test('again takes its place, and one action puts the old one back', async () => {
    expect(await retrain(room.people.ravi.context, 'intent')).toMatchObject({
      outcome: 'swapped',
      version: 3,
      why: 'not-worse',
    });
    await rollBack(room.people.ravi.context, 'intent', 1);
    expect(await states()).toEqual(['current rolled-back', 'refused worse', 'former replaced']);
    await readerOf(room.context).refresh(room.context);
    expect(readerOf(room.context).find('intent')?.version).toBe(1);
    const told = sql<{ data: object }>`select data from event where verb = 'model.swapped' order by seq`;
    expect((await rows(told)).map(({ data }) => data)).toEqual([
      { head: 'intent', version: 1, reason: 'first' },
      { head: 'intent', version: 3, reason: 'not-worse' },
      { head: 'intent', version: 1, reason: 'rolled-back' },
    ]);
  });

  test('at the same time by two is done by one', async () => {
    const both = await Promise.all([retrain(room.context, 'intent'), retrain(room.context, 'intent')]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['overtaken', 'swapped']);
  });

  test('from too little says what lacks', async () => {
    expect(await retrain(room.context, 'sentiment')).toMatchObject({
      outcome: 'nothing',
      why: 'no-examples',
    });
    expect(await retrain(room.context, 'topic')).toMatchObject({ outcome: 'nothing', version: null });
    await expect(retrain(room.context, 'nothing')).rejects.toMatchObject({ code: 'not-found.head' });
  });

  test('and putting back is for whoever manages models', async () => {
    for (const act of [
      retrain(room.people.els.context, 'intent'),
      rollBack(room.people.els.context, 'intent', 1),
    ])
      await expect(act).rejects.toMatchObject({ code: 'forbidden.action' });
  });

  test('shows on the screen what it is worth', async () => {
    const overview = await headOverview(room.people.els.context, 'intent');
    expect(overview).toMatchObject({
      labelled: { total: 80, waiting: 0 },
      current: { version: 4, state: 'current', madeBy: null },
    });
    expect(overview.labelled.perClass.find(({ label }) => label === 'idea')).toEqual({
      label: 'idea',
      n: 40,
    });
    const { figures } = overview.current ?? {};
    expect(figures?.interval[0]).toBeLessThanOrEqual(figures?.accuracy ?? 0);
    expect(figures?.confusion.counts.flat().reduce((sum, n) => sum + n, 0)).toBe(figures?.messages);
    expect(figures?.bins.reduce((sum, { n }) => sum + n, 0)).toBe(figures?.messages);
    expect(overview.curve.map(({ version }) => version)).toEqual([1, 3, 4]);
    const sum = overview.drift.shares.reduce((all, { lately }) => all + lately, 0);
    expect(sum).toBeCloseTo(1);
    expect(overview.drift.unknownWords, 'nothing was said the quarter before').toBeNull();
  });
});

test('a first model that is worse than the rules is refused, and the rules go on', async () => {
  const other = await classroom();
  const asks = ['waar blijft mijn factuur', 'wanneer komt de monteur', 'hoe geef ik mijn meterstand door'];
  for (let at = 0; at < 40; at++) {
    const id = await other.say(`@waterkracht ${asks[at % 3]}? nummer ${at} ${'abcdefghij'.slice(at % 10)}`);
    const right = (await other.messageOf(id)).answerable ? '1' : '0';
    // Half of the colleagues say the opposite, at random: there is nothing to learn but the rules.
    const label = [3, 7, 12, 18, 21, 29, 30, 38].includes(at) ? '0' : right;
    await correct(other.people.els.context, id, { head: 'answerable', labels: [label] });
  }
  const bad: Context = {
    ...other.context,
    reader: {
      ...readerOf(other.context),
      train: async (task) => withWorse(await readerOf(other.context).train(task)),
    },
  };
  expect(await retrain(bad, 'answerable')).toMatchObject({ outcome: 'refused', why: 'worse-than-rules' });
  await readerOf(other.context).refresh(other.context);
  expect(readerOf(other.context).find('answerable')).toBeUndefined();
  await other.close();
});

const withWorse = (trained: Trained): Trained =>
  trained.learned ? { ...trained, notWorse: false } : trained;

describe('a minute later', () => {
  test('what colleagues said since is learned, and then nothing is due', async () => {
    await teach(room, [fresh]);
    await retrainDue(room.context);
    const before = (await states()).length;
    room.polder.turn.forward({ seconds: 61 });
    await retrainDue(room.context);
    expect((await states()).length).toBe(before + 1);
    await retrainDue(room.context);
    expect((await states()).length).toBe(before + 1);
  });
});

test('twenty-five corrections are learned without waiting for the minute', async () => {
  const before = (await states()).length;
  await teach(room, lessons(24));
  await retrainDue(room.context);
  expect((await states()).length).toBe(before);
  await teach(room, lessons(1));
  await retrainDue(room.context);
  expect((await states()).length).toBe(before + 1);
});

describe('somebody who objects to being learned from', () => {
  test('is taken out of every model, and the manifest proves it, also when the new model is worse', async () => {
    const { id: person } = (
      await rows(sql<{ id: string }>`select unnest(persons) as id from model where state = 'current' limit 1`)
    )[0] ?? { id: '' };
    const used = sql`select activity, reference from data_use where person_id = ${person} and activity = 'model.trained'`;
    expect(await rows(used)).toEqual([{ activity: 'model.trained', reference: 'intent' }]);
    await transact(room.context, 'service', (ctx) =>
      decide(ctx, person, { purpose: 'train', act: 'object', strength: 3 }),
    );
    await settled(room.context);
    await followAll(room.context, reactions, silentLog);
    const jobs = sql<{ data: object }>`select data from pgboss.job where name = 'retrain'`;
    expect((await rows(jobs)).map(({ data }) => data)).toEqual([{ head: 'intent' }]);
    expect(
      await retrain(
        training(() => ({ notWorse: false })),
        'intent',
      ),
    ).toMatchObject({
      outcome: 'swapped',
      why: 'forgotten',
    });
    await readerOf(room.context).refresh(room.context);
    expect(readerOf(room.context).find('intent')?.predictor.model.manifest.persons).not.toContain(person);
    const left = sql`select version from model where ${person}::bigint = any(persons) or
      (state = 'former' and file is not null)`;
    expect(await rows(left)).toEqual([]);
    await expect(rollBack(room.context, 'intent', 1)).rejects.toMatchObject({ code: 'conflict.model-gone' });
  });

  test('while a model is being trained is not in it', async () => {
    const { id: person } = (
      await rows(sql<{ id: string }>`select unnest(persons) as id from model where state = 'current' limit 1`)
    )[0] ?? { id: '' };
    let trainings = 0;
    const reader = readerOf(room.context);
    const ctx: Context = {
      ...room.context,
      reader: {
        ...reader,
        train: async (task) => {
          const trained = await reader.train(task);
          if (++trainings === 1)
            await transact(room.context, 'service', (ctx) =>
              decide(ctx, person, { purpose: 'train', act: 'object', strength: 3 }),
            );
          return trained;
        },
      },
    };
    expect(await retrain(ctx, 'intent')).toMatchObject({ outcome: 'swapped' });
    expect(trainings).toBe(2);
    expect(await rows(sql`select version from model where ${person}::bigint = any(persons)`)).toEqual([]);
  });

  test('as the last one leaves no model: the rules answer again', async () => {
    const writers = await rows(sql<{ id: string }>`select distinct person_id as id from correction`);
    await transact(room.context, 'service', async (ctx) => {
      for (const { id } of writers) await decide(ctx, id, { purpose: 'train', act: 'object', strength: 3 });
    });
    await retrainDue(room.context);
    expect(await rows(sql`select version from model where file is not null`)).toEqual([]);
    await readerOf(room.context).refresh(room.context);
    expect(readerOf(room.context).find('intent')).toBeUndefined();
    expect(await verdictsOn(room.context, [await room.say('De goudvis zwemt weer in de vijver')])).toEqual(
      [],
    );
  });
});

test('a model that cannot be read is refused, and the one that answers stays', async () => {
  const other = await classroom();
  await teach(other, lessons(40));
  await retrain(other.context, 'intent');
  await retrain(other.context, 'intent');
  await transact(other.context, 'train', (ctx) =>
    sql`update model set file = substring(file from 1 for 100) where version = 1`.execute(ctx.database),
  );
  await expect(rollBack(other.context, 'intent', 1)).rejects.toMatchObject({ code: 'invalid.model' });
  await readerOf(other.context).refresh(other.context);
  expect(readerOf(other.context).find('intent')?.version).toBe(2);
  await other.close();
});
