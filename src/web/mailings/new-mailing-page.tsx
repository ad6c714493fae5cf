import { redirect } from 'react-router';
import { draftMailing } from '../../customers/sending/drafting.ts';
import { requires } from '../../organisation/authority.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { LinkButton } from '../ui/button.tsx';
import type { Route } from './+types/new-mailing-page.ts';
import { draftOf, MailingForm, mailingSchema } from './mailing-form.tsx';
import { segmentOptions } from './segment-options.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'mailing.write');
  return { segments: await segmentOptions(ctx) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'mailing.write');
  const form = await readForm(request, mailingSchema);
  if (!form.ok) return again(form.answer);
  try {
    const { locale, timezone } = await getOrganisation(ctx);
    const id = await draftMailing(ctx, draftOf(form.value), { locale, timeZone: timezone });
    return redirect(urls.mailing(id), 303);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function NewMailingPage({ loaderData, actionData }: Route.ComponentProps) {
  const { mailings } = useWords();
  return (
    <div className="max-w-5xl">
      <PageHeader
        title={mailings.form.new}
        lead={mailings.form.lead}
        aside={
          <LinkButton to={urls.mailings()} tone="quiet" size="small" icon="previous">
            {mailings.back}
          </LinkButton>
        }
      />
      <MailingForm segments={loaderData.segments} answer={actionData} />
    </div>
  );
}
