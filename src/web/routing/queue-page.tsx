import { z } from 'zod';
import { listCalendars } from '../../organisation/opening/calendar-overview.ts';
import { changeQueue, endQueue } from '../../organisation/queueing/queue-keeping.ts';
import { getQueueRow } from '../../organisation/queueing/queue-overview.ts';
import { listColleagues, listDepartments } from '../../organisation/staff/overview.ts';
import { spokenLanguages } from '../../organisation/staff/role.ts';
import { urls } from '../../urls.ts';
import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { doForm, manager } from '../organisation/managing.ts';
import { Act } from '../privacy/act.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/queue-page.ts';
import { Ticks } from './condition-fields.tsx';

const bound = z.literal('').or(z.coerce.number().int().min(1).max(10_000));
const acts = z.discriminatedUnion('act', [
  z
    .object({
      act: z.literal('change'),
      name: z.string().trim().min(1).max(80),
      department: z.string().max(200),
      calendar: z.string().min(1).max(200),
      skills: z.string().max(1500),
      mostWaiting: bound,
      mostEach: bound,
      how: z.enum(['pull', 'deal']),
    })
    .catchall(z.string()),
  z.object({ act: z.literal('end') }),
]);

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = manager(context);
  return {
    queue: await getQueueRow(ctx, params.key),
    departments: (await listDepartments(ctx)).map(({ key, name }) => ({ value: key, label: name })),
    calendars: (await listCalendars(ctx)).map(({ key, name }) => ({ value: key, label: name })),
    colleagues: (await listColleagues(ctx)).map(({ publicId, name }) => ({ value: publicId, label: name })),
  };
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = manager(context);
  return doForm(request, acts, async (given) => {
    if (given.act === 'end') await endQueue(ctx, params.key);
    else {
      const { name, department, calendar, skills, mostWaiting, mostEach, how, act: _, ...rest } = given;
      const ticked = (list: string) =>
        Object.keys(rest).flatMap((field) =>
          field.startsWith(`${list}.`) ? [field.slice(list.length + 1)] : [],
        );
      await changeQueue(ctx, params.key, {
        name,
        department: department || null,
        calendar,
        languages: spokenLanguages.filter((one) => ticked('languages').includes(one)),
        skills: skills.split(/[,;\n]/),
        mostWaiting: mostWaiting === '' ? null : mostWaiting,
        mostEach: mostEach === '' ? null : mostEach,
        deals: how === 'deal',
        workers: ticked('workers'),
      });
    }
    return urls.queues();
  });
}

export default function QueuePage({ loaderData, actionData }: Route.ComponentProps) {
  const { queues: words } = useWords().routing;
  const { queue } = loaderData;
  const back = (
    <LinkButton to={urls.queues()} tone="quiet" size="small" icon="previous">
      {words.title}
    </LinkButton>
  );
  return (
    <div className="max-w-3xl">
      <PageHeader
        title={queue.name}
        {...(queue.isDefault ? { lead: words.isDefaultWhy } : {})}
        aside={back}
      />
      <QueueForm {...loaderData} answer={actionData} />
      {!queue.isDefault && (
        <div className="mt-6">
          <Act act="end" label={words.end} tone="quiet" answer={undefined}>
            <p className="mb-3 text-soft">{words.endWhy}</p>
          </Act>
        </div>
      )}
    </div>
  );
}

type QueueFormProps = Route.ComponentProps['loaderData'] & { answer: FormAnswer | undefined };

function QueueForm({ queue, departments, calendars, colleagues, answer }: QueueFormProps) {
  const { queues: words } = useWords().routing;
  const { languages } = useWords().organisation;
  const given = answer?.given;
  const tickedOr = (list: string, before: readonly string[]) =>
    given
      ? Object.keys(given).flatMap((field) =>
          field.startsWith(`${list}.`) ? [field.slice(list.length + 1)] : [],
        )
      : before;
  return (
    <Form answer={answer}>
      <input type="hidden" name="act" value="change" />
      <Field name="name" label={words.name} defaultValue={queue.name} maxLength={80} answer={answer} />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Select
          name="department"
          label={words.department}
          defaultValue={queue.department?.key ?? ''}
          answer={answer}
          options={[{ value: '', label: words.everybody }, ...departments]}
        />
        <Select
          name="calendar"
          label={words.calendar}
          defaultValue={queue.calendar.key}
          answer={answer}
          options={calendars}
        />
      </div>
      <Select
        name="how"
        label={words.how}
        defaultValue={queue.deals ? 'deal' : 'pull'}
        answer={answer}
        options={[
          { value: 'pull', label: words.howPull },
          { value: 'deal', label: words.howDeal },
        ]}
      />
      <Bounds queue={queue} answer={answer} />
      <Ticks
        list="languages"
        label={words.languages}
        hint={words.languagesHint}
        options={spokenLanguages.map((value) => ({ value, label: languages[value] }))}
        ticked={tickedOr('languages', queue.languages)}
      />
      <Field
        name="skills"
        label={words.skills}
        hint={words.skillsHint}
        defaultValue={queue.skills.join(', ')}
        answer={answer}
        optional
      />
      <Ticks
        list="workers"
        label={words.workers}
        hint={words.workersHint}
        options={colleagues}
        ticked={tickedOr(
          'workers',
          queue.workers.map(({ publicId }) => publicId),
        )}
      />
      <Button tone="primary">{words.keep}</Button>
    </Form>
  );
}

/** How much fits in. */
function Bounds({ queue, answer }: Pick<QueueFormProps, 'queue' | 'answer'>) {
  const { queues: words } = useWords().routing;
  return (
    <div className="grid gap-x-4 sm:grid-cols-2">
      {(['mostWaiting', 'mostEach'] as const).map((name) => (
        <Field
          key={name}
          name={name}
          label={words[name]}
          hint={words[`${name}Hint`]}
          inputMode="numeric"
          defaultValue={queue[name] ?? ''}
          answer={answer}
          optional
        />
      ))}
    </div>
  );
}
