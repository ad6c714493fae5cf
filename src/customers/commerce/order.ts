export const orderStates = ['placed', 'confirmed', 'shipped', 'delivered', 'cancelled', 'returned'] as const;
export type OrderState = (typeof orderStates)[number];
export const invoiceStates = ['open', 'paid', 'credited', 'cancelled'] as const;
export type InvoiceState = (typeof invoiceStates)[number];
export const deliveryStates = ['planned', 'underway', 'delivered', 'failed', 'returned'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export interface OrderLine {
  what: string;
  quantity: number;
  totalMinor: number | null;
}

/** Money in the smallest unit; days as 2026-11-24. `source` and `externalId`: who told it, and by which number. */
export interface Order {
  publicId: string;
  source: string;
  externalId: string;
  number: string;
  state: OrderState;
  orderedAt: Date;
  totalMinor: number | null;
  currency: string;
  lines: OrderLine[];
}

export interface Invoice {
  publicId: string;
  source: string;
  externalId: string;
  number: string;
  orderKey: string | null;
  state: InvoiceState;
  issuedOn: string;
  dueOn: string | null;
  paidOn: string | null;
  totalMinor: number;
  currency: string;
}

export interface Delivery {
  publicId: string;
  source: string;
  externalId: string;
  number: string;
  orderKey: string | null;
  carrier: string | null;
  state: DeliveryState;
  promisedOn: string | null;
  deliveredAt: Date | null;
}

/** An invoice that should have been paid by now. */
export function isOverdue({ state, dueOn }: Pick<Invoice, 'state' | 'dueOn'>, today: string): boolean {
  return state === 'open' && dueOn !== null && dueOn < today;
}
