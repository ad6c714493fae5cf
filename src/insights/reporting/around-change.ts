import { sql } from 'kysely';
import { satisfaction } from '../../conversations/asking/measures.ts';
import { queuesFor } from '../../organisation/queues.ts';
import { type Context, transact } from '../../platform/context.ts';
import { type Mean, readQuality } from './quality.ts';

/** Four weeks on either side, or as many as have gone by. */
const span = 28;
/** Fewer answers of customers than this say nothing. */
const fewest = 10;

interface Side {
  /** Of customers who answered, how many are content; null of fewer than ten. */
  readonly content: number | null;
  /** How human our answers sound to two colleagues, 0 to 2. */
  readonly voice: Mean;
}

export interface AroundChange {
  /** The day on which the newest house rule came into force. */
  readonly day: string;
  readonly before: Side;
  readonly after: Side;
}

/** Whether customers notice a change of rules: how content they are, and the tone of answers, before and after it. */
export async function readAroundChange(ctx: Context): Promise<AroundChange | null> {
  const today = ctx.clock.now().toString().slice(0, 10);
  const found = await sql<{ day: string | null }>`
    select max(holds_from)::text as day from rule_version where holds_from < ${today}::date`.execute(
    ctx.database,
  );
  const day = found.rows[0]?.day;
  if (!day) return null;
  const change = Temporal.PlainDate.from(day);
  const end =
    Temporal.PlainDate.compare(change.add({ days: span }), today) < 0 ? change.add({ days: span }) : today;
  const from = change.subtract({ days: span }).toString();
  return {
    day,
    before: await sideOf(ctx, from, day),
    after: await sideOf(ctx, day, end.toString()),
  };
}

async function sideOf(ctx: Context, from: string, to: string): Promise<Side> {
  const queues = await queuesFor(ctx, 'journey.read');
  const queueIds = queues.map(({ id }) => id);
  const keys = new Set(queues.map(({ key }) => key));
  const { criteria } = await readQuality(ctx, { from, to, queueIds });
  const said = await transact(ctx, 'measure', (ctx) =>
    satisfaction(ctx, { since: new Date(`${from}T00:00:00Z`), until: new Date(`${to}T00:00:00Z`) }),
  );
  const own = said.filter(({ kind, queue }) => kind === 'csat' && keys.has(queue));
  const n = own.reduce((sum, { answered }) => sum + answered, 0);
  const none = { value: null, low: null, high: null, n: 0 };
  return {
    content: n < fewest ? null : own.reduce((sum, { content }) => sum + content, 0) / n,
    voice: criteria.find(({ key }) => key === 'voice')?.mean ?? none,
  };
}
