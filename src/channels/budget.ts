import { Outage } from './connection.ts';

/** What calls cost on a network that counts them. */
export interface Costs {
  /** millidollars: thousandths of a dollar. units: the network's own. */
  readonly unit: 'millidollars' | 'units';
  readonly per: 'day' | 'month';
  /** Where the day begins at midnight (IANA). */
  readonly zone: string;
  /** What one of each costs. */
  readonly acts: Readonly<Record<string, number>>;
  /** The most that the network lets us spend; null: whoever connects says so. */
  readonly most: number | null;
}

/** What an account spent in this period; shared by everybody who speaks for it. */
export interface Spending {
  /** How much may still be spent of `most`. */
  left(most: number): Promise<number>;
  /** Takes this much if it is there, and tells whether it was. */
  take(cost: number, most: number): Promise<boolean>;
  /** It was spent, whether it was there or not. */
  note(cost: number): Promise<void>;
}

export interface Budget {
  left(): Promise<number>;
  note(cost: number): Promise<void>;
  /** @throws Outage `budget` when it is used up: nothing is called any more until the next period */
  take(cost: number): Promise<void>;
}

/** Seconds after which is looked again whether there is budget: it can be raised at any time. */
const again = 900;

export function budgetOf(spending: Spending | undefined, most: number): Budget {
  if (!spending) throw new Error('a channel that costs needs to know what it spent');
  return {
    left: () => spending.left(most),
    note: (cost) => spending.note(cost),
    take: async (cost) => {
      if (!(await spending.take(cost, most))) throw new Outage('budget', again);
    },
  };
}

/** Which period a moment falls in: `2026-11-24` or `2026-11`, where the network's day begins. */
export function periodOf({ per, zone }: Pick<Costs, 'per' | 'zone'>, now: Temporal.Instant): string {
  const day = now.toZonedDateTimeISO(zone).toPlainDate().toString();
  return per === 'day' ? day : day.slice(0, 7);
}
