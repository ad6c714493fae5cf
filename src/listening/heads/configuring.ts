import { requires } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Kind } from '../../understanding/learned/model.ts';
import { headChanged } from '../events.ts';
import { readerOf } from '../learning/reading.ts';
import { orderTraining } from '../learning/trainings.ts';
import type { Classes } from './classes.ts';
import { type HeadRules, listHeads, lockHead, type Names } from './head.ts';
import { orderRereading } from './rereading.ts';
import { withClass } from './reshaping.ts';

export interface NewHead {
  readonly names: Names;
  readonly kind: Kind;
  /** Precision promised of automatic decisions, 0–1. */
  readonly promised: number;
  readonly rules: Extract<HeadRules, 'none' | 'mood' | 'words' | 'aspects'>;
  /** What it can answer, to begin with. */
  readonly classes: readonly Names[];
}

const mostHeads = 30;
/** Names of pages. */
const reserved = ['new'];

/**
 * A question more that is asked of every message: configuration, no code. Gives its key.
 * @throws Refusal `conflict.head-exists`, `invalid.head-kind`, `too-large.heads`, the refusals of `withClass`,
 * `forbidden.action`
 */
export async function addHead(ctx: Context, made: NewHead): Promise<string> {
  requires(ctx.actor, 'model.manage');
  // A message speaks of any number of aspects.
  if (made.rules === 'aspects' && made.kind === 'single') throw new Refusal('invalid.head-kind');
  const classes = made.classes.reduce<Classes>(
    (state, names) => withClass(state, { ...names, parent: null, words: [] }, made.rules === 'aspects'),
    { classes: [], gone: {} },
  );
  return transact(ctx, null, async (ctx) => {
    const heads = await listHeads(ctx);
    if (heads.filter(({ enabled }) => enabled).length >= mostHeads)
      throw new Refusal('too-large.heads', { most: mostHeads });
    const key = keyOf(made.names.en);
    const taken = [...reserved, ...heads.map((head) => head.key)].includes(key);
    const { nl, en } = made.names;
    if (taken || heads.some(({ names }) => names?.nl === nl || names?.en === en))
      throw new Refusal('conflict.head-exists', { head: key });
    const at = asDate(ctx.clock.now());
    await ctx.database
      .insertInto('head')
      .values({
        key,
        kind: made.kind,
        names: JSON.stringify(made.names),
        classes: JSON.stringify(classes.classes),
        promised: made.promised,
        rules: made.rules,
        made_at: at,
        changed_at: at,
      })
      .execute();
    await orderRereading(ctx, { key, rules: made.rules });
    await ctx.emit([headChanged(key, 'head-added', null)]);
    return key;
  });
}

function keyOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '');
  return plain.slice(0, 40).replace(/_+$/, '') || 'head';
}

export interface HeadSettings {
  readonly promised: number;
  readonly enabled: boolean;
  /** Of a head of the organisation's own. */
  readonly names?: Names;
}

/**
 * How sure a head must be, and whether it answers at all. Another promise holds once the head was trained anew, which
 * is asked for here. One that is off keeps its labels, corrections and models; where fixed rules answer, they go on.
 * @throws Refusal `not-found.head`, `forbidden.action`
 */
export async function configureHead(ctx: Context, headKey: string, settings: HeadSettings): Promise<void> {
  requires(ctx.actor, 'model.manage');
  await transact(ctx, 'train', async (ctx) => {
    const head = await lockHead(ctx, headKey);
    const { promised, enabled, names } = settings;
    await ctx.database
      .updateTable('head')
      .set({ promised, enabled, ...(head.names && names ? { names: JSON.stringify(names) } : {}) })
      .where('key', '=', headKey)
      .execute();
    await ctx.emit([headChanged(headKey, 'head-configured', null)]);
    if (enabled && !head.enabled) await orderRereading(ctx, head);
    if (promised !== head.promised && enabled) await orderTraining(ctx, headKey);
  });
  readerOf(ctx).stale();
}
