import type { Customer } from './customers.ts';
import { type Random, randomFrom } from './random.ts';

/** Rows as another system would export them, by field. */
export type CommerceRow = Readonly<Record<string, string>>;

export interface ExampleCommerce {
  /** What the systems call themselves. */
  source: string;
  customers: CommerceRow[];
  orders: CommerceRow[];
  invoices: CommerceRow[];
  deliveries: CommerceRow[];
}

const known = 260;
const things: readonly (readonly [string, number])[] = [
  ['slimme thermostaat', 14900],
  ['laadpaal aan huis', 89500],
  ['zonnepaneel', 21500],
  ['waterbesparende douchekop', 2495],
  ['energieverbruiksmeter', 5995],
  ['onderhoud cv-ketel', 9900],
];

/**
 * What the administration of Waterkracht knows: customers with their address, a monthly invoice, now and then an order
 * with its delivery. Some customers stand in it twice, some invoices name a customer that is not in it.
 */
export function commerceOf(customers: readonly Customer[], now: Temporal.Instant, seed = 7): ExampleCommerce {
  const random = randomFrom(seed);
  const today = now.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate();
  const chosen = customers.filter((one) => one.relation === 'customer' && !one.stranger).slice(0, known);
  const all: ExampleCommerce = {
    source: 'administratie',
    customers: [],
    orders: [],
    invoices: [],
    deliveries: [],
  };
  for (const [index, customer] of chosen.entries()) {
    all.customers.push(record(customer, index, today));
    if (index % 43 === 7)
      all.customers.push({ ...record(customer, index, today), id: `${customer.number}B` });
    invoices(all, customer, { random, today, index });
    if (random.chance(0.35)) order(all, customer, { random, today, index });
  }
  return all;
}

function record(customer: Customer, index: number, today: Temporal.PlainDate): CommerceRow {
  return {
    id: customer.number,
    name: customer.name,
    // Not everybody gave one.
    mail: index % 29 === 3 ? '' : customer.mail,
    phone: index % 3 === 0 ? `06${String(10_000_000 + index * 34_567).slice(0, 8)}` : '',
    street: `${customer.street} ${customer.houseNumber}`,
    postcode: `${3000 + (index % 900)} ${String.fromCharCode(65 + (index % 26))}B`,
    town: customer.town,
    since: today.subtract({ months: 8 + (index % 90) }).toString(),
  };
}

interface About {
  random: Random;
  today: Temporal.PlainDate;
  index: number;
}

function invoices(all: ExampleCommerce, customer: Customer, { random, today, index }: About): void {
  for (let month = 1; month <= 4; month++) {
    const issued = today.with({ day: 1 }).subtract({ months: month - 1 });
    const due = issued.add({ days: 21 });
    const late = month === 2 && index % 17 === 5;
    const paid = month > 1 && !late;
    all.invoices.push({
      id: `F${issued.year}${String(issued.month).padStart(2, '0')}-${1000 + index}`,
      customer: index % 131 === 11 && month === 1 ? `${customer.number}X` : customer.number,
      state: paid ? 'paid' : 'open',
      issued: issued.toString(),
      due: due.toString(),
      paid: paid ? due.subtract({ days: 3 }).toString() : '',
      total: `${random.whole(48, 240)}.${String(random.whole(0, 99)).padStart(2, '0')}`,
      currency: 'EUR',
    });
  }
}

function order(all: ExampleCommerce, customer: Customer, { random, today, index }: About): void {
  const [what, minor] = random.pick([...things]);
  const ordered = today.subtract({ days: random.whole(2, 150) });
  const recent = Temporal.PlainDate.compare(ordered, today.subtract({ days: 9 })) > 0;
  const id = `B${20_000 + index}`;
  const count = what === 'zonnepaneel' ? random.whole(4, 12) : 1;
  const total = ((minor * count) / 100).toFixed(2);
  const promised = ordered.add({ days: 7 });
  all.orders.push({
    id,
    customer: customer.number,
    state: recent ? 'confirmed' : 'delivered',
    ordered: `${ordered}T10:00:00Z`,
    total,
    currency: 'EUR',
    line: '1',
    what,
    quantity: String(count),
    lineTotal: total,
  });
  all.deliveries.push({
    id: `L${20_000 + index}`,
    customer: customer.number,
    number: `3SWK${700_000 + index * 31}`,
    order: id,
    carrier: random.pick(['PostNL', 'DHL', 'eigen monteur']),
    state: recent ? 'planned' : 'delivered',
    promised: promised.toString(),
    delivered: recent ? '' : `${promised.add({ days: index % 5 === 0 ? 3 : 0 })}T14:00:00Z`,
  });
}
