import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { contentFrom, type Dropped, type QuestionKind, questionKinds } from './question.ts';

/** What customers said after closing. Persons appear in none of it. */
export interface Satisfaction {
  kind: QuestionKind;
  /** Key of the queue. */
  queue: string;
  asked: number;
  answered: number;
  /** Of those that were answered: 4 or 5 of 5, 5 to 7 of 7. For a share with its interval: k of n. */
  content: number;
  mean: number | null;
}

export interface Window {
  since: Date;
  until: Date;
}

/**
 * Answers given between two moments, per kind and queue; `asked` counts what was asked between them. Runs under the
 * purpose `measure`. One statement, by the indexes on when it was asked and answered.
 */
export async function satisfaction(ctx: Context, { since, until }: Window): Promise<Satisfaction[]> {
  const content = sql.join(
    questionKinds.map((kind) => sql`(q.kind = ${kind} and q.score >= ${contentFrom[kind]})`),
    sql` or `,
  );
  const found = await sql<Satisfaction>`
    with within as (
      select q.id, q.kind, q.queue_id, q.score, true as asked, false as answered from question q
      where q.asked_at >= ${since} and q.asked_at < ${until}
      union all
      select q.id, q.kind, q.queue_id, q.score, false, true from question q
      where q.answered_at >= ${since} and q.answered_at < ${until})
    select q.kind, u.key as queue, count(*) filter (where q.asked)::integer as asked,
      count(*) filter (where q.answered)::integer as answered,
      count(*) filter (where q.answered and (${content}))::integer as content,
      avg(q.score) filter (where q.answered)::float8 as mean
    from within q join queue u on u.id = q.queue_id group by q.kind, u.key order by q.kind, u.key`.execute(
    ctx.database,
  );
  return found.rows;
}

/** How often each score was given between two moments. One statement. */
export async function scores(
  ctx: Context,
  { since, until }: Window,
): Promise<{ kind: QuestionKind; score: number; n: number }[]> {
  const found = await sql<{ kind: QuestionKind; score: number; n: number }>`
    select kind, score, count(*)::integer as n from question
    where answered_at >= ${since} and answered_at < ${until} and score is not null
    group by kind, score order by kind, score`.execute(ctx.database);
  return found.rows;
}

export interface Rated {
  conversation: string;
  kind: QuestionKind;
  score: number;
  answeredAt: Date;
}

/** Which conversations were rated, for whoever wants to see the rows behind a figure; newest first. */
export async function ratedBetween(ctx: Context, { since, until }: Window): Promise<Rated[]> {
  const found = await sql<Rated>`
    select c.public_id as conversation, q.kind, q.score, q.answered_at as "answeredAt"
    from question q join conversation c on c.id = q.conversation_id
    where q.answered_at >= ${since} and q.answered_at < ${until}
    order by q.answered_at desc, q.id desc limit 50`.execute(ctx.database);
  return found.rows;
}

/** Why questions were not asked, so that a low number of answers can be understood. */
export async function notAsked(
  ctx: Context,
  { since, until }: Window,
): Promise<{ why: Dropped; n: number }[]> {
  const found = await sql<{ why: Dropped; n: number }>`
    select dropped as why, count(*)::integer as n from question
    where dropped is not null and due_at >= ${since} and due_at < ${until} group by dropped order by 1`.execute(
    ctx.database,
  );
  return found.rows;
}
