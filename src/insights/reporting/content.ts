import { satisfaction } from '../../conversations/asking/measures.ts';
import { type QuestionKind, questionKinds } from '../../conversations/asking/question.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { startOfDay } from '../rolling/reading.ts';
import type { ReportScope } from './asking.ts';
import { type Estimate, shareOf } from './figures.ts';

/** How customers say we helped them: the share that is content, with what it rests on. */
export interface Content extends Estimate {
  readonly kind: QuestionKind;
  readonly asked: number;
  readonly mean: number | null;
  readonly before: Estimate;
}

/** Of the chosen queues; a question is asked per queue and not per channel. Two statements. */
export async function readContent(ctx: Context, scope: ReportScope): Promise<Content[]> {
  const at = (day: string) => asDate(startOfDay(day, scope.zone));
  const keys = new Set(scope.queues.filter(({ id }) => scope.queueIds.includes(id)).map(({ key }) => key));
  const of = async (since: Date, until: Date) =>
    (await satisfaction(ctx, { since, until })).filter(({ queue }) => keys.has(queue));
  const [now, before] = [await of(at(scope.from), at(scope.to)), await of(at(scope.before), at(scope.from))];
  return questionKinds.map((kind) => {
    const [own, former] = [now.filter((one) => one.kind === kind), before.filter((one) => one.kind === kind)];
    const answered = sum(own, 'answered');
    const total = own.reduce((all, { mean, answered: n }) => all + (mean ?? 0) * n, 0);
    return {
      kind,
      asked: sum(own, 'asked'),
      mean: answered === 0 ? null : total / answered,
      ...shareOf(sum(own, 'content'), answered),
      before: shareOf(sum(former, 'content'), sum(former, 'answered')),
    };
  });
}

function sum(
  rows: readonly Record<'asked' | 'answered' | 'content', number>[],
  of: 'asked' | 'answered' | 'content',
) {
  return rows.reduce((all, row) => all + row[of], 0);
}
