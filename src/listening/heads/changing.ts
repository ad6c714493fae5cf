import { sql } from 'kysely';
import { requires } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { NewEvent } from '../../platform/events.ts';
import { Refusal } from '../../platform/refusal.ts';
import { classGone, headChanged } from '../events.ts';
import { hasColumn } from '../learning/labelling.ts';
import { readerOf } from '../learning/reading.ts';
import { remaining } from '../learning/replacing.ts';
import { orderTraining } from '../learning/trainings.ts';
import type { Classes } from './classes.ts';
import { type Head, lockHead } from './head.ts';
import { answersOtherwise, orderRereading } from './rereading.ts';
import { type ClassWords, deleted, getClass, merged, withClass, withWords } from './reshaping.ts';

/**
 * A class more. It is answered once colleagues labelled messages so, or at once where words stand with it. Gives its
 * key.
 * @throws Refusal `not-found.head`, `conflict.head-fixed`, `conflict.class-exists`, `invalid.class-parent`,
 * `too-large.classes`, `forbidden.action`
 */
export async function addClass(ctx: Context, headKey: string, said: ClassWords): Promise<string> {
  let key = '';
  await reshape(ctx, headKey, (head) => {
    if (hasColumn(headKey)) throw new Refusal('conflict.head-fixed', { head: headKey });
    const next = withClass(head, said, head.rules === 'aspects');
    key = next.classes[head.classes.length]?.key ?? '';
    return { next, told: headChanged(headKey, 'class-added', key) };
  });
  return key;
}

/**
 * Other words for a class, or another place in the tree. Its key stays: no label, correction or model changes.
 * @throws Refusal `not-found.head`, `not-found.class`, `conflict.class-exists`, `conflict.class-pole`,
 * `invalid.class-parent`, `forbidden.action`
 */
export async function renameClass(
  ctx: Context,
  headKey: string,
  { key, said }: { key: string; said: ClassWords },
): Promise<void> {
  await reshape(ctx, headKey, (head) => {
    // The rules know their own classes without words, and the message has one column without a tree.
    const words = hasColumn(headKey) ? { ...said, parent: null, words: [] } : said;
    return { next: withWords(head, key, words), told: headChanged(headKey, 'class-renamed', key) };
  });
}

/**
 * One class goes into another, at once and for good: in what colleagues said, on messages, and in the model that
 * answers, which is then trained anew.
 * @throws Refusal `not-found.head`, `not-found.class`, `conflict.head-fixed`, `conflict.class-needed`,
 * `conflict.class-pole`, `invalid.class-merge`, `forbidden.action`
 */
export async function mergeClass(
  ctx: Context,
  headKey: string,
  { key, into }: { key: string; into: string },
): Promise<void> {
  await reshape(ctx, headKey, (head) => {
    refuseNeeded(head, key);
    return { next: merged(head, key, into), told: classGone(headKey, key, into) };
  });
}

/**
 * A class less: never answered again. What colleagues said of it is kept and teaches nothing any more.
 * @throws Refusal `not-found.head`, `not-found.class`, `conflict.head-fixed`, `conflict.class-needed`,
 * `conflict.class-pole`, `forbidden.action`
 */
export async function deleteClass(ctx: Context, headKey: string, key: string): Promise<void> {
  await reshape(ctx, headKey, (head) => {
    refuseNeeded(head, key);
    return { next: deleted(head, key), told: classGone(headKey, key, null) };
  });
}

/** Scales that figures count on keep their classes; of the intents one is left for whatever fits no other. */
function refuseNeeded(head: Head, key: string): void {
  getClass(head, key);
  if (hasColumn(head.key) && head.key !== 'intent')
    throw new Refusal('conflict.head-fixed', { head: head.key });
  if (head.key === 'intent' && key === remaining) throw new Refusal('conflict.class-needed', { class: key });
}

type Reshaping = (head: Head) => { next: Classes; told: NewEvent };

async function reshape(ctx: Context, headKey: string, change: Reshaping): Promise<void> {
  requires(ctx.actor, 'model.manage');
  await transact(ctx, 'service', async (ctx) => {
    const head = await lockHead(ctx, headKey);
    const { next, told } = change(head);
    await ctx.database
      .updateTable('head')
      .set({
        classes: JSON.stringify(next.classes),
        gone: JSON.stringify(next.gone),
        changed_at: asDate(ctx.clock.now()),
      })
      .where('key', '=', headKey)
      .execute();
    const fresh = Object.keys(next.gone).filter((key) => !Object.hasOwn(head.gone, key));
    if (fresh.length > 0) {
      if (headKey === 'intent') await changeIntents(ctx, next.gone, fresh);
      if (await hasModel(ctx, headKey)) await orderTraining(ctx, headKey);
    }
    if (answersOtherwise(head, next)) await orderRereading(ctx, head);
    await ctx.emit([told]);
  });
  readerOf(ctx).stale();
}

/** The intent stands on the message itself and follows at once; labels are read in the classes of now (`label_now`). */
async function changeIntents(ctx: Context, gone: Classes['gone'], fresh: readonly string[]): Promise<void> {
  await sql`
    update message m set intent = t.becomes
    from unnest(${fresh}::text[], ${fresh.map((key) => gone[key]?.into ?? remaining)}::text[]) as t (was, becomes)
    where m.intent = t.was`.execute(ctx.database);
}

async function hasModel(ctx: Context, headKey: string): Promise<boolean> {
  const found = await ctx.database
    .selectFrom('model')
    .select('id')
    .where('head', '=', headKey)
    .where('state', '=', 'current')
    .executeTakeFirst();
  return found !== undefined;
}
