import { redirect } from 'react-router';
import { z } from 'zod';
import { enterLeft } from '../../customers/sending/permitting.ts';
import { requires } from '../../organisation/authority.ts';
import { transact } from '../../platform/context.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { readOutbox } from '../../platform/mail/outbox.ts';
import { decideUnknown } from '../../platform/mail/settling.ts';
import { urls } from '../../urls.ts';
import { again, readForm, refusedForm } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Moment } from '../ui/age.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CsrfField, Form } from '../ui/form.tsx';
import type { Route } from './+types/outbox-page.ts';
import { NoServer } from './mailings-page.tsx';

const schema = z.object({ id: z.string().regex(/^\d{1,18}$/), what: z.enum(['sent', 'again']) });

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'mail.manage');
  const { counts, troubled, resting } = await readOutbox(ctx);
  return {
    counts,
    resting,
    troubled: troubled.map(({ at, ...mail }) => ({ ...mail, at: at.toISOString() })),
    server: ctx.outside.smtp !== null,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'mail.manage');
  const form = await readForm(request, schema);
  if (!form.ok) return again(form.answer);
  try {
    await transact(ctx, 'security', (ctx) => decideUnknown(ctx, form.value, enterLeft));
    return redirect(urls.outbox(), 303);
  } catch (error) {
    return refusedForm(error, {});
  }
}

export default function OutboxPage({ loaderData, actionData }: Route.ComponentProps) {
  const { mailings } = useWords();
  const { outbox } = mailings;
  const { number, list } = useFormats();
  const { counts, troubled, resting, server } = loaderData;
  return (
    <div className="max-w-5xl">
      <PageHeader
        title={outbox.title}
        lead={outbox.lead}
        aside={
          <LinkButton to={urls.mailings()} tone="quiet" size="small" icon="previous">
            {mailings.back}
          </LinkButton>
        }
      />
      {!server && <NoServer />}
      <Form answer={actionData}>{null}</Form>
      <dl className="mb-5 flex flex-wrap gap-x-8 gap-y-3">
        {counts.map(({ state, mails }) => (
          <div key={state}>
            <dt className="text-sm text-soft">{outbox.states[state]}</dt>
            <dd className="text-xl">{number(mails)}</dd>
          </div>
        ))}
      </dl>
      {resting.length > 0 && <p className="mb-5">{outbox.resting(list(resting))}</p>}
      <Card title={outbox.troubled}>
        {troubled.length === 0 && <p className="text-soft">{outbox.none}</p>}
        <ul className="divide-y divide-line">
          {troubled.map((mail) => (
            <Troubled key={mail.id} mail={mail} />
          ))}
        </ul>
      </Card>
    </div>
  );
}

type Mail = Route.ComponentProps['loaderData']['troubled'][number];

function Troubled({ mail }: { mail: Mail }) {
  const { outbox } = useWords().mailings;
  const kinds = outbox.kinds as Readonly<Record<string, string>>;
  const reasons = outbox.reasons as Readonly<Record<string, string>>;
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="font-medium">
          {kinds[mail.kind] ?? mail.kind} → {mail.domain}
        </p>
        <span className="text-sm text-soft">
          <Moment at={mail.at} />
        </span>
      </div>
      <p>
        {outbox.states[mail.state]}
        {mail.reason && `: ${reasons[mail.reason] ?? mail.reason}`} ({outbox.attempts(mail.attempts)})
      </p>
      {mail.answer && <p className="text-sm break-words text-soft">{mail.answer}</p>}
      {mail.state === 'unknown' && (
        <form method="post" className="mt-2 flex flex-wrap items-center gap-3">
          <CsrfField />
          <input type="hidden" name="id" value={mail.id} />
          <Button size="small" name="what" value="sent">
            {outbox.wasSent}
          </Button>
          {mail.whole && (
            <Button size="small" name="what" value="again">
              {outbox.again}
            </Button>
          )}
          <span className="text-sm text-soft">{outbox.unknownWhat}</span>
        </form>
      )}
    </li>
  );
}
