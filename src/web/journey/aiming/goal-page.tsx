import { Link } from 'react-router';
import { z } from 'zod';
import { getGoal } from '../../../insights/goals/goals.ts';
import { listPlanLines } from '../../../insights/goals/plan.ts';
import { endGoal, noteValue, tieGoal } from '../../../insights/goals/setting.ts';
import { may } from '../../../organisation/authority.ts';
import { asDate } from '../../../platform/clock.ts';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { doForm } from '../../organisation/managing.ts';
import { Act, Facts } from '../../privacy/act.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { reader, steerer } from '../door.ts';
import { Course } from '../judging/course.tsx';
import type { Route } from './+types/goal-page.ts';
import { State } from './goal-table.tsx';
import { goalView } from './goal-view.ts';
import { figure, maybe } from './numbers.ts';

const acts = z.discriminatedUnion('act', [
  z.object({ act: z.literal('value'), day: z.iso.date(), value: maybe.min(1), low: maybe, high: maybe }),
  z.object({ act: z.literal('tie'), line: z.string() }),
  z.object({ act: z.literal('end'), why: z.string().trim().min(3) }),
]);

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  const ctx = reader(context);
  const goal = await getGoal(ctx, id);
  const lines = await listPlanLines(ctx, asDate(ctx.clock.now()));
  const today = ctx.clock.now().toString().slice(0, 10);
  return {
    goal: goalView(goal, today),
    today,
    lines: lines.map(({ id, name, year }) => ({ id, name: `${year}: ${name}` })),
    steers: may(ctx.actor, 'journey.manage') && goal.endedOn === null,
  };
}

export function action({ params: { id }, context, request }: Route.ActionArgs) {
  const ctx = steerer(context);
  return doForm(request, acts, async (given) => {
    if (given.act === 'value') {
      const { day, value, low, high } = given;
      await noteValue(ctx, id, { day, value: figure(value) ?? 0, low: figure(low), high: figure(high) });
    }
    if (given.act === 'tie') await tieGoal(ctx, id, given.line || null);
    if (given.act === 'end') await endGoal(ctx, id, given.why);
    return urls.goal(id);
  });
}

export default function GoalPage({
  loaderData: { goal, lines, steers, today },
  actionData,
}: Route.ComponentProps) {
  const { goals: words, cs } = useWords().journeying;
  const { day, number } = useFormats();
  const write = (value: number) => `${number(value, 2)} ${goal.unit ?? ''}`.trim();
  const points = goal.values.map(({ day: on, value, low, high }) => ({
    ...{
      at: `${on}T12:00:00Z`,
      version: 1,
      state: 'unknown' as const,
      value,
      n: 1,
      low,
      high,
      up: 0,
      down: 0,
    },
  }));
  return (
    <div className="max-w-4xl space-y-5">
      <div>
        <Link to={urls.goals()} className="link inline-flex items-center gap-1 text-sm">
          <Icon name="previous" className="size-4" />
          {words.back}
        </Link>
        <div className="mt-2">
          <PageHeader title={goal.name} lead={goal.why} />
        </div>
      </div>
      <Card>
        <Facts
          facts={[
            [words.state, <State key="state" goal={goal} />],
            [words.owner, goal.owner ?? words.none],
            [words.c, cs[goal.c]],
            [words.type, words.types[goal.resultType]],
            [words.kpi, goal.kpi ?? words.none],
            [words.baseline, goal.baseline === null ? words.none : write(goal.baseline)],
            [words.target, goal.target === null ? words.none : write(goal.target)],
            [words.due, goal.dueOn === null ? words.none : day(goal.dueOn)],
            [words.line, goal.planLine?.name ?? words.none],
            goal.endedWhy === null ? null : [words.ended, goal.endedWhy],
          ]}
        />
      </Card>
      {points.length > 0 && (
        <Card title={words.values}>
          <Course
            title={goal.kpi ?? goal.name}
            points={points}
            enter={goal.target}
            exit={goal.baseline}
            write={write}
          />
        </Card>
      )}
      {steers && <Acts goal={goal} lines={lines} today={today} answer={actionData} />}
    </div>
  );
}

interface ActsProps {
  goal: Route.ComponentProps['loaderData']['goal'];
  lines: readonly { id: string; name: string }[];
  today: string;
  answer: Route.ComponentProps['actionData'];
}

function Acts({ goal, lines, today, answer }: ActsProps) {
  const { goals: words } = useWords().journeying;
  const own = (act: string) => (answer?.given?.act === act ? answer : undefined);
  return (
    <div className="grid items-start gap-3 print:hidden sm:grid-cols-3">
      <Act act="value" label={words.addValue} tone="primary" answer={own('value')}>
        <Field
          name="day"
          type="date"
          label={words.onDay}
          max={today}
          defaultValue={today}
          answer={own('value')}
        />
        <Field name="value" label={words.value} inputMode="decimal" answer={own('value')} />
        <Field name="low" label={words.low} inputMode="decimal" optional answer={own('value')} />
        <Field name="high" label={words.high} inputMode="decimal" optional answer={own('value')} />
      </Act>
      <Act act="tie" label={words.tie} answer={own('tie')}>
        <Select
          name="line"
          label={words.line}
          defaultValue={goal.planLineId ?? ''}
          options={[
            { value: '', label: words.none },
            ...lines.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Act>
      <Act act="end" label={words.end} tone="quiet" answer={own('end')}>
        <Field name="why" label={words.endWhy} answer={own('end')} />
      </Act>
    </div>
  );
}
