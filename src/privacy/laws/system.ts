import { type Activity, activityRule } from '../activity.ts';
import type { Category } from '../category.ts';
import type { Act, State } from '../permission.ts';
import type { Purpose } from '../purpose.ts';

/** What the laws are tried on: the rules alone in memory, and the same on PostgreSQL. */
export interface System {
  decide(person: number, decision: Told): Promise<boolean>;
  publish(material: readonly Purpose[]): Promise<void>;
  join(one: number, other: number): Promise<void>;
  part(one: number, other: number): Promise<void>;
  setMinor(person: number): Promise<void>;
  clearMinor(person: number, strength: number): Promise<boolean>;
  use(person: number, use: UseOf): Promise<boolean>;
  enqueue(person: number, use: UseOf): Promise<void>;
  /** Runs what was queued, oldest first; which of them happened. */
  run(): Promise<{ person: number; use: UseOf; done: boolean }[]>;
  state(person: number, purpose: Purpose): Promise<State>;
}

export interface Told {
  purpose: Purpose;
  act: Act;
  strength: number;
  category?: Category;
  item?: { ref: string; version: string };
  guardian?: boolean;
  /** What the clock of whoever sent it says: never the order of things. */
  sentAt: number;
}

export interface UseOf {
  purpose: (typeof tried)[number];
  categories: readonly Category[];
  item?: { ref: string; version: string };
}

/** offers rests on consent and is marketing, train is on by itself, story is asked for each time. */
export const tried = ['offers', 'train', 'story'] as const satisfies readonly Purpose[];

/** The activities that use each of them. */
export const activityFor = {
  offers: 'mail.offers',
  train: 'model.trained',
  story: 'story.published',
} as const satisfies Record<(typeof tried)[number], Activity>;

export function categoriesFor(purpose: (typeof tried)[number]): readonly Category[] {
  return activityRule(activityFor[purpose]).categories;
}
