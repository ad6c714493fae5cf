import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { type Answerer, makeAnswerer, type RuledHead } from '../../understanding/answering/answering.ts';
import { isUnreadable } from '../../understanding/learned/model-file.ts';
import { makePredictor } from '../../understanding/learned/predicting.ts';
import type { Classes } from '../heads/classes.ts';
import { type Head, listHeads } from '../heads/head.ts';
import { inClassesOfNow } from '../heads/model-now.ts';
import { beatsRules, type Figures } from './figures.ts';
import { unpackModel } from './packing.ts';
import type { LivePredictor } from './reading.ts';
import { loadMemory, type Memory } from './remembering.ts';

/** What one process holds of heads, models and corrections. */
export interface Live {
  readonly predictors: Map<string, LivePredictor>;
  /** Those that answer, by key. */
  heads: ReadonlyMap<string, Head>;
  answerer: Answerer;
  /** Of which heads this was made, to see whether they changed. */
  madeOf: string;
  memory: Memory;
  memoryTo: string | null;
  memoryAt: number;
  lookedAt: number;
}

export function makeLive(): Live {
  return {
    predictors: new Map(),
    heads: new Map(),
    answerer: makeAnswerer([]),
    madeOf: '',
    memory: new Map(),
    memoryTo: null,
    memoryAt: Number.NEGATIVE_INFINITY,
    lookedAt: Number.NEGATIVE_INFINITY,
  };
}

/** Also without a new correction: somebody may have objected to being learned from. */
const rememberAnew = 30_000;

/** Takes over what changed in the database, in the transaction of `ctx`. */
export async function takeOver(live: Live, ctx: Context, now: number): Promise<void> {
  const heads = await listHeads(ctx);
  const found = await sql<{ corrected: string | null; versions: Record<string, number> | null }>`
    select (select max(id) from correction) as corrected,
      (select jsonb_object_agg(head, version) from model where state = 'current') as versions`.execute(
    ctx.database,
  );
  const { corrected = null, versions } = found.rows[0] ?? {};
  const changed = takeHeads(live, heads);
  await takeModels(live, ctx, versions ?? {});
  if (!changed && corrected === live.memoryTo && (corrected === null || now - live.memoryAt < rememberAnew))
    return;
  live.memory = corrected === null ? new Map() : await loadMemory(ctx);
  live.memoryTo = corrected;
  live.memoryAt = now;
}

/** Other classes make other answers of the same models, so those are read again. Gives whether anything changed. */
function takeHeads(live: Live, heads: readonly Head[]): boolean {
  const madeOf = JSON.stringify(heads);
  if (madeOf === live.madeOf) return false;
  live.madeOf = madeOf;
  live.heads = new Map(heads.filter(({ enabled }) => enabled).map((head) => [head.key, head]));
  live.answerer = makeAnswerer([...live.heads.values()].flatMap(ruledOf));
  live.predictors.clear();
  return true;
}

function ruledOf({ key, kind, rules, classes }: Head): RuledHead[] {
  return rules === 'words' || rules === 'aspects' || rules === 'relation'
    ? [{ key, kind, rules, classes }]
    : [];
}

async function takeModels(live: Live, ctx: Context, versions: Record<string, number>): Promise<void> {
  for (const head of live.predictors.keys()) if (!(head in versions)) live.predictors.delete(head);
  for (const [head, version] of Object.entries(versions)) {
    const { gone } = live.heads.get(head) ?? {};
    if (gone && live.predictors.get(head)?.version !== version)
      await takeModel(live, ctx, { head, version, gone });
  }
}

async function takeModel(
  live: Live,
  ctx: Context,
  { head, version, gone }: { head: string; version: number; gone: Classes['gone'] },
): Promise<void> {
  const row = await ctx.database
    .selectFrom('model')
    .select(['file', 'figures'])
    .where('head', '=', head)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!row) return;
  const model = row.file ? unpackModel(row.file) : undefined;
  // One that cannot be read leaves what was there: doctor and the screen tell, the inbox goes on.
  if (model && !isUnreadable(model))
    live.predictors.set(head, {
      predictor: makePredictor(inClassesOfNow(model, gone)),
      version,
      beatsRules: beatsRules(row.figures as unknown as Figures),
    });
}
