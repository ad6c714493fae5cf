import { redirect } from 'react-router';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Badge } from '../ui/badge.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import type { Route } from './+types/customer-page.ts';
import { Allowed } from './allowed.tsx';
import { orAskWhy } from './asking-why.ts';
import { Attributes } from './attributes.tsx';
import { Commerce } from './commerce.tsx';
import { actNamed } from './customer-acts.ts';
import { FollowUps } from './follow-ups.tsx';
import { Identities } from './identities.tsx';
import { Ledger } from './ledger.tsx';
import { type CustomerView, loadCustomer } from './loading-customer.ts';
import { Merging } from './merging.tsx';
import { Careful } from './minor.tsx';
import { Notes } from './notes.tsx';
import { Promises } from './promises.tsx';
import { RelationCard } from './relation.tsx';
import { Timeline } from './timeline.tsx';

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const { context: ctx, locale, timeZone } = pageContext(context);
  requires(ctx.actor, 'customer.read');
  const asked = { id: params.id, query: url.searchParams, locale, timeZone };
  const view = await orAskWhy(url, params.id, () => loadCustomer(ctx, asked));
  // Somebody who was merged has one page: that of the person as whom they are shown.
  if (view.person.publicId !== params.id) throw redirect(urls.customer(view.person.publicId), 302);
  return view;
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  const form = await request.clone().formData();
  const act = actNamed(form.get('act'), ctx);
  if (!act) return again({});
  const read = await readForm(request, act.schema);
  if (!read.ok) return again(read.answer);
  try {
    await act.run(ctx, params.id, read.value);
    return redirect(urls.customer(params.id), 303);
  } catch (error) {
    return refusedForm(error, read.given);
  }
}

export default function CustomerPage({ loaderData: view, actionData }: Route.ComponentProps) {
  const { person, standing, version, ledger } = view;
  return (
    <div className="max-w-6xl">
      <Head view={view} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 md:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-5">
          <Timeline view={view} />
          <Notes view={view} answer={actionData} />
          <Promises view={view} answer={actionData} />
          <Commerce view={view} />
          <Ledger rows={ledger} />
        </div>
        <div className="min-w-0 space-y-5">
          <FollowUps view={view} answer={actionData} />
          <Identities view={view} answer={actionData} />
          <Merging view={view} answer={actionData} />
          <RelationCard view={view} answer={actionData} />
          <Attributes view={view} answer={actionData} />
          <Careful view={view} answer={actionData} />
          <RelationshipLink id={person.publicId} />
          <Allowed
            standing={standing}
            since={person.since}
            version={version}
            answer={objectionIn(actionData)}
          />
        </div>
      </div>
    </div>
  );
}

/** The objection is the form without a name. */
function objectionIn(answer: Route.ComponentProps['actionData']) {
  return answer?.given && !('act' in answer.given) ? answer : undefined;
}

function Head({ view: { person } }: { view: CustomerView }) {
  const { customers } = useWords();
  const { day } = useFormats();
  return (
    <PageHeader
      title={person.name ?? customers.unnamed}
      lead={customers.since(day(person.since))}
      aside={
        <div className="flex items-center gap-3">
          <Badge icon="person">{customers.relations[person.relation]}</Badge>
          <LinkButton to={urls.customers()} tone="quiet" size="small" icon="previous">
            {customers.back}
          </LinkButton>
        </div>
      }
    />
  );
}

function RelationshipLink({ id }: { id: string }) {
  const { relationship } = useWords().keeping;
  return (
    <Card title={relationship.title}>
      <p className="mb-3 text-sm text-soft">{relationship.lead}</p>
      <LinkButton to={urls.customerRelationship(id)} size="small">
        {relationship.open}
      </LinkButton>
    </Card>
  );
}
