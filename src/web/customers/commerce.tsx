import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { isOverdue } from '../../customers/commerce/order.ts';
import type { Catalogue } from '../../platform/words.ts';
import { urls } from '../../urls.ts';
import { useFormats, useNow, useWords } from '../layout/frame.tsx';
import { noon } from '../layout/noon.ts';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { amount } from './amount.ts';
import type { CustomerView } from './loading-customer.ts';

/** Orders with their lines, invoices and deliveries, as the systems of record tell them. */
export function Commerce({ view }: { view: CustomerView }) {
  const { commerce } = useWords().keeping;
  const { orders, invoices, deliveries } = view.commerce;
  if (orders.length + invoices.length + deliveries.length === 0) return null;
  return (
    <Card title={commerce.title}>
      <div id="commerce" className="scroll-mt-20 space-y-6">
        {orders.length > 0 && <Orders rows={orders} named={view.named} />}
        {invoices.length > 0 && <Invoices rows={invoices} named={view.named} today={view.today} />}
        {deliveries.length > 0 && <Deliveries rows={deliveries} named={view.named} />}
      </div>
    </Card>
  );
}

interface Pieces<Kind extends keyof CustomerView['commerce']> {
  rows: CustomerView['commerce'][Kind];
  named: CustomerView['named'];
}

/** A number, with the conversations in which the customer named it. */
function Numbered({ number, named }: { number: string; named: CustomerView['named'] }) {
  const { commerce } = useWords().keeping;
  const { shortDay } = useFormats();
  const now = useNow();
  const talks = named[number] ?? [];
  return (
    <>
      <p>{number}</p>
      {talks.length > 0 && (
        <p className="text-sm font-normal text-soft">
          {commerce.named}{' '}
          {talks.map((talk, index) => (
            <Fragment key={talk.publicId}>
              {index > 0 && ', '}
              <Link to={urls.conversation(talk.publicId)} className="link">
                {commerce.conversation(talk.channel, shortDay(talk.lastMessageAt, now))}
              </Link>
            </Fragment>
          ))}
        </p>
      )}
    </>
  );
}

function Orders({ rows, named }: Pieces<'orders'>) {
  const { commerce } = useWords().keeping;
  const { number, state, day, total } = useColumns<Row<'orders'>>();
  const formats = useFormats();
  return (
    <Table
      caption={commerce.orders}
      rows={rows}
      rowKey={(row) => row.publicId}
      columns={[
        number(named, (row) =>
          row.lines.map((line) => (
            <p key={line.what} className="text-sm font-normal text-soft">
              {formats.number(line.quantity, 4)} × {line.what}
            </p>
          )),
        ),
        state(),
        { ...day('date', commerce.date, (row) => row.orderedAt), wideOnly: true },
        total(),
      ]}
    />
  );
}

function Invoices({ rows, named, today }: Pieces<'invoices'> & { today: string }) {
  const { commerce } = useWords().keeping;
  const { number, state, day, total } = useColumns<Row<'invoices'>>();
  return (
    <Table
      caption={commerce.invoices}
      rows={rows}
      rowKey={(row) => row.publicId}
      columns={[
        number(named),
        state((row) =>
          isOverdue(row, today) ? (
            <Badge tone="attention" icon="clock">
              {commerce.overdue}
            </Badge>
          ) : null,
        ),
        { ...day('due', commerce.due, (row) => row.dueOn && noon(row.dueOn)), wideOnly: true },
        total(),
      ]}
    />
  );
}

function Deliveries({ rows, named }: Pieces<'deliveries'>) {
  const { commerce } = useWords().keeping;
  const { number, state, day } = useColumns<Row<'deliveries'>>();
  return (
    <Table
      caption={commerce.deliveries}
      rows={rows}
      rowKey={(row) => row.publicId}
      columns={[
        number(named),
        state(),
        { key: 'carrier', label: commerce.carrier, wideOnly: true, cell: (row) => row.carrier ?? '' },
        day('promised', commerce.promised, (row) => row.promisedOn && noon(row.promisedOn)),
      ]}
    />
  );
}

type Row<Kind extends keyof CustomerView['commerce']> = CustomerView['commerce'][Kind][number];
type Told = { number: string; state: keyof Catalogue['keeping']['timeline']['states'] };

/** The columns that orders, invoices and deliveries have in common. */
function useColumns<R extends Told>() {
  const { commerce, timeline } = useWords().keeping;
  const { shortDay, locale } = useFormats();
  const now = useNow();
  return {
    number: (named: CustomerView['named'], under?: (row: R) => ReactNode): Column<R> => ({
      key: 'number',
      label: commerce.number,
      heading: true,
      cell: (row) => (
        <div className="py-1.5">
          <Numbered number={row.number} named={named} />
          {under?.(row)}
        </div>
      ),
    }),
    state: (instead?: (row: R) => ReactNode): Column<R> => ({
      key: 'state',
      label: commerce.state,
      cell: (row) => instead?.(row) ?? timeline.states[row.state],
    }),
    day: (key: string, label: string, of: (row: R) => string | null): Column<R> => ({
      key,
      label,
      figures: true,
      cell: (row) => {
        const when = of(row);
        return <Short>{when && shortDay(when, now)}</Short>;
      },
    }),
    total: (): Column<R & { totalMinor: number | null; currency: string }> => ({
      key: 'total',
      label: commerce.total,
      figures: true,
      cell: (row) => (row.totalMinor === null ? '' : amount(row.totalMinor, row.currency, locale)),
    }),
  };
}

function Short({ children }: { children: ReactNode }) {
  return <span className="whitespace-nowrap">{children}</span>;
}
