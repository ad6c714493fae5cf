import { redirect } from 'react-router';
import { z } from 'zod';
import { answerQuestion, questionBehind } from '../../conversations/asking/answering-question.ts';
import { highest, longestRemark } from '../../conversations/asking/question.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { OpenPage } from '../layout/open-page.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Textarea } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/answer-page.ts';

const form = z.object({
  score: z.coerce.number().int().min(1).max(7),
  remark: z
    .string()
    .max(longestRemark)
    .transform((typed) => typed.replaceAll('\r\n', '\n'))
    .default(''),
});

/** Opening the link answers nothing: programs that look at links in mails must not give an opinion. */
export async function loader({ params, context, url }: Route.LoaderArgs) {
  const { context: ctx } = pageContext(context);
  const { openUntil, ...question } = await questionBehind(ctx, params.token);
  const { name } = await getOrganisation(ctx);
  const asks = url.searchParams.has('change') || question.score === null;
  return { ...question, asks, organisation: name, openUntil: openUntil.toISOString(), token: params.token };
}

export async function action({ params, context, request }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  const read = await readForm(request, form);
  if (!read.ok) return again(read.answer);
  try {
    await answerQuestion(ctx, params.token, { ...read.value, locale: ctx.locale });
  } catch (error) {
    return refusedForm(error, read.given);
  }
  return redirect(urls.answer(params.token), 303);
}

export function headers() {
  return { 'Cache-Control': 'no-store' };
}

/** One question, for one person, without signing in. */
export default function AnswerPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().asking.page;
  const { day } = useFormats();
  const { kind, score, remark, asks, organisation, openUntil, token } = loaderData;
  if (!asks)
    return (
      <OpenPage>
        <PageHeader title={words.thanks} lead={words.thanksWhy(day(openUntil))} />
        <LinkButton to={urls.answer(token, { change: 1 })}>{words.change}</LinkButton>
      </OpenPage>
    );
  return (
    <OpenPage>
      <PageHeader title={words.title} />
      <Form answer={actionData}>
        <fieldset className="mb-6">
          <legend className="mb-3 text-lg font-medium">{words[kind](organisation)}</legend>
          {actionData?.problems?.score && <p className="mb-2 font-medium text-clay">{words.choose}</p>}
          <Steps kind={kind} chosen={Number(actionData?.given?.score) || score} />
        </fieldset>
        <Textarea
          name="remark"
          label={words.remark}
          hint={words.remarkHint}
          maxLength={longestRemark}
          defaultValue={remark ?? ''}
          optional
          answer={actionData}
        />
        <Button tone="primary">{words.send}</Button>
      </Form>
      <p className="mt-6 text-sm text-soft">{words.private}</p>
    </OpenPage>
  );
}

function Steps({ kind, chosen }: { kind: 'csat' | 'ces'; chosen: number | null }) {
  const words = useWords().asking.page;
  const names: Readonly<Record<number, string>> = kind === 'csat' ? words.csatSteps : words.cesSteps;
  return (
    <div className="space-y-1">
      {Array.from({ length: highest[kind] }, (_, at) => at + 1).map((step) => (
        <label key={step} className="flex min-h-row items-center gap-3">
          <input
            type="radio"
            name="score"
            value={step}
            defaultChecked={chosen === step}
            className="size-5 accent-water"
          />
          <span className="w-4 text-right tabular-nums">{step}</span>
          <span>{names[step]}</span>
        </label>
      ))}
    </div>
  );
}
