import { redirect } from 'react-router';
import { z } from 'zod';
import { conversationsOf, type PastConversation } from '../../conversations/history.ts';
import { openCustomer } from '../../customers/customer.ts';
import { recordObjection } from '../../customers/objecting.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { getContract } from '../../privacy/contract.ts';
import { standingOf } from '../../privacy/standing.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Badge } from '../ui/badge.tsx';
import { LinkButton } from '../ui/button.tsx';
import type { Route } from './+types/customer-page.ts';
import { Allowed } from './allowed.tsx';
import { ledgerView, standingView } from './customer-view.ts';
import { Identities } from './identities.tsx';
import { Ledger } from './ledger.tsx';
import { Timeline } from './timeline.tsx';

const shownConversations = 50;
const objection = z.object({
  purpose: z.enum(['listen', 'train']),
  evidence: z.string().trim().min(10).max(1000),
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'customer.read');
  return openCustomer(ctx, { id: params.id, purpose: 'service' }, async (ctx, { person, ...customer }) => {
    const { name, relation, since } = person;
    const conversations = await conversationsOf(ctx, person.id, shownConversations);
    return {
      person: { name, relation, since: since.toISOString() },
      identities: customer.identities.map(({ id: _, ...identity }) => identity),
      conversations: conversations.map(conversationView),
      standing: (await standingOf(ctx, person.id)).map((one) => standingView(one, locale)),
      version: (await getContract(ctx)).version,
      ledger: customer.ledger.map((row) => ledgerView(row, locale)),
    };
  });
}

function conversationView({ startedAt, lastMessageAt, ...rest }: PastConversation) {
  return { ...rest, startedAt: startedAt.toISOString(), lastMessageAt: lastMessageAt.toISOString() };
}

export type ConversationView = ReturnType<typeof conversationView>;

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'customer.read');
  const form = await readForm(request, objection);
  if (!form.ok) return again(form.answer);
  try {
    await recordObjection(ctx, params.id, form.value);
    return redirect(urls.customer(params.id), 303);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function CustomerPage({ loaderData, actionData }: Route.ComponentProps) {
  const { person, conversations, identities, standing, version, ledger } = loaderData;
  const { customers } = useWords();
  const { day } = useFormats();
  return (
    <div className="max-w-6xl">
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
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 md:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-5">
          <Timeline rows={conversations} full={conversations.length === shownConversations} />
          <Ledger rows={ledger} />
        </div>
        <div className="space-y-5">
          <Identities rows={identities} />
          <Allowed standing={standing} since={person.since} version={version} answer={actionData} />
        </div>
      </div>
    </div>
  );
}
