import { z } from 'zod';
import type { ClassWords } from '../../../listening/heads/reshaping.ts';

const name = z.string().trim().min(1).max(60);
const mostWords = 60;

/** What a form says of a class. `words`: one word or phrase a line, or with commas between. */
export const classFields = {
  nl: name,
  en: name,
  parent: z.string().max(60).optional(),
  words: z.string().max(4000).optional(),
};

interface Given {
  nl: string;
  en: string;
  parent?: string | undefined;
  words?: string | undefined;
}

export function classWordsOf({ nl, en, parent, words = '' }: Given): ClassWords {
  // A comma is what many people put between words, and no word has one.
  return { nl, en, parent: parent || null, words: linesOf(words.replace(/[,;]/g, '\n')).slice(0, mostWords) };
}

/** The lines with something on them, each once. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim().slice(0, 60));
  return [...new Set(lines.filter(Boolean))];
}

/** Chosen from a list, but the one in force may be another. */
export const promised = z.coerce.number().min(0.5).max(0.999);
