import { redirect } from 'react-router';
import { z } from 'zod';
import { requires } from '../../../organisation/authority.ts';
import type { Context } from '../../../platform/context.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { changeDraft, findDraft } from '../../../privacy/offer/drafting.ts';
import { urls } from '../../../urls.ts';
import { again, readForm, refusedForm } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Field, Textarea } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import type { Route } from './+types/promise-page.ts';

const posted = z.object({
  nl: z.string().trim().min(3).max(300),
  en: z.string().trim().min(3).max(300),
  days: z
    .string()
    .trim()
    .regex(/^\d{0,4}$/),
});

async function readPromise(ctx: Context, key: string) {
  requires(ctx.actor, 'offer.manage');
  const draft = await findDraft(ctx);
  const promise = draft?.body.promises.find((one) => one.key === key);
  if (!draft || !promise) throw new Refusal('not-found.offer-draft', { id: key });
  return { draft, promise };
}

export async function loader({ context, params }: Route.LoaderArgs) {
  const { promise } = await readPromise(pageContext(context).context, params.key);
  return { nl: promise.nl, en: promise.en, days: promise.days?.toString() ?? '' };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  const { draft, promise } = await readPromise(ctx, params.key);
  const form = await readForm(request, posted);
  if (!form.ok) return again(form.answer);
  const { nl, en, days } = form.value;
  const changed = { ...promise, nl, en, days: days === '' ? null : Number(days) };
  const promises = draft.body.promises.map((one) => (one.key === params.key ? changed : one));
  try {
    await changeDraft(ctx, draft.publicId, { ...draft.body, promises });
    return redirect(urls.offerDraft(), 303);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function PromisePage({ loaderData, actionData }: Route.ComponentProps) {
  const { draft } = useWords().offer;
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={draft.editPromise}
        aside={
          <LinkButton to={urls.offerDraft()} tone="quiet" size="small" icon="previous">
            {draft.title}
          </LinkButton>
        }
      />
      <Form answer={actionData}>
        <Textarea name="nl" label={draft.nl} defaultValue={loaderData.nl} answer={actionData} rows={3} />
        <Textarea name="en" label={draft.en} defaultValue={loaderData.en} answer={actionData} rows={3} />
        <Field
          name="days"
          label={draft.days}
          hint={draft.daysHint}
          inputMode="numeric"
          defaultValue={loaderData.days}
          answer={actionData}
          optional
        />
        <Button tone="primary">{draft.save}</Button>
      </Form>
    </div>
  );
}
