import type { CloseReason } from '../conversation.ts';
import type { Condition, Joined } from './condition.ts';

/** What makes a rule look. `passed` and `overdue` come with the clock, the others with an event. */
export const moments = [
  'opened',
  'heard',
  'answered',
  'marked',
  'corrected',
  'moved',
  'assigned',
  'snoozed',
  'woken',
  'closed',
  'reopened',
  'rated',
  'overdue',
  'passed',
] as const;
export type Moment = (typeof moments)[number];

/** From when on time counts: the customer waits, nobody wrote any more, it was opened. */
export const sinces = ['waiting', 'quiet', 'opened'] as const;
export type Since = (typeof sinces)[number];

/** So many minutes since then; `open`: counting the hours of the queue only, and not at night. */
export interface Elapsed {
  from: Since;
  minutes: number;
  open?: boolean;
}

/** What a rule does. Others are named by their public ids, a queue by its key; at most one of each kind in a rule. */
export type Act =
  | { kind: 'label' | 'unlabel'; label: string }
  | { kind: 'priority'; priority: 0 | 1 }
  | { kind: 'substate'; substate: string }
  | { kind: 'queue'; queue: string }
  | { kind: 'assign'; employee: string | null }
  | { kind: 'note'; text: string }
  | { kind: 'macro'; macro: string; how: MacroHow }
  | { kind: 'notify'; employee: string }
  | { kind: 'webhook'; endpoint: string }
  | { kind: 'snooze'; hours: number }
  | { kind: 'close'; reason: CloseReason };
export type ActKind = Act['kind'];

/** A draft for who has it; an answer that waits for a second person; one that leaves, where a pilot grants that. */
export const macroHows = ['draft', 'approval', 'send'] as const;
export type MacroHow = (typeof macroHows)[number];

/** The order in which the actions of one rule are done: what ends the work comes last. */
export const actOrder: readonly ActKind[] = [
  'label',
  'unlabel',
  'priority',
  'substate',
  'queue',
  'assign',
  'note',
  'macro',
  'notify',
  'webhook',
  'snooze',
  'close',
];

export interface Rule {
  /** Stays the same while the rule is changed, so that a later version still knows it. */
  key: string;
  name: string;
  on: Moment;
  /** Only of `passed`: from when on, and how long. */
  since: Elapsed | null;
  /** What happened before is left alone. ISO instant, set when it is published and on; null while it is off. */
  begun: string | null;
  joined: Joined;
  conditions: readonly Condition[];
  acts: readonly Act[];
  /** After it no later rule is looked at. */
  stop: boolean;
  active: boolean;
}

export function isOfTime({ on }: Pick<Rule, 'on'>): boolean {
  return on === 'passed' || on === 'overdue';
}

/** Its actions in the order in which they are done. */
export function actsInOrder({ acts }: Pick<Rule, 'acts'>): Act[] {
  return acts.toSorted((a, b) => actOrder.indexOf(a.kind) - actOrder.indexOf(b.kind));
}
