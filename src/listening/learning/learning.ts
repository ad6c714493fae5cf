import { sql } from 'kysely';
import { enterUses, thoseNotLetting } from '../../customers/using.ts';
import { requires } from '../../organisation/authority.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Event } from '../../platform/events.ts';
import { sendJob } from '../../platform/jobs.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isUnreadable } from '../../understanding/learned/model-file.ts';
import { modelSwapped } from '../events.ts';
import { lockHead } from '../heads/head.ts';
import { forgetFormer, holdsObjector, keepModel, newcomers, retireModel, type Why } from './models.ts';
import { unpackModel } from './packing.ts';
import { readerOf } from './reading.ts';
import { readTeaching, type Teaching } from './teaching.ts';
import type { Learned, Trained } from './training.ts';

/**
 * What came of a training. `refused`: the model that was there stays. `withdrawn`: it held somebody who objected, and
 * without them nothing is left to learn from, so the rules answer. `nothing`: too little to learn from. `overtaken`:
 * another training was first.
 */
export interface Retrained {
  readonly head: string;
  readonly outcome: 'swapped' | 'refused' | 'withdrawn' | 'nothing' | 'overtaken';
  readonly version: number | null;
  readonly examples: number;
  /** A code; `why` of the model, or of what lacks. */
  readonly why: string;
}

const mostTries = 3;

/**
 * Trains a head anew from all that colleagues said of messages of persons who allow it, and lets the new model answer
 * when it is not worse; always when the old one holds somebody who objected since.
 * `by`: the colleague who asked for it.
 * @throws Refusal `not-found.head`, `forbidden.action`
 */
export async function retrain(
  ctx: Context,
  headKey: string,
  by: string | null = employeeOf(ctx),
): Promise<Retrained> {
  requires(ctx.actor, 'model.manage');
  const reader = readerOf(ctx);
  for (let tries = 1; ; tries++) {
    const teaching = await transact(ctx, 'train', (ctx) => readTeaching(ctx, headKey));
    const trained = await reader.train(teaching);
    const settled = await transact(ctx, 'train', (ctx) => settle(ctx, teaching, { trained, by }));
    reader.stale();
    if (settled.why !== 'objection' || tries === mostTries) return settled;
  }
}

function employeeOf({ actor }: Context): string | null {
  return actor.kind === 'employee' ? actor.employeeId : null;
}

async function settle(
  ctx: Context,
  teaching: Teaching,
  { trained, by }: { trained: Trained; by: string | null },
): Promise<Retrained> {
  const head = teaching.head.key;
  const { forgetting, version } = await currentOf(ctx, head);
  await forgetFormer(ctx, head);
  const nothing = { head, version, examples: teaching.examples.length };
  if (version !== teaching.currentVersion) return { ...nothing, outcome: 'overtaken', why: 'other-training' };
  if (!trained.learned) {
    if (!forgetting) return { ...nothing, outcome: 'nothing', why: trained.why };
    await retireModel(ctx, head, 'nothing-left');
    await forgetFormer(ctx, head);
    await ctx.emit([modelSwapped(head, null, 'forgotten')]);
    return { ...nothing, version: null, outcome: 'withdrawn', why: 'nothing-left' };
  }
  const objecting = await thoseNotLetting(ctx, trained.persons, 'model.trained');
  if (objecting.size > 0) return { ...nothing, outcome: 'overtaken', why: 'objection' };
  const why = reason(trained, { forgetting, isFirst: version === null });
  return swap(ctx, teaching, { trained, why, by });
}

function reason(trained: Learned, { forgetting, isFirst }: { forgetting: boolean; isFirst: boolean }): Why {
  if (forgetting) return 'forgotten';
  if (!trained.notWorse) return isFirst ? 'worse-than-rules' : 'worse';
  return isFirst ? 'first' : 'not-worse';
}

