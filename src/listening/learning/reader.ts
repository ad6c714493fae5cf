import { sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';
import { signatureOf } from '../../understanding/comparing/duplicates.ts';
import { explain } from '../../understanding/learned/explaining.ts';
import { isUnreadable } from '../../understanding/learned/model-file.ts';
import {
  type Decision,
  decisionOf,
  makePredictor,
  scoresOf,
} from '../../understanding/learned/predicting.ts';
import { understand } from '../../understanding/reading.ts';
import { tokenise } from '../../understanding/tokenising.ts';
import type { Hints, Understanding } from '../../understanding/understanding.ts';
import { unpackModel } from './packing.ts';
import type { HeadLabel, LivePredictor, Reader, Reading, Reason } from './reading.ts';
import { loadMemory, type Memory, recall } from './remembering.ts';
import { replaced } from './replacing.ts';
import { trainApart } from './training.ts';

const lookAgain = 5_000;
/** Also without a new correction: somebody may have objected to being learned from. */
const rememberAnew = 30_000;
const mostReasons = 5;

interface Live {
  readonly predictors: Map<string, LivePredictor>;
  memory: Memory;
  memoryTo: string | null;
  memoryAt: number;
  lookedAt: number;
}

/** Holds the models of all heads, and what colleagues said, for one process. */
export function makeReader(): Reader {
  const live: Live = {
    predictors: new Map(),
    memory: new Map(),
    memoryTo: null,
    memoryAt: Number.NEGATIVE_INFINITY,
    lookedAt: Number.NEGATIVE_INFINITY,
  };
  return {
    refresh: (ctx) => refresh(live, ctx),
    stale: () => {
      live.lookedAt = Number.NEGATIVE_INFINITY;
    },
    read: (text, hints) => read(live, text, hints),
    find: (head) => live.predictors.get(head),
    train: trainApart,
  };
}

async function refresh(live: Live, ctx: Context): Promise<void> {
  const now = ctx.clock.now().epochMilliseconds;
  if (Math.abs(now - live.lookedAt) < lookAgain) return;
  live.lookedAt = now;
  await transact(ctx, ctx.purpose ?? 'listen', async (ctx) => {
    const found = await sql<{ corrected: string | null; versions: Record<string, number> | null }>`
      select (select max(id) from correction) as corrected,
        (select jsonb_object_agg(m.head, m.version) from model m join head h on h.key = m.head
          where m.state = 'current' and h.enabled) as versions`.execute(ctx.database);
    const { corrected = null, versions } = found.rows[0] ?? {};
    await takeModels(live, ctx, versions ?? {});
    if (corrected === live.memoryTo && (corrected === null || now - live.memoryAt < rememberAnew)) return;
    live.memory = corrected === null ? new Map() : await loadMemory(ctx);
    live.memoryTo = corrected;
    live.memoryAt = now;
  });
}

async function takeModels(live: Live, ctx: Context, versions: Record<string, number>): Promise<void> {
  for (const head of live.predictors.keys()) if (!(head in versions)) live.predictors.delete(head);
  const wanted = Object.entries(versions).filter(
    ([head, version]) => live.predictors.get(head)?.version !== version,
  );
  for (const [head, version] of wanted) {
    const row = await ctx.database
      .selectFrom('model')
      .select('file')
      .where('head', '=', head)
      .where('version', '=', version)
      .executeTakeFirst();
    const model = row?.file ? unpackModel(row.file) : undefined;
    // One that cannot be read leaves what was there: doctor and the screen tell, the inbox goes on.
    if (model && !isUnreadable(model))
      live.predictors.set(head, { predictor: makePredictor(model), version });
  }
}

function read({ predictors, memory }: Live, text: string, hints: Hints): Reading {
  const rules = understand(text, hints);
  const alike = memory.size === 0 ? new Map() : recall(memory, signatureOf(text));
  const labels: HeadLabel[] = [];
  for (const [head, { labels: said, agreement }] of alike) {
    labels.push({
      head,
      by: 'alike',
      labels: said,
      confidence: agreement,
      automatic: true,
      because: [],
      version: null,
    });
  }
  // All decisions before any reason: both read the text into the same arrays.
  const tokens = tokenise(text);
  const decided = [...predictors].map(([head, { predictor, version }]) => ({
    head,
    predictor,
    version,
    decision: decisionOf(predictor, scoresOf(predictor, { tokens, read: rules })),
  }));
  for (const { head, predictor, version, decision } of decided) {
    const { labels: said, confidence, automatic } = decision;
    const because = reasonsFor(predictor, text, decision);
    labels.push({ head, by: 'model', labels: said, confidence, automatic, because, version });
  }
  return { understanding: learnedOver(rules, labels), labels };
}

function reasonsFor(
  predictor: LivePredictor['predictor'],
  text: string,
  { label, automatic }: Decision,
): Reason[] {
  // Why a doubtful answer was doubtful is told when somebody asks; it decides nothing.
  if (label === null || !automatic) return [];
  return explain(predictor, text, label)
    .words.slice(0, mostReasons)
    .filter(({ weight }) => weight > 0)
    .map(({ word, weight }) => ({ word, weight: Math.round(weight * 1000) / 1000 }));
}

/** What a colleague said of a near copy stands before a model, and a sure model before the rules. */
function learnedOver(rules: Understanding, labels: readonly HeadLabel[]): Understanding {
  const copied = new Set(labels.filter(({ by }) => by === 'alike').map(({ head }) => head));
  return labels
    .filter(({ by, automatic, head }) => automatic && (by === 'alike' || !copied.has(head)))
    .reduce(replaced, rules);
}
