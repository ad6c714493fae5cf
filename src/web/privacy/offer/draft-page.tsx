import { redirect } from 'react-router';
import { z } from 'zod';
import { requires } from '../../../organisation/authority.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { dropDraft, findDraft } from '../../../privacy/offer/drafting.ts';
import { confirmOffer, proposeOffer } from '../../../privacy/offer/publishing.ts';
import { purposeKeys } from '../../../privacy/purpose.ts';
import { urls } from '../../../urls.ts';
import { again, readForm, refusedForm } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form } from '../../ui/form.tsx';
import type { Route } from './+types/draft-page.ts';
import { Changes } from './changes.tsx';
import { Confirm } from './confirm.tsx';
import { draftView } from './draft-view.ts';
import { differenceView, offerView } from './offer-view.ts';
import { Offered } from './offered.tsx';
import { Propose } from './propose.tsx';

const posted = z.looseObject({
  act: z.enum(['propose', 'confirm', 'drop']),
  draft: z.string(),
  note: z.string().max(1000).optional(),
});

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'offer.manage');
  const draft = await findDraft(ctx);
  if (!draft) return { draft: null };
  return {
    draft: await draftView(ctx, draft),
    offer: offerView(draft.body, locale),
    differences: draft.differences.map((one) => differenceView(one, locale)),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'offer.manage');
  const form = await readForm(request, posted);
  if (!form.ok) return again(form.answer);
  const { act, draft, note, ...rest } = form.value;
  try {
    if (act === 'drop') await dropDraft(ctx, draft);
    if (act === 'confirm') await confirmOffer(ctx, draft);
    if (act === 'propose') {
      const material = purposeKeys.filter((key) => rest[`material.${key}`] !== undefined);
      await proposeOffer(ctx, draft, { material, note: note ?? null });
    }
    return redirect(act === 'propose' ? urls.offerDraft() : urls.offer(), 303);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function DraftPage({ loaderData, actionData }: Route.ComponentProps) {
  const { offer: words, customers } = useWords();
  const names: Readonly<Record<string, string>> = customers.contract.purposes;
  const back = (
    <LinkButton to={urls.offer()} tone="quiet" size="small" icon="previous">
      {words.back}
    </LinkButton>
  );
  if (!loaderData.draft) {
    return (
      <div className="max-w-4xl">
        <PageHeader title={words.draft.title} />
        <EmptyState title={words.draft.none} action={back}>
          {words.draft.noneNext}
        </EmptyState>
      </div>
    );
  }
  const { draft, offer, differences } = loaderData;
  return (
    <div className="max-w-4xl">
      <PageHeader title={words.draft.title} lead={words.draft.lead} aside={back} />
      <div className="space-y-5">
        {draft.proposal && <Confirm draft={draft} proposal={draft.proposal} answer={actionData} />}
        <Changes differences={differences} />
        {!draft.proposal && differences.length > 0 && <Propose draft={draft} answer={actionData} />}
        <Offered
          offer={offer}
          aside={(kind, key) => (
            <LinkButton to={urls.offerDraftPart(kind, key)} size="small" tone="quiet">
              {words.draft.edit}
              <span className="sr-only">: {names[key] ?? words.promises}</span>
            </LinkButton>
          )}
        />
        <LeftOut draft={draft} />
        <Drop id={draft.id} />
      </div>
    </div>
  );
}

function LeftOut({ draft }: { draft: NonNullable<Route.ComponentProps['loaderData']['draft']> }) {
  const { offer: words, customers } = useWords();
  return draft.leftOut.map((key) => (
    <p key={key} className="flex items-baseline justify-between gap-4 text-soft">
      <span>
        {customers.contract.purposes[key]}: {words.draft.left}
      </span>
      <LinkButton to={urls.offerDraftPart('purposes', key)} size="small" tone="quiet">
        {words.draft.edit}
        <span className="sr-only">: {customers.contract.purposes[key]}</span>
      </LinkButton>
    </p>
  ));
}

function Drop({ id }: { id: string }) {
  const { draft } = useWords().offer;
  return (
    <Form>
      <input type="hidden" name="draft" value={id} />
      <Button tone="quiet" name="act" value="drop">
        {draft.drop}
      </Button>
      <p className="mt-1 text-sm text-soft">{draft.dropWhy}</p>
    </Form>
  );
}
