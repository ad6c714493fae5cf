import type { CustomerTold, DeliveryTold, InvoiceTold, Kind, OrderTold, Page, Told } from '../backoffice.ts';
import { changesOf, perPage, watched } from './changes.ts';
import type { Call } from './session.ts';
import { dateOf, fieldsOf, minorOf, momentOf, type Row, rowsOf, textOf, type Value } from './values.ts';

/** Why one thing cannot be told. */
class Unfit extends Error {}

function need<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Unfit(what);
  return value;
}

const keyOf = (value: Value | undefined) => (typeof value === 'number' ? String(value) : null);

interface Reader<K extends Kind> {
  readonly fields: readonly string[];
  tell(row: Row, orders: ReadonlyMap<number, string>): Told[K] | null;
}

const customers: Reader<'customers'> = {
  fields: [
    'name',
    'email',
    'phone',
    'mobile',
    'create_date',
    'addresses.street',
    'addresses.postal_code',
    'addresses.city',
    'addresses.country.code',
  ],
  tell(row): CustomerTold {
    const address = rowsOf(row, 'addresses')[0];
    return {
      key: String(row.id),
      name: textOf(row.name),
      mail: textOf(row.email),
      phone: textOf(row.mobile) ?? textOf(row.phone),
      street: textOf(address?.street),
      postcode: textOf(address?.postal_code),
      town: textOf(address?.city),
      country: address ? textOf(fieldsOf(address, 'country')?.code) : null,
      since: momentOf(row.create_date)?.slice(0, 10) ?? null,
    };
  },
};

const orders: Reader<'orders'> = {
  fields: [
    'number',
    'state',
    'shipment_state',
    'party',
    'sale_date',
    'total_amount',
    'currency.code',
    'currency.digits',
    'lines.type',
    'lines.quantity',
    'lines.amount',
    'lines.summary',
  ],
  tell(row): OrderTold {
    return {
      key: String(row.id),
      customerKey: need(keyOf(row.party), 'an order without a customer'),
      number: need(textOf(row.number), 'an order without a number'),
      state: stateOfOrder(row),
      orderedOn: need(dateOf(row.sale_date), 'an order without a date'),
      totalMinor: amountOf(row, 'total_amount'),
      currency: currencyOf(row),
      lines: rowsOf(row, 'lines')
        .filter((line) => line.type === 'line')
        .map((line) => ({
          what: textOf(line.summary) ?? '',
          quantity: Number(line.quantity ?? 0),
          totalMinor: minorOf(line.amount),
        })),
    };
  },
};

function stateOfOrder({ state, shipment_state: shipped }: Row): OrderTold['state'] {
  if (state === 'cancelled') return 'cancelled';
  if (state === 'done') return 'delivered';
  return shipped === 'sent' ? 'shipped' : 'confirmed';
}

const invoices: Reader<'invoices'> = {
  fields: [
    'number',
    'state',
    'party',
    'invoice_date',
    'total_amount',
    'reconciled',
    'sales',
    'currency.code',
    'currency.digits',
    'lines_to_pay.maturity_date',
  ],
  tell(row): InvoiceTold {
    const total = amountOf(row, 'total_amount');
    const sales = Array.isArray(row.sales) ? row.sales : [];
    const due = rowsOf(row, 'lines_to_pay').flatMap((line) => dateOf(line.maturity_date) ?? []);
    return {
      key: String(row.id),
      customerKey: need(keyOf(row.party), 'an invoice without a customer'),
      orderKey: keyOf(sales[0]),
      number: need(textOf(row.number), 'an invoice without a number'),
      state: stateOfInvoice(row.state, total),
      issuedOn: need(dateOf(row.invoice_date), 'an invoice without a date'),
      dueOn: due.toSorted().at(-1) ?? null,
      paidOn: row.state === 'paid' ? dateOf(row.reconciled) : null,
      totalMinor: total,
      currency: currencyOf(row),
    };
  },
};

