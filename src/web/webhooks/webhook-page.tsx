import { data, redirect } from 'react-router';
import {
  changeEndpoint,
  endEndpoint,
  getEndpoint,
  rotateSecret,
  switchEndpoint,
} from '../../conversations/webhooks/endpoint.ts';
import { deliveriesOf } from '../../conversations/webhooks/log.ts';
import { replayRange, sendTest } from '../../conversations/webhooks/replaying.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { type FormAnswer, refusedForm } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { kept, manager } from '../organisation/managing.ts';
import { Act } from '../privacy/act.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Route } from './+types/webhook-page.ts';
import { Deliveries } from './deliveries.tsx';
import { SecretShown } from './secret-shown.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { endpointOf, givenIn } from './webhook-posted.ts';

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = manager(context);
  const endpoint = await getEndpoint(ctx, params.id);
  const before = url.searchParams.get('before') ?? undefined;
  const deliveries = await deliveriesOf(ctx, params.id, { before });
  const { timezone } = await getOrganisation(ctx);
  const now = ctx.clock.now().toZonedDateTimeISO(timezone).toPlainDateTime();
  const minute = { smallestUnit: 'minute' } as const;
  return {
    endpoint: {
      ...endpoint,
      madeAt: endpoint.madeAt.toISOString(),
      failingSince: endpoint.failingSince?.toISOString() ?? null,
      disabledAt: endpoint.disabledAt?.toISOString() ?? null,
      formerUntil:
        endpoint.formerUntil && endpoint.formerUntil.getTime() > ctx.clock.now().epochMilliseconds
          ? endpoint.formerUntil.toISOString()
          : null,
    },
    deliveries: deliveries.map(({ madeAt, nextAt, publicId, type, state, attempts, status, error }) => ({
      ...{ publicId, type, state, attempts, status, error },
      madeAt: madeAt.toISOString(),
      nextAt: nextAt.toISOString(),
    })),
    isTold: url.searchParams.get('told'),
    yesterday: now.subtract({ days: 1 }).toString(minute),
    now: now.toString(minute),
  };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const ctx = manager(context);
  const form = await request.formData();
  const act = String(form.get('act') ?? '');
  try {
    switch (act) {
      case 'rotate':
        return data({ secret: await rotateSecret(ctx, id) }, { headers: { 'Cache-Control': 'no-store' } });
      case 'test':
        await sendTest(ctx, id);
        return redirect(urls.webhook(id, { told: 'test' }), 303);
      case 'replay':
        await replayRange(ctx, id, await rangeOf(ctx, form));
        return redirect(urls.webhook(id, { told: 'replay' }), 303);
      case 'end':
        await endEndpoint(ctx, id);
        return kept(urls.webhooks());
      case 'on':
      case 'off':
        await switchEndpoint(ctx, id, act === 'on');
        return kept(urls.webhook(id));
      default:
        await changeEndpoint(ctx, id, endpointOf(form));
        return kept(urls.webhook(id));
    }
  } catch (error) {
    return refusedForm(error, act === 'change' ? givenIn(endpointOf(form)) : { act });
  }
}

/** Moments as somebody of the organisation means them. @throws Refusal `invalid.range` */
async function rangeOf(ctx: Context, form: FormData) {
  const { timezone } = await getOrganisation(ctx);
  const at = (name: string) => {
    try {
      return Temporal.PlainDateTime.from(String(form.get(name) ?? ''))
        .toZonedDateTime(timezone)
        .toInstant();
    } catch {
      throw new Refusal('invalid.range');
    }
  };
  return { since: at('since'), until: at('until').add({ minutes: 1 }) };
}

/** The page with the secret is kept by no browser. */
export function headers({ actionHeaders }: Route.HeadersArgs) {
  return actionHeaders;
}

export default function WebhookPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().webhooks;
  const { endpoint, deliveries, isTold } = loaderData;
  const secret = actionData && 'secret' in actionData ? actionData.secret : null;
  const answer = secret ? undefined : (actionData as FormAnswer | undefined);
  const back = (
    <LinkButton to={urls.webhooks()} tone="quiet" size="small" icon="previous">
      {words.title}
    </LinkButton>
  );
  return (
    <div className="max-w-4xl">
      <PageHeader title={endpoint.name} aside={back} />
      {secret && <SecretShown secret={secret} />}
      {isTold && (
        <div className="mb-5">
          <Notice tone="done" title={isTold === 'test' ? words.tested : words.replay.done} />
        </div>
      )}
      <Standing endpoint={endpoint} />
      <Card title={words.change}>
        <WebhookForm endpoint={endpoint} answer={answer?.given?.act === 'change' ? answer : undefined} />
      </Card>
      <Acts loaderData={loaderData} answer={answer} />
      <Deliveries endpoint={endpoint.publicId} rows={deliveries} />
    </div>
  );
}

function Standing({ endpoint }: { endpoint: Route.ComponentProps['loaderData']['endpoint'] }) {
  const words = useWords().webhooks;
  const { moment } = useFormats();
  const { disabledWhy, failingSince, formerUntil, waiting } = endpoint;
  const trouble = disabledWhy ? words.off[disabledWhy] : failingSince && words.failing(moment(failingSince));
  return (
    <div className="mb-5 space-y-2">
      {trouble && <Notice tone="attention" title={trouble} />}
      {waiting > 0 && <p className="text-soft">{words.waiting(waiting)}</p>}
      {formerUntil && <p className="text-soft">{words.secret.former(moment(formerUntil))}</p>}
    </div>
  );
}

interface ActsProps {
  loaderData: Route.ComponentProps['loaderData'];
  answer: FormAnswer | undefined;
}

function Acts({ loaderData: { endpoint, yesterday, now }, answer }: ActsProps) {
  const words = useWords().webhooks;
  const isOff = endpoint.disabledAt !== null;
  return (
    <div className="mt-5 space-y-3">
      <div className="flex flex-wrap gap-3">
        <Act act={isOff ? 'on' : 'off'} label={isOff ? words.switchOn : words.switchOff} answer={answer} />
        {!isOff && <Act act="test" label={words.test} answer={answer} />}
      </div>
      <Act act="rotate" label={words.secret.rotate} answer={answer}>
        <p className="mb-3 text-soft">{words.secret.rotateWhy}</p>
      </Act>
      <Act act="replay" label={words.replay.title} answer={answer}>
        <p className="mb-3 text-soft">{words.replay.why}</p>
        <div className="grid gap-x-5 sm:grid-cols-2">
          <Field name="since" type="datetime-local" label={words.replay.since} defaultValue={yesterday} />
          <Field name="until" type="datetime-local" label={words.replay.until} defaultValue={now} />
        </div>
      </Act>
      <Act act="end" label={words.end} tone="quiet" answer={answer}>
        <p className="mb-3 text-soft">{words.endWhy}</p>
      </Act>
    </div>
  );
}
