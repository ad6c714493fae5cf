import { redirect } from 'react-router';
import { z } from 'zod';
import { requires } from '../../../organisation/authority.ts';
import type { Context } from '../../../platform/context.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { categories, isCategory } from '../../../privacy/category.ts';
import { changeDraft, findDraft } from '../../../privacy/offer/drafting.ts';
import { mayLeaveOut, type OfferedPurpose, shippedOffer, withPurpose } from '../../../privacy/offer/offer.ts';
import { isPurpose, ruleOf } from '../../../privacy/purpose.ts';
import { urls } from '../../../urls.ts';
import { again, readForm, refusedForm } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Field, Textarea } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import type { Route } from './+types/purpose-page.ts';

const months = z
  .string()
  .trim()
  .regex(/^\d{0,4}$/);
const posted = z.looseObject({
  nl: z.string().trim().min(3).max(300),
  en: z.string().trim().min(3).max(300),
  recipients: z.string().max(2000).optional(),
  months,
  offered: z.string().optional(),
});

/** The draft, and the purpose in it; one that was left out comes as Polder has it. */
async function readPurpose(ctx: Context, key: string) {
  requires(ctx.actor, 'offer.manage');
  const draft = await findDraft(ctx);
  if (!draft || !isPurpose(key)) throw new Refusal('not-found.offer-draft', { id: key });
  const inDraft = draft.body.purposes.find((one) => one.key === key);
  const purpose = inDraft ?? shippedOffer().purposes.find((one) => one.key === key);
  if (!purpose) throw new Refusal('not-found.offer-draft', { id: key });
  return { draft, purpose, offered: inDraft !== undefined, key };
}

export async function loader({ context, params }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  const { purpose, offered, key } = await readPurpose(ctx, params.key);
  return {
    key,
    nl: purpose.nl,
    en: purpose.en,
    recipients: purpose.recipients.join('\n'),
    months: purpose.retentionMonths?.toString() ?? '',
    offered: mayLeaveOut(key) ? offered : null,
    categories: ruleOf(key).categories.map((one) => ({
      key: one,
      label: categories[one][locale],
      chosen: purpose.categories.includes(one),
    })),
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  const { draft, purpose, key } = await readPurpose(ctx, params.key);
  const form = await readForm(request, posted);
  if (!form.ok) return again(form.answer);
  const { nl, en, recipients = '', months: kept, offered, ...rest } = form.value;
  const changed: OfferedPurpose = {
    ...purpose,
    nl,
    en,
    recipients: [...new Set(recipients.split('\n').map((name) => name.trim()))].filter((name) => name !== ''),
    retentionMonths: kept === '' ? null : Number(kept),
    categories: ruleOf(key).categories.filter(
      (one) => isCategory(one) && rest[`category.${one}`] !== undefined,
    ),
  };
  const leave = mayLeaveOut(key) && offered === undefined;
  try {
    await changeDraft(ctx, draft.publicId, withPurpose(draft.body, key, leave ? null : changed));
    return redirect(urls.offerDraft(), 303);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function PurposePage({ loaderData, actionData }: Route.ComponentProps) {
  const { offer, customers } = useWords();
  const { draft, categories: data } = offer;
  const { given } = actionData ?? {};
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={customers.contract.purposes[loaderData.key]}
        lead={draft.editTitle}
        aside={
          <LinkButton to={urls.offerDraft()} tone="quiet" size="small" icon="previous">
            {draft.title}
          </LinkButton>
        }
      />
      <Form answer={actionData}>
        {loaderData.offered !== null && (
          <Tick
            name="offered"
            label={draft.offered}
            checked={given ? 'offered' in given : loaderData.offered}
          />
        )}
        <Textarea name="nl" label={draft.nl} defaultValue={loaderData.nl} answer={actionData} rows={3} />
        <Textarea name="en" label={draft.en} defaultValue={loaderData.en} answer={actionData} rows={3} />
        <fieldset className="mb-5">
          <legend className="mb-1.5 font-medium">{data}</legend>
          {loaderData.categories.map(({ key, label, chosen }) => (
            <Tick
              key={key}
              name={`category.${key}`}
              label={label}
              checked={given ? `category.${key}` in given : chosen}
            />
          ))}
        </fieldset>
        <Textarea
          name="recipients"
          label={draft.recipients}
          hint={draft.recipientsHint}
          defaultValue={loaderData.recipients}
          answer={actionData}
          optional
          rows={3}
        />
        <Field
          name="months"
          label={draft.months}
          hint={draft.monthsHint}
          inputMode="numeric"
          defaultValue={loaderData.months}
          answer={actionData}
          optional
        />
        <Button tone="primary">{draft.save}</Button>
      </Form>
    </div>
  );
}

function Tick({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  return (
    <label className="flex min-h-8 items-center gap-2">
      <input type="checkbox" name={name} defaultChecked={checked} className="size-4" />
      {label}
    </label>
  );
}
