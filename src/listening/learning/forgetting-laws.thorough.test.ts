import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Context, transact } from '../../platform/context.ts';
import { decide } from '../../privacy/deciding.ts';
import { isUnreadable } from '../../understanding/learned/model-file.ts';
import { type Classroom, classroom, lessons } from '../fixtures/classroom.ts';
import { correct } from './correcting.ts';
import { retrain, retrainDue } from './learning.ts';
import { packModel, unpackModel } from './packing.ts';
import { readerOf } from './reading.ts';
import type { Trained, TrainingTask } from './training.ts';

/** Who says which of the lessons: some persons, each several, and two of them will object. */
const [speakers = []] = fc.sample(
  fc.array(fc.constantFrom('fatima', 'henk', 'yara', 'noor', 'daan'), {
    minLength: 40,
    maxLength: 40,
    size: 'max',
  }),
  1,
);
const objectors = ['fatima', 'henk'];
let room: Classroom;
let never: Buffer;

beforeAll(async () => {
  room = await classroom();
  await teach(room);
  const other = await classroom();
  await teach(other, (ctx) => say(ctx, 'object'));
  await retrain(
    training(other.context, (trained) => trained),
    'intent',
  );
  never = (await current(other.context)) as Buffer;
  await other.close();
}, 240_000);
afterAll(() => room?.close());

/** The same is said and taught in every room; in one of them nobody had objected when it was. */
async function teach(room: Classroom, first?: (ctx: Context) => Promise<void>): Promise<void> {
  const said: string[] = [];
  for (const [at, { text }] of lessons(speakers.length).entries())
    said.push(await room.say(text, `@${speakers[at]}`));
  await first?.(room.context);
  for (const [at, { intent }] of lessons(speakers.length).entries())
    await correct(room.people.els.context, said[at] ?? '', { head: 'intent', labels: [intent] });
}

function say(ctx: Context, act: 'object' | 'lift'): Promise<void> {
  return transact(ctx, 'service', async (ctx) => {
    const found = await sql<{ id: string }>`
      select person_id as id from identity where ltrim(external_id, '@') = any(${objectors}::text[])`.execute(
      ctx.database,
    );
    expect(found.rows).toHaveLength(objectors.length);
    for (const { id } of found.rows) await decide(ctx, id, { purpose: 'train', act, strength: 3 });
  });
}

const current = (ctx: Context) =>
  transact(ctx, 'train', async (ctx) => {
    const found = await sql<{ file: Buffer | null }>`
      select file from model where head = 'intent' and state = 'current'`.execute(ctx.database);
    return found.rows[0]?.file ?? null;
  });

/** A context whose trainings come out otherwise; what is worse is kept too, or there would be nothing to forget. */
function training(
  ctx: Context,
  change: (trained: Trained, task: TrainingTask) => Trained | Promise<Trained>,
): Context {
  const reader = readerOf(ctx);
  const train = async (task: TrainingTask) => {
    const trained = await change(await reader.train(task), task);
    return trained.learned ? { ...trained, notWorse: true } : trained;
  };
  return { ...ctx, reader: { ...reader, train } };
}

type Forget = (ctx: Context) => Promise<unknown>;

/** P19: the model of somebody who objected is, to the byte, the one that never knew them; or none is served. */
async function forgets(forget: Forget): Promise<boolean> {
  const ctx = room.context;
  await retrain(
    training(ctx, (trained) => trained),
    'intent',
  );
  expect(never.equals((await current(ctx)) as Buffer)).toBe(false);
  await say(ctx, 'object');
  await forget(ctx);
  const file = await current(ctx);
  const kept = await transact(ctx, 'train', (ctx) =>
    sql<{ file: Buffer }>`select file from model where file is not null`.execute(ctx.database),
  );
  await say(ctx, 'lift');
  if (file === null) return true;
  return never.equals(file) && kept.rows.every((one) => never.equals(one.file));
}

/** What they said, as it would still be learned from by somebody who does not ask. */
async function everything(task: TrainingTask): Promise<TrainingTask> {
  const said = await transact(room.context, 'service', (ctx) =>
    sql<{ id: string; personId: string; text: string; labels: string[] }>`
      select m.id, m.person_id as "personId", m.text, c.labels from correction c
      join message m on m.id = c.message_id order by c.id`.execute(ctx.database),
  );
  return { ...task, examples: said.rows, stream: said.rows };
}

const mutants: Record<string, Forget> = {
  'nothing happens': async () => {},
  'the model is made anew with everything in it': (ctx) =>
    retrain(
      training(ctx, async (_, task) => readerOf(room.context).train(await everything(task))),
      'intent',
    ),
  'how rare a word is still comes from what they said': (ctx) =>
    retrain(
      training(ctx, async (_, task) => {
        const { stream } = await everything(task);
        return readerOf(room.context).train({ ...task, stream });
      }),
      'intent',
    ),
  'only their names are taken out of the model': (ctx) =>
    retrain(
      training(ctx, (trained, task) => {
        const before = task.current && unpackModel(task.current);
        if (!trained.learned || !before || isUnreadable(before)) return trained;
        return { ...trained, file: packModel({ ...before, manifest: unpacked(trained.file).manifest }) };
      }),
      'intent',
    ),
  'the model of before can still be put back': async (ctx) => {
    const before = await current(ctx);
    await retrainDue(ctx);
    await transact(ctx, 'train', (ctx) =>
      sql`update model set file = ${before} where version = (
        select max(version) from model where state = 'former')`.execute(ctx.database),
    );
  },
};

function unpacked(file: Uint8Array) {
  const model = unpackModel(file);
  if (isUnreadable(model)) throw new Error(model.sentence);
  return model;
}

describe('a model that forgets', () => {
  test('is the one that never knew them, to the byte (P19)', async () => {
    expect(await forgets(retrainDue)).toBe(true);
  });
  test.each(Object.keys(mutants))('%s would be noticed', async (name) => {
    expect(await forgets(mutants[name] as Forget)).toBe(false);
  });
});
