import type { Kind, Told } from './backoffice.ts';

/** A thing they told as a row by fields, the way a file would have it: an order has a row per line. */
export type Values = Readonly<Record<string, string>>;

export function rowsOf<K extends Kind>(kind: K, told: Told[K]): readonly Values[] {
  return (writers[kind] as (told: Told[K]) => readonly Values[])(told);
}

const writers: { readonly [K in Kind]: (told: Told[K]) => readonly Values[] } = {
  customers: (told) => [
    {
      id: told.key,
      name: told.name ?? '',
      mail: told.mail ?? '',
      phone: told.phone ?? '',
      street: told.street ?? '',
      postcode: told.postcode ?? '',
      town: told.town ?? '',
      country: told.country ?? '',
      since: told.since ?? '',
    },
  ],
  orders(told) {
    const order = {
      id: told.key,
      customer: told.customerKey,
      number: told.number,
      state: told.state,
      ordered: told.orderedOn,
      total: amount(told.totalMinor),
      currency: told.currency,
    };
    if (told.lines.length === 0) return [order];
    return told.lines.map((line, place) => ({
      ...order,
      line: String(place + 1),
      what: line.what || told.number,
      quantity: String(line.quantity),
      lineTotal: line.totalMinor === null ? '' : amount(line.totalMinor),
    }));
  },
  invoices: (told) => [
    {
      id: told.key,
      customer: told.customerKey,
      number: told.number,
      order: told.orderKey ?? '',
      state: told.state,
      issued: told.issuedOn,
      due: told.dueOn ?? '',
      paid: told.paidOn ?? '',
      total: amount(told.totalMinor),
      currency: told.currency,
    },
  ],
  deliveries: (told) => [
    {
      id: told.key,
      customer: told.customerKey,
      number: told.number,
      order: told.orderKey ?? '',
      state: told.state,
      promised: told.promisedOn ?? '',
      delivered: told.deliveredOn ?? '',
    },
  ],
};

/** `-12.35`, of whole cents. */
function amount(minor: number): string {
  const cents = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${cents.slice(0, -2)}.${cents.slice(-2)}`;
}
