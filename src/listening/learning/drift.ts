import { type RawBuilder, sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { extract, makeFeatures } from '../../understanding/learned/features.ts';
import type { Model } from '../../understanding/learned/model.ts';
import { tokenise } from '../../understanding/tokenising.ts';
import type { Head } from './heads.ts';
import type { Drift } from './judging.ts';
import { hasColumn } from './labelling.ts';
import { readerOf } from './reading.ts';

const lately = 28;
const earlier = 91;
/** Enough to see a percent, few enough to look at while somebody waits. */
const sampled = 500;

interface Periods {
  readonly end: Date;
  readonly turn: Date;
  readonly start: Date;
}

/** How what is said differs from the quarter before; as of the newest message, so that imported history speaks. */
export async function driftOf(ctx: Context, head: Head): Promise<Drift> {
  const newest = await sql<{ at: Date }>`
    select sent_at as at from message where direction = 'in' order by sent_at desc limit 1`.execute(
    ctx.database,
  );
  const end = newest.rows[0]?.at ?? asDate(ctx.clock.now());
  const back = (days: number) => new Date(end.getTime() - days * 86_400_000);
  const periods = { end, turn: back(lately), start: back(lately + earlier) };
  const counts = await countsOf(ctx, head, periods);
  const sum = (pick: 'lately' | 'before') => counts.reduce((all, row) => all + row[pick], 0);
  const [now, then] = [sum('lately'), sum('before')];
  const share = (n: number, all: number) => (all === 0 ? 0 : n / all);
  const order = head.classes.map(({ key }) => key);
  return {
    lately: now,
    before: then,
    shares: counts
      .map((row) => ({
        label: row.label,
        lately: share(row.lately, now),
        before: share(row.before, then),
      }))
      .sort((one, other) => order.indexOf(one.label) - order.indexOf(other.label)),
    unknownWords: await unknownWords(ctx, head, periods),
  };
}

interface Counted {
  readonly label: string;
  readonly lately: number;
  readonly before: number;
}

async function countsOf(ctx: Context, head: Head, { end, turn, start }: Periods): Promise<Counted[]> {
  const found = await sql<Counted>`
    select label, (count(*) filter (where at > ${turn}))::int as lately,
      (count(*) filter (where at <= ${turn}))::int as before
    from (${answersOf(head, { end, turn, start })}) a where label is not null group by 1`.execute(
    ctx.database,
  );
  return found.rows;
}

/** What holds: on the message where it has a column, else by the surest voice. */
function answersOf({ key }: Head, { end, start }: Periods): RawBuilder<unknown> {
  const messages = sql`m.direction = 'in' and m.sent_at > ${start} and m.sent_at <= ${end}`;
  if (hasColumn(key)) {
    const column = key === 'answerable' ? sql`m.answerable::int::text` : sql`m.${sql.ref(key)}::text`;
    return sql`select ${column} as label, m.sent_at as at from message m where ${messages}`;
  }
  return sql`
    select unnest(s.labels) as label, m.sent_at as at from message m
    join lateral (
      select l.labels from label l where l.message_id = m.id and l.received_at = m.received_at and l.head = ${key}
        and l.automatic
      order by array_position(array['person', 'alike', 'model'], l.by) limit 1) s on true
    where ${messages}`;
}

async function unknownWords(
  ctx: Context,
  head: Head,
  { end, turn, start }: Periods,
): Promise<Drift['unknownWords']> {
  const reader = readerOf(ctx);
  await reader.refresh(ctx);
  const live = reader.find(head.key);
  if (!live) return null;
  const share = async (from: Date, to: Date) => {
    const found = await sql<{ text: string }>`
      select text from message where direction = 'in' and sent_at > ${from} and sent_at <= ${to}
      order by sent_at desc limit ${sampled}`.execute(ctx.database);
    return found.rows.length === 0
      ? null
      : shareUnknown(
          live.predictor.model,
          found.rows.map(({ text }) => text),
        );
  };
  return { lately: await share(turn, end), before: await share(start, turn) };
}

/**
 * Which share of the words and pairs of words in these texts a model never met in its stream, 0–1: what rises when
 * people start to talk about something else. Two words may share a slot, so it is a little too low, always alike.
 */
function shareUnknown({ bits, rarity }: Model, texts: Iterable<string>): number {
  const features = makeFeatures(bits);
  let all = 0;
  let unknown = 0;
  for (const text of texts) {
    extract(tokenise(text), features);
    const { slots, count } = features.words;
    for (let at = 0; at < count; at++) if (rarity[slots[at] ?? 0] === 0) unknown++;
    all += count;
  }
  return all === 0 ? 0 : unknown / all;
}
