import { sql } from 'kysely';
import { requires } from '../../organisation/authority.ts';
import { type Context, transact } from '../../platform/context.ts';
import { rolledUp } from '../heads/classes.ts';
import { driftOf } from '../heads/drift.ts';
import { getHead, type Head } from '../heads/head.ts';
import type { Figures } from './figures.ts';
import type { ModelState, Why } from './models.ts';
import { newestCorrections } from './remembering.ts';
import { labelledCount } from './verdicts.ts';

export interface ModelVersion {
  readonly version: number;
  readonly state: ModelState;
  readonly why: Why;
  readonly examples: number;
  readonly madeAt: Date;
  /** Name of the colleague; null when Polder did it by itself. */
  readonly madeBy: string | null;
  readonly figures: Figures;
  /** Its file is still there, so it can be put back. */
  readonly canReturn: boolean;
}

/** Share of a class, lately (28 days) and before (the 91 days before those). Fractions 0–1. */
export interface ClassShare {
  readonly label: string;
  readonly lately: number;
  readonly before: number;
}

export interface Drift {
  /** How many answers each period holds. */
  readonly lately: number;
  readonly before: number;
  readonly shares: readonly ClassShare[];
  /** Share of words that the current model never met; null without a model, or without messages in a period. */
  readonly unknownWords: { readonly lately: number | null; readonly before: number | null } | null;
}

export interface HeadOverview {
  readonly head: Head;
  /** What colleagues labelled; of each message the newest, of persons who let it be learned from. */
  readonly labelled: {
    readonly total: number;
    readonly perClass: readonly { readonly label: string; readonly n: number }[];
    readonly newest: Date | null;
    /** Corrections since the last training. */
    readonly waiting: number;
  };
  readonly current: ModelVersion | null;
  /** Newest first. */
  readonly versions: readonly ModelVersion[];
  /** Oldest first, refused ones left out. */
  readonly curve: readonly {
    readonly version: number;
    readonly examples: number;
    readonly accuracy: number;
    readonly interval: readonly [number, number];
    readonly macroF1: number;
    readonly madeAt: Date;
  }[];
  readonly drift: Drift;
}

/**
 * All that the screen of one head shows.
 * @throws Refusal `not-found.head`, `forbidden.action`
 */
export async function headOverview(ctx: Context, headKey: string): Promise<HeadOverview> {
  requires(ctx.actor, 'inbox.read');
  return transact(ctx, 'train', async (ctx) => {
    const head = await getHead(ctx, headKey);
    const versions = await versionsOf(ctx, headKey);
    return {
      head,
      labelled: await labelledOf(ctx, head),
      current: versions.find(({ state }) => state === 'current') ?? null,
      versions,
      curve: versions
        .filter(({ state }) => state !== 'refused')
        .map(({ version, examples, figures: { accuracy, interval, macroF1 }, madeAt }) => ({
          version,
          examples,
          accuracy,
          interval,
          macroF1,
          madeAt,
        }))
        .toReversed(),
      drift: await driftOf(ctx, head),
    };
  });
}

/**
 * What a list of heads shows of one.
 * @throws Refusal `forbidden.action`
 */
export async function headBrief(
  ctx: Context,
  headKey: string,
): Promise<{ labels: number; current: ModelVersion | null }> {
  requires(ctx.actor, 'inbox.read');
  return transact(ctx, 'train', async (ctx) => ({
    labels: await labelledCount(ctx, headKey),
    current: (await versionsOf(ctx, headKey, 'current'))[0] ?? null,
  }));
}

async function labelledOf(ctx: Context, { key, classes }: Head): Promise<HeadOverview['labelled']> {
  const counted = await sql<{ labels: string[]; n: number }>`
    select labels, count(*)::int as n from (${newestCorrections(key)}) c group by labels`.execute(
    ctx.database,
  );
  const totals = await sql<{ total: number; newest: Date | null; waiting: number }>`
    select count(*)::int as total, max(at) as newest,
      (select count(*)::int from correction where head = ${key}
        and id > coalesce((select max(learned_to) from model where head = ${key}), 0)) as waiting
    from (${newestCorrections(key)}) c`.execute(ctx.database);
  const found = rolledUp(classes, counted.rows);
  return {
    ...(totals.rows[0] ?? { total: 0, newest: null, waiting: 0 }),
    perClass: classes.map(({ key: label }) => ({ label, n: found.get(label) ?? 0 })),
  };
}

async function versionsOf(ctx: Context, headKey: string, state?: ModelState): Promise<ModelVersion[]> {
  const found = await sql<ModelVersion>`
    select m.version, m.state, m.why, m.examples, m.made_at as "madeAt", e.name as "madeBy", m.figures,
      m.file is not null as "canReturn"
    from model m left join employee e on e.id = m.made_by
    where m.head = ${headKey} and ${state ? sql`m.state = ${state}` : sql`true`} order by m.version desc`.execute(
    ctx.database,
  );
  return found.rows;
}
