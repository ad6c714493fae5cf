import { getMailing } from '../../customers/sending/mailing.ts';
import { resultsOf } from '../../customers/sending/results.ts';
import { may, requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Form } from '../ui/form.tsx';
import type { Route } from './+types/mailing-page.ts';
import { MailingForm } from './mailing-form.tsx';
import { NoServer } from './mailings-page.tsx';
import { Results } from './results.tsx';
import { segmentOptions } from './segment-options.ts';
import { StateBadge } from './state-badge.tsx';
import { Steps } from './steps.tsx';
import { answerTurn } from './turning.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'mailing.write');
  const mailing = await getMailing(ctx, { publicId: params.id });
  const { title, purpose, words, audience, state, leftOut } = mailing;
  const me = ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null;
  return {
    draft: { title, purpose, words, audience },
    state,
    tested: mailing.testedAt !== null,
    mine: mailing.changedBy === me,
    mayApprove: may(ctx.actor, 'mailing.approve'),
    server: ctx.outside.smtp !== null,
    leftOut,
    startedAt: mailing.startedAt?.toISOString() ?? null,
    results: mailing.startedAt ? await resultsOf(ctx, mailing.id) : [],
    segments: await segmentOptions(ctx),
  };
}

export function action({ request, params, context }: Route.ActionArgs) {
  return answerTurn(pageContext(context).context, params.id, request);
}

export default function MailingPage({ loaderData, actionData }: Route.ComponentProps) {
  const { mailings } = useWords();
  const { moment } = useFormats();
  const { draft, state, server, startedAt, results, leftOut, segments } = loaderData;
  const open = state === 'draft' || state === 'approved';
  return (
    <div className="max-w-5xl">
      <PageHeader
        title={draft.title}
        lead={startedAt ? mailings.started(moment(startedAt)) : mailings.purposes[draft.purpose]}
        aside={
          <div className="flex items-center gap-3">
            <StateBadge state={state} />
            <LinkButton to={urls.mailings()} tone="quiet" size="small" icon="previous">
              {mailings.back}
            </LinkButton>
          </div>
        }
      />
      {!server && <NoServer />}
      <Form answer={actionData?.problems ? undefined : actionData}>{null}</Form>
      <div className="space-y-5">
        <Steps {...loaderData} />
        {startedAt && <Results rows={results} leftOut={leftOut ?? 0} />}
        {open ? (
          <MailingForm
            draft={draft}
            segments={segments}
            answer={actionData?.problems ? actionData : undefined}
          />
        ) : (
          <Words words={draft.words} />
        )}
      </div>
    </div>
  );
}

function Words({ words }: { words: Route.ComponentProps['loaderData']['draft']['words'] }) {
  const { form } = useWords().mailings;
  return (
    <div className="grid gap-5 md:grid-cols-2">
      {(['nl', 'en'] as const).map((locale) => {
        const one = words[locale];
        if (!one) return null;
        return (
          <Card key={locale} title={form.languages[locale === 'nl' ? 'Nl' : 'En']}>
            <p className="font-medium">{one.subject}</p>
            <p className="mt-2 break-words whitespace-pre-line">{one.text}</p>
          </Card>
        );
      })}
    </div>
  );
}
