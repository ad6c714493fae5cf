import { requires } from '../../../organisation/authority.ts';
import { transact } from '../../../platform/context.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Moment } from '../../ui/age.tsx';
import { Badge } from '../../ui/badge.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Facts } from '../act.tsx';
import type { Route } from './+types/request-page.ts';
import { answerAct } from './acting.ts';
import { Copies } from './copies.tsx';
import { Erasing } from './erasing.tsx';
import { Holds } from './holds.tsx';
import { RequestActs } from './request-acts.tsx';
import { type RequestView, requestView } from './request-view.ts';
import { Due } from './requests-page.tsx';

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'privacy.manage');
  return transact(ctx, 'legal', (ctx) => requestView(ctx, params.id));
}

export function action({ request, params, context }: Route.ActionArgs) {
  const { context: ctx, locale } = pageContext(context);
  return answerAct(ctx, { id: params.id, request, locale });
}

export default function RequestPage({ loaderData: view, actionData }: Route.ComponentProps) {
  const { request, kinds, states, unnamed, back } = useWords().privacy;
  const name = view.person ? (view.person.name ?? unnamed) : '';
  const link = actionData && 'link' in actionData ? actionData.link : undefined;
  return (
    <div className="max-w-5xl">
      <PageHeader
        title={name ? request.title(kinds[view.kind], name) : kinds[view.kind]}
        aside={
          <div className="flex items-center gap-3">
            <Badge tone={view.state === 'open' ? 'water' : 'neutral'}>{states[view.state]}</Badge>
            <LinkButton to={urls.privacy()} tone="quiet" size="small" icon="previous">
              {back}
            </LinkButton>
          </div>
        }
      />
      {link && <NewLink link={link} />}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 md:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-5">
          <About view={view} />
          {view.erasure && <Erasing erasure={view.erasure} answer={actionData} />}
          {view.exports.length > 0 && <Copies rows={view.exports} />}
        </div>
        <div className="space-y-5">
          {view.state === 'open' && <RequestActs view={view} answer={actionData} />}
          {view.person && <Holds holds={view.holds} words={view.heldWords} answer={actionData} />}
          <Steps steps={view.steps} />
        </div>
      </div>
    </div>
  );
}

/** Shown once: after a reload it is gone. */
function NewLink({ link }: { link: string }) {
  const { exports } = useWords().privacy;
  return (
    <div className="mb-5">
      <Notice tone="done" title={exports.link}>
        <code className="break-all select-all">{link}</code>
        <p>{exports.linkHint}</p>
      </Notice>
    </div>
  );
}

function About({ view }: { view: RequestView }) {
  const { privacy, customers } = useWords();
  const { request, vias, nobody, grounds } = privacy;
  const { day } = useFormats();
  const { purpose } = view;
  const purposeWords: Readonly<Record<string, string>> = customers.contract.purposes;
  return (
    <Card
      aside={
        view.person && (
          <LinkButton to={urls.customer(view.person.publicId)} size="small">
            {request.customer}
          </LinkButton>
        )
      }
      title={view.state === 'open' ? request.due(day(view.dueAt)) : request.wasDue(day(view.dueAt))}
    >
      {!view.person && <p className="mb-3">{request.gone}</p>}
      <Facts
        facts={[
          [request.law, `${request.lawName} ${view.law}`],
          [request.received, <Due key="due" row={{ dueAt: view.receivedAt, state: 'done' }} />],
          [request.via, vias[view.via]],
          view.wish ? [request.wish, view.wish] : null,
          purpose ? [request.purpose, purposeWords[purpose] ?? purpose] : null,
          [request.proof, view.proof ?? (view.proven ? '✓' : request.notProven)],
          [request.handler, view.handler ?? nobody],
          view.extendedWhy ? [request.extended, view.extendedWhy] : null,
          view.ground ? [request.ground, grounds[view.ground] ?? view.ground] : null,
          view.outcome ? [request.outcome, view.outcome] : null,
        ]}
      />
    </Card>
  );
}

function Steps({ steps }: { steps: RequestView['steps'] }) {
  const { request } = useWords().privacy;
  return (
    <Card title={request.steps}>
      <ol className="space-y-2">
        {steps.map((step) => (
          <li key={`${step.at}${step.what}`}>
            <span className="text-sm text-soft">
              <Moment at={step.at} />
              {step.by && ` · ${step.by}`}
            </span>
            <br />
            {request.step[step.what] ?? step.what}
          </li>
        ))}
      </ol>
    </Card>
  );
}
