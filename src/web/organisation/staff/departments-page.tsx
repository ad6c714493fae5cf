import { z } from 'zod';
import { listCalendars } from '../../../organisation/opening/calendar-overview.ts';
import {
  addDepartment,
  boardDepartment,
  endDepartment,
  renameDepartment,
} from '../../../organisation/staff/arranging.ts';
import { type DepartmentRow, listDepartments } from '../../../organisation/staff/overview.ts';
import { promiseAnswers } from '../../../organisation/staff/promising.ts';
import { urls } from '../../../urls.ts';
import type { FormAnswer } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Act } from '../../privacy/act.tsx';
import { readTime, writeTime } from '../../routing/times.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field, type Option, Select } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { doForm, manager } from '../managing.ts';
import type { Route } from './+types/departments-page.ts';

const name = z.string().trim().min(1).max(100);
const key = z.string().min(1).max(200);
const acts = z.discriminatedUnion('act', [
  z.object({ act: z.literal('add'), name }),
  z.object({ act: z.literal('rename'), key, name }),
  z.object({ act: z.literal('board'), key, on: z.iso.date().or(z.literal('')) }),
  z.object({ act: z.literal('end'), key }),
  z.object({
    act: z.literal('promise'),
    key,
    within: z
      .string()
      .max(20)
      .refine((typed) => readTime(typed) !== undefined),
    clock: z.enum(['hours', 'clock']),
    calendar: z.string().max(200),
  }),
]);

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = manager(context);
  const calendars = await listCalendars(ctx);
  return {
    departments: await listDepartments(ctx),
    calendars: calendars.map(({ key, name }) => ({ value: key, label: name })),
  };
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = manager(context);
  return doForm(request, acts, async (given) => {
    if (given.act === 'add') await addDepartment(ctx, given.name);
    if (given.act === 'rename') await renameDepartment(ctx, given.key, given.name);
    if (given.act === 'board') await boardDepartment(ctx, given.key, given.on || null);
    if (given.act === 'promise') await promiseAnswers(ctx, given.key, promiseOf(given));
    if (given.act === 'end') await endDepartment(ctx, given.key);
    return urls.departments();
  });
}

function promiseOf({
  within,
  clock,
  calendar,
}: {
  within: string;
  clock: 'hours' | 'clock';
  calendar: string;
}) {
  return { seconds: readTime(within) ?? null, clock, calendar: calendar || null };
}

export default function DepartmentsPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().organisation.departments;
  const { departments, calendars } = loaderData;
  const adding = actionData?.given?.act === 'add' ? actionData : undefined;
  return (
    <div className="max-w-4xl">
      <PageHeader title={words.title} lead={words.lead} />
      {departments.length === 0 && <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>}
      <ul className="space-y-3">
        {departments.map((one) => (
          <li key={one.key}>
            <Department department={one} calendars={calendars} answer={actionData} />
          </li>
        ))}
      </ul>
      <div className="mt-6 max-w-xl">
        <Act act="add" label={words.add} tone="primary" answer={adding}>
          <Field name="name" label={words.name} answer={adding} maxLength={100} />
        </Act>
      </div>
    </div>
  );
}

interface DepartmentProps {
  department: DepartmentRow;
  calendars: readonly Option[];
  answer: FormAnswer | undefined;
}

function Department({ department, calendars, answer }: DepartmentProps) {
  const words = useWords().organisation.departments;
  const { day } = useFormats();
  const { key, name, boardedOn, employees, queues } = department;
  const own = answer?.given?.key === key ? answer : undefined;
  return (
    <Card
      title={name}
      aside={
        boardedOn ? (
          <Badge tone="water">{words.aboardSince(day(boardedOn))}</Badge>
        ) : (
          <Badge>{words.notAboard}</Badge>
        )
      }
    >
      <p className="mb-3 text-soft">{words.holds(employees, queues)}</p>
      {own?.given?.act === 'end' && own.refused && <Form answer={own}>{null}</Form>}
      <div className="grid items-start gap-2 sm:grid-cols-2">
        <Act act="rename" label={words.rename} answer={own} hidden={{ key }}>
          <Field name="name" label={words.name} defaultValue={name} answer={own} />
        </Act>
        <Act act="board" label={words.board} answer={own} hidden={{ key }}>
          <Field
            name="on"
            type="date"
            label={words.boardOn}
            hint={words.boardHint}
            defaultValue={boardedOn ?? ''}
            answer={own}
            optional
          />
        </Act>
        <AnswersWithin department={department} calendars={calendars} answer={own} />
        <Act act="end" label={words.end} tone="quiet" answer={undefined} hidden={{ key }}>
          <p className="mb-3 text-soft">{words.endWhy}</p>
        </Act>
      </div>
    </Card>
  );
}

/** Within which time it answers what other departments ask. */
function AnswersWithin({ department, calendars, answer }: DepartmentProps) {
  const words = useWords().work.promise;
  const { locale } = useFormats();
  const { key, handOverSeconds, handOverClock, calendar } = department;
  return (
    <Act act="promise" label={words.title} answer={answer} hidden={{ key }}>
      <Field
        name="within"
        label={words.within}
        defaultValue={writeTime(handOverSeconds, locale)}
        answer={answer}
        optional
      />
      <Select
        name="clock"
        label={words.clock}
        defaultValue={handOverClock}
        answer={answer}
        options={(['hours', 'clock'] as const).map((value) => ({ value, label: words.clocks[value] }))}
      />
      <Select
        name="calendar"
        label={words.calendar}
        defaultValue={calendar ?? ''}
        answer={answer}
        options={[{ value: '', label: words.usual }, ...calendars]}
      />
    </Act>
  );
}
