import { z } from 'zod';
import { lastMoment } from '../../../insights/moment.ts';
import { readJourney } from '../../../journey/journey.ts';
import { listNotes, noteInstead } from '../../../journey/noting/note.ts';
import { listDepartmentWeeks } from '../../../journey/weekly/timeline.ts';
import { may } from '../../../organisation/authority.ts';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { doForm } from '../../organisation/managing.ts';
import { Act } from '../../privacy/act.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Table } from '../../ui/table.tsx';
import { reader, steerer } from '../door.ts';
import type { Route } from './+types/departments-page.ts';

const steps = ['met', 'rules', 'trained', 'practised', 'contact'] as const;
const act = z.object({
  act: z.literal('introduce'),
  department: z.string().regex(/^\d{1,18}$/),
  step: z.enum(steps),
  done: z.enum(['yes', 'no']),
});

/** Fewer colleagues than this and a figure would be about one of them. */
const fewest = 5;

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = reader(context);
  const until = (await lastMoment(ctx)) ?? ctx.clock.now();
  const weeks = await listDepartmentWeeks(ctx, until);
  const notes = await listNotes(ctx, ['introduction']);
  const steers = may(ctx.actor, 'journey.manage');
  const rows = [];
  for (const { id, name, people, proven, possible } of weeks) {
    // Of so few only whoever steers sees something: it says too much of one of them.
    const hidden = people < fewest && !steers;
    const own = hidden ? undefined : await readJourney(ctx, until, id);
    const done = steps.filter((step) =>
      notes.some(({ about, said }) => about === `${id} ${step}` && said.done === true),
    );
    const aim = own?.ambition?.perDepartment[id] ?? null;
    const holds = (own?.standing.blockers ?? []).slice(0, 3).map(({ criterion }) => criterion[ctx.locale]);
    const stages = own ? { proven, possible } : { proven: null, possible: null };
    rows.push({ id, name, people, hidden, ...stages, aim, done, holds });
  }
  return { rows, steers };
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = steerer(context);
  return doForm(request, act, async ({ department, step, done }) => {
    const about = `${department} ${step}`;
    await noteInstead(ctx, { kind: 'introduction', about, said: { done: done === 'yes' } });
    return urls.journeyDepartments();
  });
}

export default function DepartmentsPage({ loaderData: { rows, steers }, actionData }: Route.ComponentProps) {
  const words = useWords().journeying.departments;
  const { list } = useFormats();
  if (rows.length === 0) {
    return (
      <div className="max-w-5xl">
        <PageHeader title={words.title} lead={words.lead} />
        <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>
      </div>
    );
  }
  return (
    <div className="max-w-5xl space-y-5">
      <PageHeader title={words.title} lead={words.lead} />
      <Table
        caption={words.title}
        hideCaption
        wide
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', label: words.department, heading: true, cell: ({ name }) => name },
          { key: 'people', label: words.people, figures: true, cell: ({ people }) => people },
          {
            key: 'stage',
            label: words.stage,
            figures: true,
            cell: ({ proven }) => proven ?? '–',
          },
          {
            key: 'possible',
            label: words.possible,
            figures: true,
            cell: ({ possible }) => possible ?? '–',
          },
          { key: 'aim', label: words.aim, figures: true, cell: ({ aim }) => aim ?? '–' },
          {
            key: 'holds',
            label: words.holds,
            cell: ({ holds, hidden }) => (
              <span className="my-2 block min-w-56 text-soft">{hidden ? words.small : list(holds)}</span>
            ),
          },
        ]}
      />
      {rows.map((row) => (
        <Introduction key={row.id} row={row} steers={steers} answer={actionData} />
      ))}
    </div>
  );
}

interface IntroductionProps {
  row: Route.ComponentProps['loaderData']['rows'][number];
  steers: boolean;
  answer: Route.ComponentProps['actionData'];
}

/** What a department needs to take part, step by step. */
function Introduction({ row: { id, name, done }, steers, answer }: IntroductionProps) {
  const words = useWords().journeying.departments;
  return (
    <Card title={`${words.introduction}: ${name}`}>
      <p className="mb-2 text-soft">{words.introductionLead}</p>
      <ul className="grid gap-1 sm:grid-cols-2">
        {steps.map((step) => (
          <li key={step} className="flex items-center gap-2">
            <Icon name={done.includes(step) ? 'check' : 'cross'} className="size-4" />
            {words.steps[step]}: {done.includes(step) ? words.done : words.notDone}
          </li>
        ))}
      </ul>
      {steers && (
        <div className="mt-3 max-w-md print:hidden">
          <Act
            act="introduce"
            label={words.change}
            send={words.mark}
            hidden={{ department: id }}
            answer={answer}
          >
            <Select
              name="step"
              label={words.introduction}
              options={steps.map((value) => ({ value, label: words.steps[value] }))}
            />
            <Select
              name="done"
              label={words.done}
              options={[
                { value: 'yes', label: words.done },
                { value: 'no', label: words.notDone },
              ]}
            />
          </Act>
        </div>
      )}
    </Card>
  );
}
