/** Wording of one situation. Grammar of the strings: see wording.ts; words between < and > stand in facts.ts. */
export interface Scene {
  weight?: number;
  /** Every answer of the scene fits every wording here; where that is not so, use `cases`. */
  says?: readonly string[];
  /** Question, its own answer, and what the customer reports back. */
  cases?: readonly Case[];
  adds?: readonly string[];
  asks?: readonly string[];
  titles?: readonly string[];
  answers?: readonly (string | Answer)[];
  /** Answers that fit when the reply comes hours later and the situation has passed. */
  late?: readonly string[];
  /** What the customer reports back. `~` comes days later, when it really happened; `=` is said as it stands. */
  good?: readonly string[];
  /** The customer asks on, and what the colleague says to that. */
  more?: readonly (readonly [string, string])[];
  /** What fellow members say on the forum. */
  peers?: readonly string[];
  mood?: Mood;
  only?: readonly Channel[];
  /** Danger or a whole street: the control room answers at any hour. */
  fast?: boolean;
  /** Nobody expects an answer. */
  idle?: boolean;
  /** Not said by a customer but by somebody who is after something. */
  stranger?: boolean;
}

/** An answer with what only it leads to: the report back, a further question and its answer. */
export type Answer = readonly [text: string, good?: string, ask?: string, explanation?: string];
export type Case = readonly [says: string, answer: string, good?: string];
export type Mood = 'calm' | 'cross' | 'glad';
export type Channel = 'x' | 'mastodon' | 'facebook' | 'mail' | 'forum' | 'chat';
export type Language = 'nl' | 'en';
export type DepartmentKey = 'service' | 'marketing' | 'operations' | 'finance';

export interface Subject {
  key: string;
  share: number;
  department: DepartmentKey;
  nl: readonly Scene[];
  en: readonly Scene[];
}
