import { type Rating, ratingsOf } from '../../conversations/asking/rated.ts';
import { type HandOver, handOversOf } from '../../conversations/handing-over/hand-over.ts';
import { type Assigned, assignmentsOf } from '../../conversations/routing/reassigning.ts';
import { type Why, whyHere } from '../../conversations/routing/why.ts';
import { type Ruled, ruledHere } from '../../conversations/ruling/runs.ts';
import { may } from '../../organisation/authority.ts';
import { listQueues } from '../../organisation/queues.ts';
import { listDepartments } from '../../organisation/staff/overview.ts';
import { transact } from '../../platform/context.ts';
import type { PageContext } from '../../platform/http/load-context.ts';
import type { Option } from '../ui/field.tsx';
import { type Choices, readChoices } from './choices.ts';

/** A record of the module with its moments as text, as a page gets it. */
type Shown<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};

export interface WorkView {
  why: Shown<Why>[];
  ruled: Shown<Ruled>[];
  ratings: Shown<Rating>[];
  choices: Choices;
  assignments: Shown<Assigned>[];
  handOvers: (Omit<Shown<HandOver>, 'lines'> & { lines: Shown<HandOver['lines'][number]>[] })[];
  /** Where it can be brought; none for whoever may not. */
  queues: Option[];
  departments: Option[];
}

/** Where the work on a conversation is, how it came there, and who was asked. For whoever opened it. */
export async function readWork(
  { context, locale }: Pick<PageContext, 'context' | 'locale'>,
  thread: { id: string; queueId: string; departmentId: string | null; state: string },
): Promise<WorkView> {
  const mayMove = may(context.actor, 'conversation.assign', thread.departmentId) && thread.state !== 'done';
  const queues = (await listQueues(context)).filter(({ id, ended }) => !ended && id !== thread.queueId);
  const { why, ruled, ratings, assignments, handOvers } = await transact(context, 'service', async (ctx) => ({
    why: await whyHere(ctx, thread.id),
    ruled: await ruledHere(ctx, thread.id),
    ratings: await ratingsOf(ctx, thread.id),
    assignments: await assignmentsOf(ctx, thread.id),
    handOvers: await handOversOf(ctx, thread.id),
  }));
  return {
    why: why.map((one) => ({ ...one, at: one.at.toISOString() })),
    ratings: ratings.map((one) => ({
      ...one,
      dueAt: one.dueAt.toISOString(),
      answeredAt: one.answeredAt?.toISOString() ?? null,
    })),
    ruled: ruled.map((one) => ({ ...one, at: one.at.toISOString() })),
    choices: await readChoices(context, locale),
    assignments: assignments.map((one) => ({
      ...one,
      at: one.at.toISOString(),
      endedAt: one.endedAt?.toISOString() ?? null,
    })),
    handOvers: handOvers.map((one) => ({
      ...one,
      askedAt: one.askedAt.toISOString(),
      dueAt: one.dueAt?.toISOString() ?? null,
      endedAt: one.endedAt?.toISOString() ?? null,
      lines: one.lines.map((line) => ({ ...line, at: line.at.toISOString() })),
    })),
    queues: mayMove ? queues.map(({ key, name }) => ({ value: key, label: name })) : [],
    departments: mayMove
      ? (await listDepartments(context)).map(({ key, name }) => ({ value: key, label: name }))
      : [],
  };
}
