import { redirect } from 'react-router';
import { z } from 'zod';
import { requires } from '../../../organisation/authority.ts';
import {
  type Answers,
  type Assessment,
  agree,
  assess,
  listAssessments,
  questions,
  withdrawAssessment,
} from '../../../pilots/assessing.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { urls } from '../../../urls.ts';
import { again, readForm, refusedForm } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field, Textarea } from '../../ui/field.tsx';
import { Act } from '../act.tsx';
import type { Route } from './+types/assessments-page.ts';

const answer = z.string().trim().min(20).max(3000);
const acts = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('assess'),
    title: z.string().trim().min(3).max(200),
    reviewOn: z.iso.date(),
    ...(Object.fromEntries(questions.map((question) => [question, answer])) as Record<
      keyof Answers,
      typeof answer
    >),
  }),
  z.object({ act: z.literal('agree'), id: z.string() }),
  z.object({ act: z.literal('withdraw'), id: z.string() }),
]);

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'privacy.manage');
  const me = ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null;
  const today = ctx.clock.now().toString().slice(0, 10);
  const rows = (await listAssessments(ctx)).map((one) => viewOf(one, { me, today }));
  return {
    rows,
    nextYear: ctx.clock
      .now()
      .add({ hours: 24 * 365 })
      .toString()
      .slice(0, 10),
  };
}

function viewOf(one: Assessment, { me, today }: { me: string | null; today: string }) {
  const { madeAt, agreedAt, withdrawnAt, madeById, ...rest } = one;
  const state = withdrawnAt ? 'withdrawn' : !agreedAt ? 'waits' : one.reviewOn < today ? 'overdue' : 'holds';
  return {
    ...rest,
    state: state as 'withdrawn' | 'waits' | 'overdue' | 'holds',
    madeAt: madeAt.toISOString(),
    agreedAt: agreedAt?.toISOString() ?? null,
    mine: madeById === me,
  };
}

type View = ReturnType<typeof viewOf>;

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'privacy.manage');
  const form = await readForm(request, acts);
  if (!form.ok) return again(form.answer);
  try {
    const { value } = form;
    if (value.act === 'agree') await agree(ctx, value.id);
    else if (value.act === 'withdraw') await withdrawAssessment(ctx, value.id);
    else await assess(ctx, { title: value.title, reviewOn: value.reviewOn, answers: value });
    return redirect(urls.assessments(), 303);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function AssessmentsPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().privacy.assessments;
  const { rows, nextYear } = loaderData;
  return (
    <div className="max-w-4xl">
      <PageHeader title={words.title} lead={words.lead} />
      {rows.length === 0 && <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>}
      <div className="space-y-5">
        {rows.map((row) => (
          <One key={row.publicId} row={row} answer={actionData} />
        ))}
        <Act act="assess" label={words.new} tone="primary" answer={actionData}>
          <Field name="title" label={words.name} answer={actionData} />
          {questions.map((question) => (
            <Textarea
              key={question}
              name={question}
              rows={3}
              label={words.questions[question]}
              answer={actionData}
            />
          ))}
          <Field
            name="reviewOn"
            type="date"
            label={words.review}
            defaultValue={nextYear}
            answer={actionData}
          />
        </Act>
      </div>
    </div>
  );
}

function One({ row, answer }: { row: View; answer: Route.ComponentProps['actionData'] }) {
  const { assessments: words, nobody } = useWords().privacy;
  const { day } = useFormats();
  const waiting = row.state === 'waits';
  return (
    <Card
      title={row.title}
      aside={<Badge tone={row.state === 'holds' ? 'water' : 'neutral'}>{words[row.state]}</Badge>}
    >
      <p className="text-sm text-soft">
        {words.by(row.madeBy ?? nobody)}
        {row.agreedAt && ` · ${words.agreedBy(row.agreedBy ?? nobody, day(row.agreedAt))}`}
        {` · ${words.review} ${day(row.reviewOn)}`}
      </p>
      <details className="my-3">
        <summary className="link cursor-pointer py-1">{words.read}</summary>
        <dl className="mt-2 space-y-3">
          {questions.map((question) => (
            <div key={question}>
              <dt className="font-medium">{words.questions[question]}</dt>
              <dd className="break-words whitespace-pre-line">{row.answers[question]}</dd>
            </div>
          ))}
        </dl>
      </details>
      <div className="flex flex-wrap gap-3">
        {waiting && !row.mine && <Press act="agree" id={row.publicId} label={words.agree} answer={answer} />}
        {row.state !== 'withdrawn' && (
          <Press act="withdraw" id={row.publicId} label={words.withdraw} answer={answer} />
        )}
      </div>
    </Card>
  );
}

interface PressProps {
  act: 'agree' | 'withdraw';
  id: string;
  label: string;
  answer: Route.ComponentProps['actionData'];
}

function Press({ act, id, label, answer }: PressProps) {
  return <Act act={act} label={label} answer={answer} hidden={{ id }} />;
}
