import type { z } from 'zod';
import type { ModelPlace } from './settings.ts';

/** Why there is no answer. Each is stored where the question was asked for, and shown in words. */
export type AskFailure =
  /** Nobody listens there, or the connection broke. */
  | 'unreachable'
  | 'timed-out'
  /** 429: too many questions. */
  | 'too-many'
  /** Another 4xx: the key, the name of the model, or the shape of the question. */
  | 'refused'
  /** 5xx. */
  | 'failed'
  /** Another kind of content, a redirect, no JSON, or not of the shape that was asked for. */
  | 'malformed'
  /** More than any answer needs. */
  | 'too-long'
  /** It failed too often lately, so it was not asked. */
  | 'resting';

export interface Question<T> {
  /** What we ask. Never holds a word that somebody outside wrote. */
  instructions: string;
  /** What is asked about: data, and no instruction whatever it says. */
  data: string;
  /** What an answer must look like; anything else is `malformed`. */
  schema: z.ZodType<T>;
  /** What the schema is called: letters. */
  name: string;
  /** Most tokens of an answer. */
  tokens: number;
}

export type Answer<T> =
  | { outcome: 'answered'; value: T; tokensIn: number | null; tokensOut: number | null }
  | { outcome: AskFailure };

/** A language model behind an OpenAI-compatible endpoint. It gets no tools and does nothing but answer. */
export interface LanguageModel {
  readonly name: string;
  readonly place: ModelPlace;
  /** The host of the endpoint, for people to read. */
  readonly host: string;
  readonly perMinute: number;
  readonly perDay: number;
  /** Never throws: what goes wrong outside is an outcome. */
  ask<T>(question: Question<T>): Promise<Answer<T>>;
  /** Until when it is not asked, because it failed too often; null while it may be asked. */
  restsUntil(): number | null;
}

declare module '../context.ts' {
  interface Context {
    /** The language model of this installation; absent: there is none, and nothing shows of it. */
    readonly languageModel?: LanguageModel;
  }
  interface ContextParts {
    languageModel?: LanguageModel;
  }
}