async function swap(
  ctx: Context,
  { head: { key: head }, learnedTo }: Teaching,
  { trained, why, by }: { trained: Learned; why: Why; by: string | null },
): Promise<Retrained> {
  const state = why === 'worse' || why === 'worse-than-rules' ? 'refused' : 'current';
  if (state === 'current') {
    const activity = 'model.trained';
    await enterUses(ctx, await newcomers(ctx, head, trained.persons), { activity, reference: head });
  }
  const version = await keepModel(ctx, { head, learned: trained, learnedTo, state, why, by });
  await forgetFormer(ctx, head);
  if (state === 'current') await ctx.emit([modelSwapped(head, version, why)]);
  const outcome = state === 'current' ? 'swapped' : 'refused';
  return { head, outcome, version, examples: trained.examples, why };
}

/** Under the lock of the head: the model that answers now, and whether somebody is in it who objected. */
async function currentOf(
  ctx: Context,
  head: string,
): Promise<{ version: number | null; forgetting: boolean }> {
  await lockHead(ctx, head);
  const found = await sql<{ version: number; forgetting: boolean }>`
    select m.version, (${holdsObjector}) as forgetting from model m
    where m.head = ${head} and m.state = 'current'`.execute(ctx.database);
  return found.rows[0] ?? { version: null, forgetting: false };
}

/** What is put back when no model is to answer: the number before the first version. */
export const theRules = 0;

/**
 * Puts an earlier model back, or the rules; one action, and as easily undone.
 * @throws Refusal `not-found.model`, `conflict.model-gone` when its file was thrown away, `invalid.model`,
 * `forbidden.action`
 */
export async function rollBack(ctx: Context, headKey: string, version: number): Promise<void> {
  requires(ctx.actor, 'model.manage');
  await transact(ctx, 'train', async (ctx) => {
    await lockHead(ctx, headKey);
    await forgetFormer(ctx, headKey);
    if (version === theRules) {
      await retireModel(ctx, headKey, 'replaced');
      await ctx.emit([modelSwapped(headKey, null, 'rolled-back')]);
      return;
    }
    const row = await ctx.database
      .selectFrom('model')
      .select(['id', 'file', 'state'])
      .where('head', '=', headKey)
      .where('version', '=', version)
      .executeTakeFirst();
    if (!row) throw new Refusal('not-found.model', { head: headKey, version });
    if (row.state === 'current') return;
    if (row.file === null) throw new Refusal('conflict.model-gone', { head: headKey, version });
    const read = unpackModel(row.file);
    if (isUnreadable(read)) throw new Refusal('invalid.model', { problem: read.problem });
    await retireModel(ctx, headKey, 'replaced');
    const change = { state: 'current', why: 'rolled-back' satisfies Why };
    await ctx.database.updateTable('model').set(change).where('id', '=', row.id).execute();
    await ctx.emit([modelSwapped(headKey, version, 'rolled-back')]);
  });
  readerOf(ctx).stale();
}

/** With fewer, a model knows less than the rules; a person may still ask for one. */
const fewest = 25;
const enoughCorrections = 25;
const longEnough = '1 minute';

/** Every minute: trains the heads for which it is time, by new corrections or because somebody objected. */
export async function retrainDue(ctx: Context): Promise<void> {
  const due = await transact(ctx, 'train', async (ctx) => {
    const now = new Date(ctx.clock.now().epochMilliseconds);
    const found = await sql<{ key: string }>`
      select h.key from head h where h.enabled and (
        exists (select from model m where m.head = h.key and ${holdsObjector})
        or (select count(*) from correction c where c.head = h.key) >= ${fewest} and exists (
          select from correction c where c.head = h.key
            and c.id > coalesce((select max(learned_to) from model m where m.head = h.key), 0)
          having count(*) >= ${enoughCorrections} or min(c.at) <= ${now}::timestamptz - ${longEnough}::interval))
      order by h.key`.execute(ctx.database);
    return found.rows;
  });
  for (const { key } of due) await retrain(ctx, key);
}

/** Somebody decided about being learned from: models that hold them are made anew without, as soon as can be. */
export async function forgetObjector(ctx: Context, event: Event): Promise<void> {
  if (event.data.purpose !== 'train' || event.data.state === 'allowed') return;
  readerOf(ctx).stale();
  const found = await sql<{ head: string }>`
    select distinct head from model where file is not null and ${event.subjectId}::bigint = any(persons)`.execute(
    ctx.database,
  );
  for (const { head } of found.rows) await sendJob(ctx, 'retrain', { head });
}
