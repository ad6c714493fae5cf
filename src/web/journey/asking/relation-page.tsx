import { redirect } from 'react-router';
import { z } from 'zod';
import { handInSurvey, surveyBehind } from '../../../insights/surveying/handing-in.ts';
import { type CustomerAnswer, customerItems } from '../../../insights/surveying/item.ts';
import { getOrganisation } from '../../../organisation/organisation.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { urls } from '../../../urls.ts';
import { again, readForm, refusedForm } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { OpenPage } from '../../layout/open-page.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import type { Route } from './+types/relation-page.ts';

const steps = ['5', '4', '3', '2', '1', 'unknown'] as const;
const step = z.enum(steps).optional();
const form = z.object({ R1: step, R2: step, R3: step, Q5b: step });

/** Where whoever handed in goes; no link is this short. */
const thanks = 'thanks';

/** Opening the link answers nothing: programs that look at links in mails must not give an opinion. */
export async function loader({ params: { token }, context }: Route.LoaderArgs) {
  if (token === thanks) return null;
  const { context: ctx } = pageContext(context);
  await surveyBehind(ctx, token);
  const { name } = await getOrganisation(ctx);
  return {
    organisation: name,
    items: customerItems.map((item) => ({ code: item.code, saying: item[ctx.locale] })),
  };
}

export async function action({ params: { token }, context, request }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  const read = await readForm(request, form);
  if (!read.ok) return again(read.answer);
  const given = Object.entries(read.value).flatMap(([code, chosen]) =>
    chosen === undefined ? [] : [[code, chosen === 'unknown' ? chosen : (Number(chosen) as CustomerAnswer)]],
  );
  if (given.length === 0) return again({ problems: { R1: { code: 'required' } }, given: {} });
  try {
    await handInSurvey(ctx, token, Object.fromEntries(given));
  } catch (error) {
    return refusedForm(error, {});
  }
  // The link is used up now, so the page of the link itself would only say that.
  return redirect(urls.customerSheet(thanks), 303);
}

export function headers() {
  return { 'Cache-Control': 'no-store' };
}

/** Four sentences, for one person, without signing in. */
export default function RelationPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().customerSurvey.page;
  if (!loaderData)
    return (
      <OpenPage>
        <PageHeader title={words.thanks} lead={words.thanksWhy} />
      </OpenPage>
    );
  return (
    <OpenPage>
      <PageHeader title={words.title} lead={words.lead(loaderData.organisation)} />
      <Form answer={actionData}>
        {actionData?.problems?.R1 && <p className="mb-4 font-medium text-clay">{words.nothing}</p>}
        {loaderData.items.map(({ code, saying }) => (
          <fieldset key={code} className="mb-6">
            <legend className="mb-2 text-lg font-medium">{saying}</legend>
            {steps.map((value) => (
              <label key={value} className="flex min-h-row items-center gap-3">
                <input type="radio" name={code} value={value} className="size-5 accent-water" />
                <span>{words.steps[value]}</span>
              </label>
            ))}
          </fieldset>
        ))}
        <Button tone="primary">{words.send}</Button>
      </Form>
      <p className="mt-6 text-sm text-soft">{words.private}</p>
    </OpenPage>
  );
}
