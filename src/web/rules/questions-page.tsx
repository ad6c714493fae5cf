import { Link } from 'react-router';
import { z } from 'zod';
import {
  arrangeQuestion,
  listQuestionRules,
  type QueueQuestion,
} from '../../conversations/asking/arranging.ts';
import { notAsked, ratedBetween, satisfaction } from '../../conversations/asking/measures.ts';
import { highest, questionKinds } from '../../conversations/asking/question.ts';
import { openForAnybody, readSwitchedOn } from '../../pilots/doors.ts';
import { transact } from '../../platform/context.ts';
import { urls } from '../../urls.ts';
import type { FormAnswer } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { doForm, manager } from '../organisation/managing.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/questions-page.ts';

const shape = z.object({
  queue: z.string().max(100),
  kind: z.enum(questionKinds),
  delay: z.coerce.number().min(0).max(168),
  share: z.coerce.number().int().min(1).max(100),
  quiet: z.coerce.number().int().min(0).max(365),
  active: z.string().optional(),
});

const days = 30;

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = manager(context);
  const until = ctx.clock.now();
  const window = {
    since: new Date(until.subtract({ hours: 24 * days }).epochMilliseconds),
    until: new Date(until.epochMilliseconds + 1),
  };
  const { said, dropped, rated } = await transact(ctx, 'measure', async (ctx) => ({
    said: await satisfaction(ctx, window),
    dropped: await notAsked(ctx, window),
    rated: await ratedBetween(ctx, window),
  }));
  const isOn = openForAnybody(await readSwitchedOn(ctx), until).has('survey.feedback');
  const shown = rated.map((row) => ({ ...row, answeredAt: row.answeredAt.toISOString() }));
  return { rules: await listQuestionRules(ctx), said, dropped, isOn, rated: shown };
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = manager(context);
  return doForm(request, shape, async ({ queue, delay, quiet, active, ...rule }) => {
    const whole = {
      ...rule,
      delayMinutes: Math.round(delay * 60),
      quietDays: quiet,
      active: Boolean(active),
    };
    await arrangeQuestion(ctx, queue, whole);
    return urls.questions();
  });
}

export default function QuestionsPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().asking;
  const { rules, said, dropped, isOn, rated } = loaderData;
  return (
    <div className="max-w-4xl">
      <PageHeader title={words.title} lead={words.lead} />
      {!isOn && (
        <div className="mb-5">
          <Notice tone="attention" title={words.off} />
        </div>
      )}
      <div className="space-y-3">
        {rules.map((one) => (
          <QueueForm key={one.queue} one={one} answer={actionData} />
        ))}
      </div>
      <section className="mt-6">
        <Card title={words.last}>
          {said.length === 0 && <p className="text-soft">{words.none}</p>}
          {said.length > 0 && <Said rows={said} rules={rules} />}
          {rated.length > 0 && <Rated rows={rated} />}
          {dropped.length > 0 && (
            <p className="mt-4 text-sm text-soft">
              {words.dropped}: {dropped.map(({ why, n }) => words.why[why](n)).join(' · ')}
            </p>
          )}
        </Card>
      </section>
    </div>
  );
}

function QueueForm({
  one: { queue, name, rule },
  answer,
}: {
  one: QueueQuestion;
  answer: FormAnswer | undefined;
}) {
  const words = useWords().asking;
  const own = answer?.given?.queue === queue ? answer : undefined;
  const said = rule?.active ? words.summary(words.kinds[rule.kind], rule.share) : words.isOff;
  return (
    <details open={Boolean(own)} className="rounded-lg border border-line bg-surface px-4 py-2">
      <summary className="flex min-h-row cursor-pointer flex-wrap items-center gap-2">
        <span className="font-medium">{name}</span> <Badge>{said}</Badge>
      </summary>
      <Form answer={own} className="mt-3">
        <input type="hidden" name="queue" value={queue} />
        <div className="grid gap-x-5 sm:grid-cols-2">
          <Select
            name="kind"
            label={words.kind}
            defaultValue={rule?.kind ?? 'csat'}
            options={questionKinds.map((value) => ({ value, label: words.kinds[value] }))}
            answer={own}
          />
          <Field
            name="delay"
            label={words.delay}
            inputMode="decimal"
            defaultValue={rule ? rule.delayMinutes / 60 : 4}
            answer={own}
          />
          <Field
            name="share"
            label={words.share}
            inputMode="numeric"
            defaultValue={rule?.share ?? 100}
            answer={own}
          />
          <Field
            name="quiet"
            label={words.quiet}
            inputMode="numeric"
            defaultValue={rule?.quietDays ?? 30}
            answer={own}
          />
        </div>
        <label className="mb-4 flex min-h-row items-center gap-2">
          <input
            type="checkbox"
            name="active"
            value="1"
            defaultChecked={rule?.active ?? false}
            className="size-5 accent-water"
          />
          {words.active}
        </label>
        <Button>{words.keep}</Button>
      </Form>
    </details>
  );
}

/** The rows behind the figures: which conversations, and what was said. */
function Rated({ rows }: { rows: Route.ComponentProps['loaderData']['rated'] }) {
  const words = useWords().asking;
  const { moment } = useFormats();
  return (
    <details className="mt-4">
      <summary className="link cursor-pointer py-1">{words.recent}</summary>
      <ul className="mt-2 space-y-1">
        {rows.map(({ conversation, kind, score, answeredAt }) => (
          <li key={conversation + answeredAt}>
            <Link to={urls.conversation(conversation)} className="link">
              {moment(answeredAt)}
            </Link>{' '}
            {words.here.score(words.here.short[kind], score, highest[kind])}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface SaidProps {
  rows: Route.ComponentProps['loaderData']['said'];
  rules: readonly QueueQuestion[];
}

function Said({ rows, rules }: SaidProps) {
  const words = useWords().asking;
  const { number, percent } = useFormats();
  return (
    <Table
      caption={words.title}
      hideCaption
      wide
      rows={rows}
      rowKey={(row) => row.kind + row.queue}
      columns={[
        {
          key: 'queue',
          label: words.queue,
          heading: true,
          cell: (row) => rules.find(({ queue }) => queue === row.queue)?.name ?? row.queue,
        },
        { key: 'kind', label: words.kind, cell: (row) => words.here.short[row.kind] },
        { key: 'asked', label: words.asked, figures: true, cell: (row) => number(row.asked) },
        { key: 'answered', label: words.answered, figures: true, cell: (row) => number(row.answered) },
        {
          key: 'content',
          label: words.content,
          figures: true,
          cell: (row) => (row.answered === 0 ? '–' : percent(row.content / row.answered)),
        },
        {
          key: 'mean',
          label: words.mean,
          figures: true,
          cell: (row) => (row.mean === null ? '–' : number(row.mean, 1)),
        },
      ]}
    />
  );
}
