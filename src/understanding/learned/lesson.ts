import type { Frequencies } from './frequencies.ts';
import type { Unlabelled } from './leaning.ts';
import type { Aim, Example, Kind, Rules, Unlearnable } from './model.ts';

/** What a head learns from. */
export interface Lesson {
  readonly head: string;
  readonly examples: readonly Example[];
  /** Of the organisation's unlabelled stream; decides the size of the table as well. */
  readonly frequencies: Frequencies;
  /** That stream, newest first, to lean on while there are few labels (`leaning.ts`); they go into the manifest. */
  readonly stream?: readonly Unlabelled[];
  readonly kind?: Kind;
  readonly aim?: Aim;
  /** Names the order of the classes, and classes that have no example yet. */
  readonly classes?: readonly string[];
  readonly seed?: number;
  /** ISO instant of the training, for the model's header. */
  readonly when?: string;
  /** Precision promised of automatic decisions. */
  readonly promised?: number;
  /** Without held-out scores nothing is calibrated, but training is six times as fast. */
  readonly calibrate?: boolean;
  /** Without it: the rules that answer in the words of the classes, if any do. */
  readonly rules?: Rules;
}

const mostClasses = 1000;

/** The last label of a message counts; the order of the examples never does. */
export function usable(examples: readonly Example[], kind: Kind): Example[] {
  const latest = new Map<string, Example>();
  for (const example of examples) {
    if (kind === 'single' && example.labels.length !== 1) continue;
    latest.set(example.id, example);
  }
  return [...latest.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

export function classesIn(examples: readonly Example[]): string[] {
  return [...new Set(examples.flatMap(({ labels }) => labels))].sort();
}

export function refusal(examples: readonly Example[], classes: readonly string[]): Unlearnable | undefined {
  if (examples.length === 0)
    return { reason: 'no-examples', sentence: 'There is no labelled message to learn from.' };
  if (classes.length < 2)
    return {
      reason: 'one-class',
      sentence: `All labelled messages are "${classes[0] ?? ''}"; label some that are something else.`,
    };
  if (classes.length > mostClasses)
    return {
      reason: 'too-many-classes',
      sentence: `A head has at most ${mostClasses} classes; this has ${classes.length}.`,
    };
  const unknown = examples.flatMap(({ labels }) => labels).find((label) => !classes.includes(label));
  if (unknown === undefined) return undefined;
  return { reason: 'unknown-class', sentence: `"${unknown}" is not a class of this head.` };
}

/** Texts that were labelled in more than one way. All are learned from: the model then doubts, as colleagues do. */
export function contradictions(
  examples: readonly Example[],
): { text: string; ids: string[]; labels: string[] }[] {
  const groups = Map.groupBy(examples, ({ text }) => text.replace(/\s+/g, ' ').trim().toLowerCase());
  return [...groups.values()].flatMap((group) => {
    const labels = [...new Set(group.map((one) => [...one.labels].sort().join(' + ')))];
    return labels.length > 1 ? [{ text: group[0]?.text ?? '', ids: group.map(({ id }) => id), labels }] : [];
  });
}
