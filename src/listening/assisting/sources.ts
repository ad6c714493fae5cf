import type { Context } from '../../platform/context.ts';
import type { Answer } from '../../platform/language-model/language-model.ts';
import type { ModelPlace } from '../../platform/language-model/settings.ts';
import type { Transformer } from '../../platform/transformer/transformer.ts';
import type { Head } from '../heads/head.ts';
import { classesPrompt, classesQuestion } from './asking-classes.ts';
import type { Limits, Source } from './assistance.ts';

/** What is proposed for one head. */
export interface Proposal {
  readonly head: string;
  readonly labels: readonly string[];
  /** 0–1; null of a language model, whose word about its own certainty is worth nothing. */
  readonly confidence: number | null;
}

/** Somebody who can be asked for classes when the linear model does not know. */
export interface ClassSource {
  readonly source: Source;
  readonly model: string;
  readonly place: ModelPlace;
  readonly promptVersion: number;
  readonly limits: Limits | null;
  /** The heads it can answer. */
  answers(heads: readonly Head[]): readonly Head[];
  ask(text: string, heads: readonly Head[]): Promise<Answer<readonly Proposal[]>>;
}

/** Those that this installation has, the cheapest first. */
export function sourcesOf(ctx: Context): ClassSource[] {
  return [
    ...(ctx.transformer ? [transformerSource(ctx.transformer)] : []),
    ...(ctx.languageModel ? [assistantSource(ctx.languageModel)] : []),
  ];
}

function assistantSource(model: NonNullable<Context['languageModel']>): ClassSource {
  return {
    source: 'assistant',
    model: model.name,
    place: model.place,
    promptVersion: classesPrompt,
    limits: model,
    answers: (heads) => (model.restsUntil() === null ? heads : []),
    ask: async (text, heads) => {
      const answer = await model.ask(classesQuestion(text, heads));
      if (!('value' in answer)) return answer;
      const value = Object.entries(answer.value).map(([head, labels]) => ({
        head,
        labels,
        confidence: null,
      }));
      return { ...answer, value };
    },
  };
}

function transformerSource(transformer: Transformer): ClassSource {
  return {
    source: 'transformer',
    model: transformer.name,
    place: 'local',
    promptVersion: 0,
    limits: null,
    answers: (heads) => heads.filter((head) => knowsAll(head, transformer.labels)),
    ask: async (text, heads) => {
      const answer = await transformer.classify(text);
      if (!('scores' in answer)) return { outcome: answer.outcome };
      const [best] = answer.scores;
      const value = heads.flatMap((head): Proposal[] => {
        const known = best && classNamed(head, best.label);
        return known ? [{ head: head.key, labels: [known], confidence: best.score }] : [];
      });
      return { outcome: 'answered', value, tokensIn: null, tokensOut: null };
    },
  };
}

/** A transformer answers a head when each of its labels is a class of it: LABEL_0 could mean anything. */
export function knowsAll(head: Head, labels: readonly string[]): boolean {
  return (
    head.kind === 'single' &&
    labels.length > 1 &&
    labels.every((label) => classNamed(head, label) !== undefined)
  );
}

function classNamed({ classes }: Head, label: string): string | undefined {
  return classes.find(({ key }) => key.toLowerCase() === label.toLowerCase())?.key;
}
