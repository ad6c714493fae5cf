/** Why there is no answer. */
export type TransformerFailure = 'failed' | 'timed-out';

export interface Scored {
  readonly label: string;
  /** 0–1; of one text the scores add up to 1. */
  readonly score: number;
}

export type Classified = { outcome: 'answered'; scores: readonly Scored[] } | { outcome: TransformerFailure };

/** A text classifier of the organisation's own, from a folder on this machine, in a thread of its own. */
export interface Transformer {
  /** Name of the folder: which model it is. */
  readonly name: string;
  /** What it can answer, in the words of its own config.json. */
  readonly labels: readonly string[];
  /** Best first. Never throws: a thread that died is started again with the next text. */
  classify(text: string): Promise<Classified>;
  close(): Promise<void>;
  /** Loads the model now, so that a damaged one is found at the start. @throws Refusal `config.transformer` */
  load(): Promise<void>;
}

declare module '../context.ts' {
  interface Context {
    /** The transformer of this installation; absent: there is none. */
    readonly transformer?: Transformer;
  }
  interface ContextParts {
    transformer?: Transformer;
  }
}
