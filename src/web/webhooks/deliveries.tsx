import { Link } from 'react-router';
import type { Delivery } from '../../conversations/webhooks/log.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Table } from '../ui/table.tsx';

export type ShownDelivery = Pick<
  Delivery,
  'publicId' | 'type' | 'state' | 'attempts' | 'status' | 'error'
> & { madeAt: string; nextAt: string };

interface DeliveriesProps {
  endpoint: string;
  rows: readonly ShownDelivery[];
}

/** What was told, and whether it arrived. */
export function Deliveries({ endpoint, rows }: DeliveriesProps) {
  const words = useWords().webhooks.log;
  const { moment } = useFormats();
  const typeName = useTypeName();
  const last = rows.at(-1);
  return (
    <section id="log" className="mt-6">
      <Card title={words.title}>
        {rows.length === 0 ? (
          <p className="text-soft">{words.none}</p>
        ) : (
          <Table
            caption={words.state}
            hideCaption
            wide
            rows={rows}
            rowKey={({ publicId }) => publicId}
            columns={[
              {
                key: 'at',
                label: words.at,
                heading: true,
                cell: (row) => (
                  <Link to={urls.webhookDelivery(endpoint, row.publicId)} className="link">
                    {moment(row.madeAt)}
                  </Link>
                ),
              },
              { key: 'type', label: words.type, cell: (row) => typeName(row.type) },
              { key: 'state', label: words.state, cell: (row) => <StateSaid row={row} /> },
            ]}
          />
        )}
        {rows.length === 50 && last && (
          <p className="mt-4">
            <LinkButton to={`${urls.webhook(endpoint, { before: last.publicId })}#log`}>
              {words.older}
            </LinkButton>
          </p>
        )}
      </Card>
    </section>
  );
}

function StateSaid({ row: { state, attempts, nextAt, status, error } }: { row: ShownDelivery }) {
  const words = useWords().webhooks.log;
  const { moment } = useFormats();
  const reason = useWhy();
  return (
    <span className="block py-1">
      <span className={state === 'failed' ? 'text-clay' : ''}>{words.states[state]}</span>
      {attempts > 0 && <span className="text-soft">, {words.tries(attempts)}</span>}
      {error && <span className="block text-sm text-soft">{reason(error, status)}</span>}
      {state === 'waiting' && attempts > 0 && (
        <span className="block text-sm text-soft">{words.next(moment(nextAt))}</span>
      )}
    </span>
  );
}

/** Why a try came to nothing, in words. */
export function useWhy(): (error: string, status: number | null) => string {
  const words = useWords().webhooks.log;
  const names: Readonly<Record<string, string>> = words.errors;
  return (error, status) => [names[error] ?? error, ...(status ? [words.status(status)] : [])].join(', ');
}

export function useTypeName(): (type: string) => string {
  const words = useWords().webhooks;
  const names: Readonly<Record<string, string>> = { ...words.typeNames, ...words.otherTypes };
  return (type) => names[type] ?? type;
}
