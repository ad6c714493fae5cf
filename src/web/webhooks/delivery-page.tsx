import { redirect } from 'react-router';
import { attemptsOf } from '../../conversations/webhooks/log.ts';
import { replay } from '../../conversations/webhooks/replaying.ts';
import { urls } from '../../urls.ts';
import { refusedForm } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { manager } from '../organisation/managing.ts';
import { Act } from '../privacy/act.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/delivery-page.ts';
import { useTypeName, useWhy } from './deliveries.tsx';

export async function loader({ context, params: { id, delivery } }: Route.LoaderArgs) {
  const found = await attemptsOf(manager(context), id, delivery);
  const attempts = found.attempts.map((one) => ({ ...one, at: one.at.toISOString() }));
  return { ...found, attempts, id, delivery };
}

export async function action({ context, params: { id, delivery } }: Route.ActionArgs) {
  const ctx = manager(context);
  try {
    await replay(ctx, id, delivery);
  } catch (error) {
    return refusedForm(error, {});
  }
  return redirect(urls.webhook(id, { told: 'replay' }), 303);
}

export default function DeliveryPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().webhooks;
  const { number, moment } = useFormats();
  const why = useWhy();
  const typeName = useTypeName();
  const { body, type, attempts, id, delivery } = loaderData;
  const back = (
    <LinkButton to={urls.webhook(id)} tone="quiet" size="small" icon="previous">
      {words.log.title}
    </LinkButton>
  );
  return (
    <div className="max-w-4xl">
      <PageHeader title={typeName(type)} aside={back} />
      <div className="space-y-5">
        <Card title={words.log.body}>
          <p className="mb-2 text-sm text-soft">webhook-id: {delivery}</p>
          <pre className="overflow-x-auto rounded-md bg-paper p-3 text-sm break-all whitespace-pre-wrap">
            {body}
          </pre>
        </Card>
        <Act act="again" label={words.replay.one} answer={actionData} />
        <Card title={words.log.attempts}>
          {attempts.length === 0 ? (
            <p className="text-soft">{words.log.states.waiting}</p>
          ) : (
            <Table
              caption={words.log.attempts}
              hideCaption
              rows={attempts}
              rowKey={({ at }) => at}
              columns={[
                { key: 'at', label: words.log.at, heading: true, cell: (row) => moment(row.at) },
                {
                  key: 'state',
                  label: words.log.state,
                  cell: ({ error, status }) => (error ? why(error, status) : words.log.status(status ?? 0)),
                },
                {
                  key: 'took',
                  label: 'ms',
                  figures: true,
                  cell: (row) => words.log.took(number(row.milliseconds)),
                },
              ]}
            />
          )}
        </Card>
      </div>
    </div>
  );
}
