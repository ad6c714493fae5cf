import { redirect } from 'react-router';
import { z } from 'zod';
import { closeness, items } from '../../../journey/assessing/items.ts';
import { handIn, invitationOf } from '../../../journey/assessing/rounds.ts';
import type { Answer } from '../../../journey/assessing/scoring.ts';
import { getOrganisation } from '../../../organisation/organisation.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { urls } from '../../../urls.ts';
import { again, readForm, refusedForm } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { OpenPage } from '../../layout/open-page.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import type { Route } from './+types/sheet-page.ts';

const steps = ['1', '2', '3', '4', '5', 'unknown'] as const;
const form = z.object({}).catchall(z.string());

/** Where whoever handed in goes; no link is this short. */
const thanks = 'thanks';

export async function loader({ params: { token }, context }: Route.LoaderArgs) {
  if (token === thanks) return null;
  const { context: ctx } = pageContext(context);
  await invitationOf(ctx, token);
  const { name } = await getOrganisation(ctx);
  return {
    organisation: name,
    items: items.map((item) => ({ code: item.code, saying: item[ctx.locale] })),
    question: closeness[ctx.locale],
  };
}

export async function action({ params: { token }, context, request }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  const read = await readForm(request, form);
  if (!read.ok) return again(read.answer);
  const answers: Record<string, Answer | number> = {};
  for (const { code } of items) {
    const given = read.value[code];
    const step = steps.find((one) => one === given);
    if (step === undefined) continue;
    answers[code] = step === 'unknown' ? 'unknown' : (Number(step) as Answer);
  }
  const mark = Number(read.value[closeness.code] ?? '');
  if (Number.isInteger(mark) && mark >= 1 && mark <= 10) answers[closeness.code] = mark;
  try {
    await handIn(ctx, token, answers);
  } catch (error) {
    return refusedForm(error, {});
  }
  // The link is used up now, so the page of the link itself would only say that.
  return redirect(urls.assessmentSheet(thanks), 303);
}

/** Keeps no name, asks no sign-in: the link is the invitation. */
export default function SheetPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().journeying.sheet;
  if (!loaderData) {
    return (
      <OpenPage>
        <PageHeader title={words.thanks} lead={words.thanksWhy} />
      </OpenPage>
    );
  }
  const marks = ['', ...Array.from({ length: 10 }, (_, i) => String(i + 1))];
  return (
    <OpenPage>
      <PageHeader title={words.title} lead={words.lead(loaderData.organisation)} />
      <Form answer={actionData}>
        {loaderData.items.map(({ code, saying }) => (
          <Select
            key={code}
            name={code}
            label={saying}
            options={steps.map((value) => ({ value, label: words.steps[value] }))}
            defaultValue="unknown"
          />
        ))}
        <Select
          name={closenessCode}
          label={loaderData.question}
          hint={words.mark}
          options={marks.map((value) => ({ value, label: value || words.noMark }))}
        />
        <Button tone="primary">{words.send}</Button>
      </Form>
    </OpenPage>
  );
}

const closenessCode = 'M1';
