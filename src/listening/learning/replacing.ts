import type { Decision } from '../../understanding/learned/predicting.ts';
import { intents, type Understanding } from '../../understanding/understanding.ts';
import type { HeadLabel } from './reading.ts';
import { scoreOf } from './scoring.ts';

/** What a message gets whose intent was deleted: its column holds one class always. */
export const remaining = 'other';

const moods = ['positive', 'neutral', 'negative', 'mixed'] as const;
const urgencies = [0, 1, 2, 3] as const;

/** The same understanding with one learned answer in the place of the rules'. A word it does not know changes nothing. */
export function replaced(read: Understanding, { head, by, labels, because }: HeadLabel): Understanding {
  const change = changeFor(read, { head, by, label: labels[0] ?? '' });
  if (change === undefined) return read;
  const words = because.map(({ word }) => word);
  const reasons = read.because.map((reason) => (reason.head === head ? { ...reason, words } : reason));
  return { ...read, ...change, because: reasons };
}

/**
 * Whether a model that doubts may be believed before the rules. Never against a reply or haste that they ask for: a
 * customer left without is the worse mistake. Nor where it sees that the message is something else altogether.
 */
export function mayDoubt(
  { answerable, urgency }: Understanding,
  {
    head,
    decision: { label, automatic, outOfScope },
  }: { head: string; decision: Pick<Decision, 'label' | 'automatic' | 'outOfScope'> },
): boolean {
  if (automatic || outOfScope || label === null) return false;
  if (head === 'answerable') return label === '1' || !answerable;
  return head !== 'urgency' || Number(label) >= urgency;
}

function changeFor(
  read: Understanding,
  { head, by, label }: { head: string; by: HeadLabel['by']; label: string },
): Partial<Understanding> | undefined {
  if (head === 'sentiment') {
    const mood = moods.find((one) => one === label);
    if (!mood || mood === read.sentiment.label) return undefined;
    return { sentiment: { label: mood, score: scoreOf(mood) } };
  }
  if (head === 'intent') {
    const intent = intents.find((one) => one === label);
    return intent && intent !== read.intent ? { intent } : undefined;
  }
  if (head === 'urgency') {
    const urgency = urgencies.find((one) => String(one) === label);
    // Danger seen by the rules is only taken back by a colleague: a model that is right nine times in ten is not enough.
    if (urgency === undefined || urgency === read.urgency || (read.urgency === 3 && by === 'model'))
      return undefined;
    return { urgency };
  }
  if (head !== 'answerable' || !['0', '1'].includes(label)) return undefined;
  const answerable = label === '1';
  return answerable === read.answerable ? undefined : { answerable };
}
