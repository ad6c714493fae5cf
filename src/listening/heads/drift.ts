import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { unfamiliar, wordsIn } from '../../understanding/answering/familiar.ts';
import type { Drift } from '../learning/judging.ts';
import { type Period, saidCounts } from '../measures.ts';
import type { Head } from './head.ts';

const lately = 28;
const earlier = 91;
/** Enough to see a percent, few enough to look at while somebody waits. */
const sampled = 600;

/** How what is said differs from the quarter before; as of the newest message, so that imported history speaks. */
export async function driftOf(ctx: Context, head: Head): Promise<Drift> {
  const newest = await sql<{ at: Date }>`
    select sent_at as at from message where direction = 'in' order by sent_at desc limit 1`.execute(
    ctx.database,
  );
  const end = newest.rows[0]?.at ?? asDate(ctx.clock.now());
  const back = (days: number) => new Date(end.getTime() - days * 86_400_000);
  const recent = { after: back(lately), until: end };
  const former = { after: back(lately + earlier), until: back(lately) };
  const [now, then] = [await saidCounts(ctx, head.key, recent), await saidCounts(ctx, head.key, former)];
  const share = (n: number | undefined, all: number) => (all === 0 ? 0 : (n ?? 0) / all);
  return {
    lately: now.messages,
    before: then.messages,
    shares: head.classes
      .filter(({ key }) => now.perClass.has(key) || then.perClass.has(key))
      .map(({ key }) => ({
        label: key,
        lately: share(now.perClass.get(key), now.messages),
        before: share(then.perClass.get(key), then.messages),
      })),
    unknownWords: await unknownWords(
      ctx,
      { ...recent, all: now.messages },
      { ...former, all: then.messages },
    ),
  };
}

/**
 * Which share of the words of now did not occur before, and how large that share was before: half of the former
 * messages say which words were known, the other half how many are new at any time.
 */
async function unknownWords(ctx: Context, recent: Counted, former: Counted): Promise<Drift['unknownWords']> {
  const before = await textsIn(ctx, former, 2 * sampled);
  const now = await textsIn(ctx, recent, sampled);
  if (before.length < 2 || now.length === 0) return null;
  const known = wordsIn(before.filter((_, at) => at % 2 === 0));
  const others = before.filter((_, at) => at % 2 === 1);
  return { lately: unfamiliar(known, now), before: unfamiliar(known, others) };
}

/** A period, and how many messages it holds. */
interface Counted extends Period {
  readonly all: number;
}

/** Spread over the whole period, because messages are numbered as they come. */
async function textsIn(ctx: Context, { after, until, all }: Counted, count: number): Promise<string[]> {
  const each = Math.max(1, Math.floor(all / count));
  const found = await sql<{ text: string }>`
    select left(text, 2000) as text from message
    where direction = 'in' and sent_at > ${after} and sent_at <= ${until} and id % ${each} = 0
    order by sent_at desc limit ${count}`.execute(ctx.database);
  return found.rows.map(({ text }) => text);
}
