import { z } from 'zod';
import type { Question } from '../../platform/language-model/language-model.ts';
import type { Head } from '../heads/head.ts';
import { fence } from './fencing.ts';

/** Counts up with every change of the words below: what was asked otherwise is not the same answer. */
export const classesPrompt = 1;

/** By head; a head that is missing got no answer. */
export type SaidClasses = Readonly<Record<string, readonly string[]>>;

const unsure = 'unsure';
const mostClasses = 80;
const mostSaid = 4;

/** Asks which classes one message has; only classes that exist can be answered. */
export function classesQuestion(text: string, heads: readonly Head[]): Question<SaidClasses> {
  const { data, rule } = fence({ message: text });
  const asked = heads.map((head) => ({ ...head, classes: head.classes.slice(0, mostClasses) }));
  return {
    instructions: [
      'You label one message that a customer wrote to or about an organisation.',
      rule,
      'Answer each question with the key of a class, chosen from the list. Choose "unsure" when none fits well.',
      ...asked.map(questionOf),
    ].join('\n'),
    data,
    schema: schemaOf(asked),
    name: 'classes',
    tokens: 60 + 40 * asked.length,
  };
}

function questionOf({ key, kind, classes }: Head): string {
  const list = classes.map((one) => `${one.key} (${one.en})`).join('; ');
  const many = kind === 'several' ? `up to ${mostSaid} classes` : 'one class';
  return `Question "${key}", ${many}: ${list}; ${unsure}.`;
}

function schemaOf(heads: readonly Head[]): z.ZodType<SaidClasses> {
  const shape = Object.fromEntries(
    heads.map(({ key, kind, classes }) => {
      const one = z.enum([...classes.map((known) => known.key), unsure]);
      return [key, kind === 'several' ? z.array(one).max(mostSaid) : one];
    }),
  );
  return z.strictObject(shape).transform((said) =>
    Object.fromEntries(
      Object.entries(said).flatMap(([head, answer]) => {
        const labels = [...new Set([answer].flat() as string[])].filter((label) => label !== unsure);
        return labels.length > 0 ? [[head, labels]] : [];
      }),
    ),
  );
}
