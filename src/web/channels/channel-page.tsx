import { redirect } from 'react-router';
import { z } from 'zod';
import { getConnector } from '../../connectors.ts';
import { troubledOver } from '../../conversations/delivering/deciding.ts';
import { dropAside, listAside } from '../../listening/connecting/aside.ts';
import {
  changeConnection,
  getConnection,
  orderTest,
  orderTrial,
  retryJob,
  turnConnection,
} from '../../listening/connecting/connection.ts';
import { requires } from '../../organisation/authority.ts';
import type { Context } from '../../platform/context.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { sendJob } from '../../platform/jobs.ts';
import { isAddress } from '../../platform/mail/address.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { flashCookie } from '../preferences/flash.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/channel-page.ts';
import { AllChannels } from './all-channels.tsx';
import { AnswersUnderway } from './answers-underway.tsx';
import { arrivalOf } from './arrival.ts';
import { ArrivalCard } from './arrival-card.tsx';
import { AsideList } from './aside-list.tsx';
import { ConnectorFields } from './connector-fields.tsx';
import { readConnector, shownOf } from './connector-form.ts';
import { costsOf } from './costs.ts';
import { CostsCard } from './costs-card.tsx';
import { endingOf } from './ending.ts';
import { HealthCard } from './health-card.tsx';
import { KindAbout } from './kind-about.tsx';
import { StateBadge } from './state-badge.tsx';
import { Steps } from './steps.tsx';
import { TestCard } from './test-card.tsx';

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'channel.manage');
  const connection = await getConnection(ctx, params.id);
  const { name, state, trial, triedAt, problem, failures, settings } = connection;
  const connector = getConnector(connection.connector);
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    account: { name, state, trial, tried: triedAt !== null, isBroken: problem !== null || failures >= 5 },
    health: {
      problem,
      problemSince: iso(connection.problemSince),
      heardAt: iso(connection.heardAt),
      openUntil: failures >= 5 ? iso(connection.openUntil) : null,
      expiresAt: iso(connection.expiresAt),
      ends: endingOf(connection.expiresAt, ctx.clock),
    },
    kind: connector.channel.key,
    untried: connector.channel.untried === true,
    whom: connector.test ?? ('mail' as const),
    readOnly: connector.channel.readOnly,
    costs: await costsOf(ctx, connection),
    arrival: await arrivalOf(ctx, connection),
    fields: connector.fields,
    kept: shownOf(connector, settings),
    answers: (await troubledOver(ctx, connection.accountId)).map(({ at, askAt, ...one }) => ({
      ...one,
      at: at.toISOString(),
    })),
    aside: (await listAside(ctx, connection.id)).map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
  };
}

export type ChannelView = Awaited<ReturnType<typeof loader>>;

const number = z.string().regex(/^\d{1,18}$/);
/** Whom a test message goes to, as the channel knows people. */
const whom = {
  mail: z.string().trim().refine(isAddress),
  name: z.string().trim().min(1).max(200),
  nobody: z.string().max(200).default(''),
  none: z.never(),
};
const schemaFor = (test: keyof typeof whom) =>
  z.discriminatedUnion('act', [
    z.object({ act: z.enum(['try', 'on', 'paused', 'ended']) }),
    z.object({ act: z.literal('test'), to: whom[test] }),
    z.object({ act: z.enum(['aside-again', 'aside-drop']), aside: number }),
  ]);

export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'channel.manage');
  if ((await request.clone().formData()).get('act') === 'door') return changeDoor(ctx, params.id, request);
  const { test = 'mail' } = getConnector((await getConnection(ctx, params.id)).connector);
  const form = await readForm(request, schemaFor(test));
  if (!form.ok) return again(form.answer);
  try {
    await act(ctx, params.id, form.value);
    return kept(form.value.act === 'ended' ? urls.channels() : urls.channel(params.id));
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

const kept = (here: string) =>
  redirect(here, { status: 303, headers: { 'Set-Cookie': flashCookie('kept') } });

async function changeDoor(ctx: Context, id: string, request: Request) {
  const { connector } = await getConnection(ctx, id);
  const form = await readConnector(request, { connector: getConnector(connector), connected: true });
  if (!form.ok) return again(form.answer);
  await changeConnection(ctx, id, form.value);
  return kept(urls.channel(id));
}

async function act(ctx: Context, id: string, given: z.infer<ReturnType<typeof schemaFor>>): Promise<void> {
  if (given.act === 'try') return orderTrial(ctx, id);
  if (given.act === 'test') return orderTest(ctx, id, given.to);
  if (given.act === 'aside-again') return sendJob(ctx, retryJob, { id, aside: given.aside });
  if (given.act === 'aside-drop') {
    const connection = await getConnection(ctx, id);
    return dropAside(ctx, connection.id, given.aside);
  }
  return turnConnection(ctx, id, given.act);
}

export default function ChannelPage({ loaderData, actionData }: Route.ComponentProps) {
  const { account, health, kind, answers, aside } = loaderData;
  const { channels: words } = useWords();
  return (
    <div className="max-w-5xl space-y-6">
      <div>
        <AllChannels />
        <PageHeader title={account.name} aside={<StateBadge {...account} ends={health.ends} />} />
      </div>
      <KindAbout kind={kind} untried={loaderData.untried} />
      <Steps account={account} answer={actionData} />
      {loaderData.arrival && <ArrivalCard arrival={loaderData.arrival} />}
      {account.tried && <HealthCard health={health} />}
      {account.trial?.state === 'good' && !loaderData.readOnly && loaderData.whom !== 'none' && (
        <TestCard kind={kind} whom={loaderData.whom} test={account.trial.test} answer={actionData} />
      )}
      {loaderData.costs && <CostsCard {...loaderData.costs} />}
      {account.tried && <AnswersUnderway answers={answers} />}
      {aside.length > 0 && <AsideList aside={aside} />}
      <Card title={words.form.door}>
        <Form answer={actionData}>
          <ConnectorFields
            kind={kind}
            fields={loaderData.fields}
            answer={actionData}
            kept={loaderData.kept}
          />
          <Button name="act" value="door">
            {words.form.save}
          </Button>
        </Form>
      </Card>
    </div>
  );
}
