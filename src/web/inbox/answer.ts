import type { ShownMessage } from './opening.ts';
import { isStanding, type ShownHead, type StandingHead } from './shown-head.ts';

/** What holds of a message for one head, and why. */
export interface Answer {
  /** Keys of classes. */
  labels: readonly string[];
  /** A model that is not sure enough to decide alone, also when it is believed before the rules. */
  doubts: boolean;
  /** Nothing was read at all. */
  silent: boolean;
  /** The words that led to it; null when they say nothing about this answer. */
  because: readonly string[] | null;
}

export function answerOf(message: ShownMessage, { key }: ShownHead): Answer {
  const verdict = message.verdicts[key];
  // The words that led to an answer say nothing about the one that a colleague gave instead.
  const isCorrected = verdict?.by === 'alike' || (verdict?.by === 'person' && !verdict.confirms);
  if (isStanding(key)) {
    const label = standingOf(message, key);
    const labels = label === null ? [] : [label];
    return {
      labels,
      doubts: verdict?.by === 'model' && verdict.spoke && label !== null && verdict.labels.includes(label),
      silent: label === null,
      because: isCorrected ? null : wordsOf(message, key),
    };
  }
  const words = verdict?.because.map(({ word }) => word) ?? [];
  return {
    labels: verdict && !verdict.outOfScope ? verdict.labels : [],
    doubts: verdict?.by === 'model' && !verdict.automatic && verdict.labels.length > 0,
    silent: false,
    because: words.length > 0 && !isCorrected ? words : null,
  };
}

/** What stands on the message, as the key of a class. */
function standingOf(message: ShownMessage, head: StandingHead): string | null {
  if (head === 'answerable') return message.answerable === null ? null : message.answerable ? '1' : '0';
  const value = message[head];
  return value === null ? null : String(value);
}

/** The words that the rules, or a sure model, decided by. */
export function wordsOf({ understanding }: ShownMessage, head: string): readonly string[] {
  return understanding?.because.find((reason) => reason.head === head)?.words ?? [];
}
