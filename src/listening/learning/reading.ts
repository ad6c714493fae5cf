import type { Context } from '../../platform/context.ts';
import type { Predictor } from '../../understanding/learned/predicting.ts';
import { understand } from '../../understanding/reading.ts';
import type { Hints, Understanding } from '../../understanding/understanding.ts';
import type { Trained, TrainingTask } from './training.ts';

/** A word of the message, and how much it spoke for the answer. */
export interface Reason {
  readonly word: string;
  readonly weight: number;
}

/** What was learned says about one message. */
export interface HeadLabel {
  readonly head: string;
  /** `alike`: a colleague answered a message that says nearly the same. `rules`: of heads without a column only. */
  readonly by: 'model' | 'alike' | 'rules';
  readonly labels: readonly string[];
  /** 0–1; null for rules, which know no doubt. */
  readonly confidence: number | null;
  /** As sure as the head promises: it takes the place of what the rules said. */
  readonly automatic: boolean;
  /** A model that doubts, and yet takes the place of what the rules said: it is right more often than they are. */
  readonly spoke: boolean;
  /** As far as the model can see, the message belongs to none of the classes. */
  readonly outOfScope: boolean;
  readonly because: readonly Reason[];
  readonly version: number | null;
}

export interface Reading {
  /** What holds: the rules' answers, with what was learned in their place where it is sure enough or beats them. */
  readonly understanding: Understanding;
  readonly labels: readonly HeadLabel[];
}

export interface LivePredictor {
  readonly predictor: Predictor;
  readonly version: number;
  /** Right more often than the rules on messages that it had not seen. */
  readonly beatsRules: boolean;
}

/** Reads messages with the rules and with all that was learned; one for each process, made in opening.ts. */
export interface Reader {
  /** Takes over what changed in the database; looks at most every five seconds, and at once after `stale`. */
  refresh(ctx: Context): Promise<void>;
  stale(): void;
  read(text: string, hints: Hints): Reading;
  /** For the screen that asks for labels; undefined while a head has no model. */
  find(head: string): LivePredictor | undefined;
  /** In a thread of its own. */
  train(task: TrainingTask): Promise<Trained>;
}

declare module '../../platform/context.ts' {
  interface Context {
    /** What reads messages in this process; absent: the rules alone. */
    readonly reader?: Reader;
  }
  interface ContextParts {
    reader?: Reader;
  }
}

export function readerOf(ctx: Context): Reader {
  return ctx.reader ?? rulesOnly;
}

const rulesOnly: Reader = {
  refresh: async () => {},
  stale: () => {},
  read: (text, hints) => ({ understanding: understand(text, hints), labels: [] }),
  find: () => undefined,
  train: () => {
    throw new Error('nothing is trained in a context without a reader');
  },
};
