import { redirect } from 'react-router';
import { z } from 'zod';
import { hasOpenCase } from '../../conversations/showing/cases.ts';
import { requireReason } from '../../customers/looking/looking.ts';
import { longestLookWords, lookReasons } from '../../customers/looking/reason.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { localPath, urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/look-page.ts';
import { WhyFields } from './why-fields.tsx';

const schema = z.object({
  reason: z.enum(lookReasons),
  words: z.string().max(longestLookWords).optional(),
});

export function loader({ context }: Route.LoaderArgs) {
  requires(pageContext(context).context.actor, 'customer.read');
  return null;
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'customer.read');
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  try {
    await requireReason(ctx, { id: params.id, hasCase: hasOpenCase, given: form.value });
    return redirect(localPath(url.searchParams.get('returnTo'), urls.customer(params.id)), 303);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

/** Before the data of somebody with whom nothing is going on: why. Says nothing of who it is. */
export default function LookPage({ actionData }: Route.ComponentProps) {
  const words = useWords().looking;
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        aside={
          <LinkButton to={urls.customers()} tone="quiet" size="small" icon="previous">
            {words.back}
          </LinkButton>
        }
      />
      <Card>
        <Form answer={actionData}>
          <WhyFields answer={actionData} />
          <p className="mb-4 text-sm text-soft">{words.told}</p>
          <Button tone="primary">{words.submit}</Button>
        </Form>
      </Card>
    </div>
  );
}
