/** One answer per message (sentiment, intent, urgency), or any number of them (topics). */
export type Kind = 'single' | 'several';

/**
 * Which rules of the cold start stand behind a head: their answer is the starting point that training corrects.
 * `mood` only looks at what they notice (praise, blame, what is wanted); `none` looks at the text alone.
 */
export type Rules = 'none' | 'mood' | 'sentiment' | 'intent' | 'urgency' | 'answerable';

/** What a head is asked to be good at: a rare class counts fully in the last two. */
export type Aim = 'accuracy' | 'macroF1' | 'macroRecall';

/** A labelled message. `id` and `personId` go into the manifest, so that forgetting can be proven. */
export interface Example {
  readonly id: string;
  readonly personId: string | null;
  readonly text: string;
  /** One for a `single` head; none, one or more for `several`. */
  readonly labels: readonly string[];
}

/** Who and what a model was made from. */
export interface Manifest {
  readonly messages: readonly string[];
  readonly persons: readonly string[];
}

/** What the five-fold scores of training promise. Fractions 0–1. */
export interface Calibration {
  /** Scores are divided by it before they become probabilities. */
  readonly temperature: number;
  /** From this confidence a decision is automatic; above 1: never, the promise cannot be kept. */
  readonly automaticFrom: number;
  readonly promised: number;
  /** Under this largest one-vs-rest probability a message belongs to none of the classes. */
  readonly inScopeFrom: number;
  /** Per class, for `several`: from this probability the label is given. */
  readonly givenFrom: Float32Array;
}

export interface Model {
  readonly head: string;
  readonly kind: Kind;
  readonly rules: Rules;
  /** A merged class has the name of the class it went into; a deleted one is null. */
  readonly classes: readonly (string | null)[];
  /** The classes as they were called in training; rules answer in these words. */
  readonly trained: readonly string[];
  readonly seed: number;
  /** ISO instant, given by whoever trains. */
  readonly when: string;
  readonly counts: {
    readonly examples: number;
    readonly perClass: readonly number[];
    readonly stream: number;
  };
  readonly bits: number;
  /** Per slot, see `rarityOf`. */
  readonly rarity: Uint8Array;
  /** Slot (and behind the slots, dense feature) to row of `weights`; row 0 is empty. */
  readonly rowOf: Int32Array;
  /** One row of `classes.length` numbers per feature. Training leaves them on the grid of the model file. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly calibration: Calibration;
  readonly manifest: Manifest;
}

/** A no with a reason that a person can act on; whoever calls turns it into words or into a Refusal. */
export interface Unlearnable {
  readonly reason: 'no-examples' | 'one-class' | 'unknown-class' | 'too-many-classes';
  readonly sentence: string;
}

export function isUnlearnable(made: object): made is Unlearnable {
  return 'reason' in made;
}
