import { data, Link } from 'react-router';
import { addEndpoint, listEndpoints } from '../../conversations/webhooks/endpoint.ts';
import { urls } from '../../urls.ts';
import { type FormAnswer, refusedForm } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { manager } from '../organisation/managing.ts';
import { Badge } from '../ui/badge.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Route } from './+types/webhooks-page.ts';
import { SecretShown } from './secret-shown.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { endpointOf, givenIn } from './webhook-posted.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const endpoints = await listEndpoints(manager(context));
  return {
    endpoints: endpoints.map(({ publicId, name, url, types, failingSince, disabledAt, waiting }) => ({
      ...{ publicId, name, url, waiting, types: types.length },
      isOff: disabledAt !== null,
      failingSince: failingSince?.toISOString() ?? null,
    })),
  };
}

/** The answer to the form is the only page that ever shows the secret; it is kept nowhere. */
export async function action({ context, request }: Route.ActionArgs) {
  const ctx = manager(context);
  const given = endpointOf(await request.formData());
  try {
    return data({ made: await addEndpoint(ctx, given) }, { headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    return refusedForm(error, givenIn(given));
  }
}

/** The page with the secret is kept by no browser. */
export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

export default function WebhooksPage({ loaderData: { endpoints }, actionData }: Route.ComponentProps) {
  const words = useWords().webhooks;
  const made = actionData && 'made' in actionData ? actionData.made : null;
  return (
    <div className="max-w-4xl">
      <PageHeader title={words.title} lead={words.lead} />
      {made && (
        <>
          <SecretShown secret={made.secret} />
          <p className="mb-5">
            <LinkButton to={urls.webhook(made.id)}>{words.log.details}</LinkButton>
          </p>
        </>
      )}
      {endpoints.length === 0 ? (
        <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {endpoints.map((one) => (
            <li key={one.publicId} className="px-4 py-3">
              <EndpointRow one={one} />
            </li>
          ))}
        </ul>
      )}
      <div className="mt-6">
        <Card title={words.add}>
          <WebhookForm answer={made ? undefined : (actionData as FormAnswer | undefined)} />
        </Card>
      </div>
    </div>
  );
}

function EndpointRow({ one }: { one: Route.ComponentProps['loaderData']['endpoints'][number] }) {
  const words = useWords().webhooks;
  const { moment } = useFormats();
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Link to={urls.webhook(one.publicId)} className="link font-medium">
          {one.name}
        </Link>
        {one.isOff && <Badge>{words.isOff}</Badge>}
      </p>
      <p className="text-sm break-all text-soft">{one.url}</p>
      <p className="text-sm text-soft">
        {words.typesCount(one.types)}
        {one.waiting > 0 && ` · ${words.waiting(one.waiting)}`}
        {one.failingSince && !one.isOff && (
          <span className="text-clay"> · {words.failing(moment(one.failingSince))}</span>
        )}
      </p>
    </>
  );
}
