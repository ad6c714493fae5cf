import { z } from 'zod';
import { cs, resultTypes } from '../../../insights/goals/goal.ts';
import { listGoals } from '../../../insights/goals/goals.ts';
import { listPlanLines, meanError } from '../../../insights/goals/plan.ts';
import { addPlanLine, sayPeriod, setGoal } from '../../../insights/goals/setting.ts';
import { noteLook } from '../../../insights/using.ts';
import { listColleagues, listDepartmentChoices } from '../../../journey/choices.ts';
import { may } from '../../../organisation/authority.ts';
import { asDate } from '../../../platform/clock.ts';
import { urls } from '../../../urls.ts';
import { useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { doForm } from '../../organisation/managing.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { chosen, reader, steerer } from '../door.ts';
import type { Route } from './+types/goals-page.ts';
import { GoalForm } from './goal-form.tsx';
import { GoalTable } from './goal-table.tsx';
import { goalView } from './goal-view.ts';
import { figure, maybe } from './numbers.ts';
import { Plan } from './plan.tsx';

const acts = z.discriminatedUnion('act', [
  z.object({
    ...{
      act: z.literal('set'),
      name: z.string().trim().min(3).max(200),
      why: z.string().trim().min(3).max(2000),
      c: z.enum(cs),
    },
    ...{
      type: z.enum(resultTypes),
      direction: z.enum(['higher', 'lower']),
      department: chosen,
      owner: chosen,
    },
    ...{ kpi: z.string().trim().max(200), unit: z.string().trim().max(60), baseline: maybe, target: maybe },
    ...{ due: z.iso.date().or(z.literal('')), line: z.string().max(60) },
  }),
  z.object({
    ...{
      act: z.literal('line'),
      year: z.coerce.number().int().min(2000).max(2200),
      name: z.string().trim().min(3).max(200),
    },
    ...{ unit: z.string().trim().min(1).max(60), owner: chosen },
  }),
  z.object({
    ...{
      act: z.literal('say'),
      line: z.string().min(1).max(60),
      month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
    },
    ...{ forecast: maybe, actual: maybe },
  }),
]);

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = reader(context);
  await noteLook(ctx, 'goals');
  const now = asDate(ctx.clock.now());
  const day = ctx.clock.now().toString().slice(0, 10);
  const steers = may(ctx.actor, 'journey.manage');
  const lines = await listPlanLines(ctx, now);
  return {
    goals: (await listGoals(ctx, now, { ended: true })).map((goal) => goalView(goal, day)),
    lines: lines.map((line) => ({
      ...line,
      periods: [...line.periods],
      error: meanError(line.periods).value,
    })),
    steers,
    year: Number(day.slice(0, 4)),
    colleagues: steers ? await listColleagues(ctx) : [],
    departments: steers ? await listDepartmentChoices(ctx) : [],
  };
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = steerer(context);
  return doForm(request, acts, async (given) => {
    if (given.act === 'line') {
      const { year, name, unit, owner } = given;
      await addPlanLine(ctx, { year, name, unit, ownerId: owner || null });
      return urls.goals();
    }
    if (given.act === 'say') {
      const { month, forecast, actual } = given;
      await sayPeriod(ctx, given.line, { month, forecast: figure(forecast), actual: figure(actual) });
      return urls.goals();
    }
    const id = await setGoal(ctx, {
      ...{ name: given.name, why: given.why, c: given.c, resultType: given.type, direction: given.direction },
      ...{ departmentId: given.department || null, ownerId: given.owner || null },
      ...{ kpi: given.kpi || null, unit: given.unit || null, dueOn: given.due || null },
      ...{ baseline: figure(given.baseline), target: figure(given.target), planLineId: given.line || null },
    });
    return urls.goal(id);
  });
}

export default function GoalsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { goals, lines, steers, year, colleagues, departments } = loaderData;
  const words = useWords().journeying.goals;
  return (
    <div className="max-w-5xl space-y-5">
      <PageHeader title={words.title} lead={words.lead} />
      {goals.length === 0 ? (
        <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>
      ) : (
        <GoalTable goals={goals} />
      )}
      {steers && (
        <GoalForm lines={lines} colleagues={colleagues} departments={departments} answer={actionData} />
      )}
      <Plan lines={lines} steers={steers} year={year} colleagues={colleagues} answer={actionData} />
    </div>
  );
}