/** What is below zero gives money back. */
function stateOfInvoice(state: Value | undefined, total: number): InvoiceTold['state'] {
  if (state === 'cancelled') return 'cancelled';
  if (total < 0) return 'credited';
  return state === 'paid' ? 'paid' : 'open';
}

const deliveries: Reader<'deliveries'> = {
  fields: ['number', 'state', 'customer', 'planned_date', 'effective_date'],
  tell(row, orderOf): DeliveryTold {
    return {
      key: String(row.id),
      customerKey: need(keyOf(row.customer), 'a delivery without a customer'),
      orderKey: orderOf.get(row.id) ?? null,
      number: need(textOf(row.number), 'a delivery without a number'),
      state: stateOfDelivery(row.state),
      promisedOn: dateOf(row.planned_date),
      deliveredOn: row.state === 'done' ? dateOf(row.effective_date) : null,
    };
  },
};

function stateOfDelivery(state: Value | undefined): DeliveryTold['state'] {
  if (state === 'done') return 'delivered';
  if (state === 'packed') return 'underway';
  return state === 'cancelled' ? 'failed' : 'planned';
}

/** Of other currencies than those of two decimals nothing is told: yen would become cents. */
function currencyOf(row: Row): string {
  const currency = fieldsOf(row, 'currency');
  if (currency && currency.digits !== 2) throw new Unfit('a currency that has no cents');
  return need(textOf(currency?.code), 'an amount without a currency');
}

const amountOf = (row: Row, field: string) => need(minorOf(row[field]), `no amount in ${field}`);

const readers: { readonly [K in Kind]: Reader<K> } = { customers, orders, invoices, deliveries };

/** @throws Outage, Refused */
export async function readKind<K extends Kind>(
  call: Call,
  kind: K,
  cursor: string | null,
): Promise<Page<Told[K]>> {
  const reader = readers[kind] as Reader<K>;
  const changes = await changesOf(call, kind, { cursor, fields: reader.fields });
  const orderOf = kind === 'deliveries' ? await ordersOf(call, changes.rows) : new Map<number, string>();
  const own = kind === 'customers' ? await ownParty(call) : null;
  const told: Told[K][] = [];
  const unreadable = [];
  for (const row of changes.rows) {
    if (row.id === own) continue;
    try {
      const one = reader.tell(row, orderOf);
      if (one) told.push(one);
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
      unreadable.push({ key: String(row.id), why: error.message });
    }
  }
  return { told, unreadable, cursor: changes.cursor, more: changes.more };
}

/** Of each shipment, the order it came from. */
async function ordersOf(call: Call, shipments: readonly Row[]): Promise<ReadonlyMap<number, string>> {
  if (shipments.length === 0) return new Map();
  const among = [['shipments', 'in', shipments.map(({ id }) => id)]];
  const sales = await call('model.sale.sale.search_read', among, 0, null, null, ['shipments']);
  const pairs = ((Array.isArray(sales) ? sales : []) as readonly Row[]).flatMap(({ id, shipments }) =>
    (Array.isArray(shipments) ? (shipments as readonly number[]) : []).map(
      (one) => [one, String(id)] as const,
    ),
  );
  return new Map(pairs);
}

/** The organisation itself is a party too, and no customer. */
async function ownParty(call: Call): Promise<number | null> {
  const companies = await call('model.company.company.search_read', [], 0, 1, null, ['party']);
  const party = Array.isArray(companies) ? (companies[0] as Row | undefined)?.party : null;
  return typeof party === 'number' ? party : null;
}

/** @throws Outage, Refused */
export async function keysOf(call: Call, kind: Kind, after: string | null): Promise<readonly string[]> {
  const { model, only } = watched[kind];
  const domain = [...only, ['id', '>', Number(after ?? 0)]];
  const found = await call(`model.${model}.search`, domain, 0, perPage, [['id', 'ASC']]);
  return (Array.isArray(found) ? found : []).map(String);
}
