/**
 * A system of record of the organisation: who its customers are, what they ordered, what they were billed. Polder
 * reads along and tells it what customers said. The composition uses this; no module's table is known here.
 *
 * All money is in whole numbers of the smallest unit (cents), dates are `2026-11-24`, moments ISO 8601 in UTC. `key`
 * is their number of a thing and never changes; `number` is what stands on paper.
 */
export interface CustomerTold {
  readonly key: string;
  readonly name: string | null;
  readonly mail: string | null;
  readonly phone: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  /** ISO 3166 alpha-2. */
  readonly country: string | null;
  readonly since: string | null;
}

export interface OrderTold {
  readonly key: string;
  readonly customerKey: string;
  readonly number: string;
  readonly state: 'placed' | 'confirmed' | 'shipped' | 'delivered' | 'cancelled' | 'returned';
  readonly orderedOn: string;
  readonly totalMinor: number;
  readonly currency: string;
  readonly lines: readonly {
    readonly what: string;
    readonly quantity: number;
    readonly totalMinor: number | null;
  }[];
}

export interface InvoiceTold {
  readonly key: string;
  readonly customerKey: string;
  readonly orderKey: string | null;
  readonly number: string;
  readonly state: 'open' | 'paid' | 'credited' | 'cancelled';
  readonly issuedOn: string;
  readonly dueOn: string | null;
  readonly paidOn: string | null;
  readonly totalMinor: number;
  readonly currency: string;
}

export interface DeliveryTold {
  readonly key: string;
  readonly customerKey: string;
  readonly orderKey: string | null;
  readonly number: string;
  readonly state: 'planned' | 'underway' | 'delivered' | 'failed' | 'returned';
  readonly promisedOn: string | null;
  readonly deliveredOn: string | null;
}

export interface Told {
  customers: CustomerTold;
  orders: OrderTold;
  invoices: InvoiceTold;
  deliveries: DeliveryTold;
}
export type Kind = keyof Told;

/** Something they told that cannot be read as what it should be. Nothing else waits for it. */
export interface Unreadable {
  readonly key: string;
  readonly why: string;
}

export interface Page<T> {
  readonly told: readonly T[];
  readonly unreadable: readonly Unreadable[];
  /** Opaque. Where to go on from; to be kept in the transaction in which `told` is. */
  readonly cursor: string;
  readonly more: boolean;
}

/** What a customer and the organisation said to each other, as one structured thing for their system. */
export interface Interaction {
  /** Ours, and the same each time it is told: telling twice makes one. */
  readonly reference: string;
  readonly customerKey: string;
  readonly about: { readonly kind: 'orders' | 'invoices'; readonly key: string } | null;
  /** What kind of case it is, in words of the organisation. */
  readonly kind: string;
  readonly on: string;
  readonly summary: string;
}

/**
 * A contact detail that was corrected. `from`: what they were last known to say; `at`: when it was corrected, ISO 8601.
 * `newest`: what they changed later than that stays; `ours`: it goes over that too.
 */
export interface ContactChange {
  readonly field: 'name' | 'mail' | 'phone' | 'street' | 'postcode' | 'town' | 'country';
  readonly from: string | null;
  readonly to: string | null;
  readonly at: string;
  readonly holds: 'ours' | 'newest';
}

export interface Correction {
  readonly customerKey: string;
  readonly changes: readonly ContactChange[];
}

export interface Backoffice {
  /** @throws Outage, Refused */
  check(): Promise<void>;
  /**
   * What was made or changed since `cursor`; null: everything. The same thing may be told again.
   * @throws Outage, Refused
   */
  read<K extends Kind>(kind: K, cursor: string | null): Promise<Page<Told[K]>>;
  /**
   * Keys that exist there now, in rising order after `after`; for finding what was deleted.
   * @throws Outage, Refused
   */
  keys(kind: Kind, after: string | null): Promise<readonly string[]>;
  /**
   * Returns their key of what was made of it; of one told before, the same.
   * @throws Outage when it may or may not have arrived: tell it again; Refused when it never will
   */
  share(interaction: Interaction): Promise<string>;
  /**
   * Changes contact details of a customer there. Returns the fields that they changed later themselves, which stay as
   * they are. Doing it twice is doing it once.
   * @throws Outage when it may or may not have arrived: tell it again; Refused when it never will
   */
  correct(correction: Correction): Promise<readonly string[]>;
}

/** It cannot be reached, or is too busy: try again later. `after`: seconds it asked to wait. */
export class Outage extends Error {
  override readonly name = 'Outage';
  readonly after: number | null;
  constructor(message: string, after: number | null = null) {
    super(message);
    this.after = after;
  }
}

/** It answered, and does not want this: somebody must change something first. */
export class Refused extends Error {
  override readonly name = 'Refused';
}
