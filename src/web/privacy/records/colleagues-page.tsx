import { redirect } from 'react-router';
import { z } from 'zod';
import { requires } from '../../../organisation/authority.ts';
import {
  endAgreement,
  findAgreement,
  mayShowColleagues,
  recordAgreement,
} from '../../../organisation/works-council.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { urls } from '../../../urls.ts';
import { again, readForm, refusedForm } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Act } from '../act.tsx';
import type { Route } from './+types/colleagues-page.ts';

const acts = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('record'),
    agreedOn: z.iso.date(),
    reference: z.string().trim().min(5).max(300),
  }),
  z.object({ act: z.literal('end') }),
]);

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'privacy.manage');
  const agreement = await findAgreement(ctx);
  const { agreedOn, reference, recordedBy } = agreement ?? {};
  return {
    agreement: agreement
      ? { agreedOn: agreedOn ?? '', reference: reference ?? '', recordedBy: recordedBy ?? null }
      : null,
    holds: await mayShowColleagues(ctx),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'privacy.manage');
  const form = await readForm(request, acts);
  if (!form.ok) return again(form.answer);
  try {
    if (form.value.act === 'record') await recordAgreement(ctx, form.value);
    else await endAgreement(ctx);
    return redirect(urls.colleagueFigures(), 303);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function ColleaguesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { colleagues: words, nobody } = useWords().privacy;
  const { day } = useFormats();
  const { agreement, holds } = loaderData;
  return (
    <div className="max-w-3xl">
      <PageHeader title={words.title} lead={words.lead} />
      <div className="space-y-5">
        <Card title={words.now}>
          {agreement ? (
            <>
              <p>{words.allowed(day(agreement.agreedOn), agreement.reference)}</p>
              <p className="text-sm text-soft">{words.recordedBy(agreement.recordedBy ?? nobody)}</p>
              {!holds && <p className="mt-2">{words.later}</p>}
            </>
          ) : (
            <p>{words.none}</p>
          )}
          <p className="mt-2">{words.today}</p>
        </Card>
        <Act act="record" label={words.submit} answer={actionData}>
          <Field name="agreedOn" type="date" label={words.agreedOn} answer={actionData} />
          <Field name="reference" label={words.reference} answer={actionData} />
        </Act>
        {agreement && <Act act="end" label={words.end} tone="quiet" answer={actionData} />}
      </div>
    </div>
  );
}
