import type { Context, Locale } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Who may use it: only its maker, a department, or everybody. */
export type MacroScope = 'own' | 'team' | 'all';

/** What comes along with the text. Closing is proposed and follows the answer; the rest is done when it is used. */
export interface MacroActions {
  /** End the conversation when the answer has left. */
  close?: boolean;
  /** Public id of a label. */
  label?: string;
  /** Key of a queue. */
  queue?: string;
  /** Public id of a colleague, or `me`: whoever uses it. */
  assignee?: string;
  /** Public id of an own name for how it stands. */
  substate?: string;
}

export interface Macro {
  publicId: string;
  name: string;
  scope: MacroScope;
  words: Partial<Record<Locale, string>>;
  actions: MacroActions;
  version: number;
  uses: number;
  /** Whose it is. */
  owner: string;
  department: string | null;
  mayChange: boolean;
}

export const longestName = 80;
export const longestWords = 5000;

/** What a place of a text can be filled with by itself; every other place is for the writer. */
export interface Filling {
  klant: string | null;
  /** null: nobody writes it, so that place stays open. */
  naam: string | null;
  voornaam: string | null;
  afdeling: string | null;
  organisatie: string;
  kanaal: string;
}

const place = /\{\{\s*([^{}\n]{1,60}?)\s*\}\}/gu;

/** The text with what is known in its places. A place that nothing is known for stays: it does not leave like that. */
export function filled(words: string, filling: Filling): string {
  const values = new Map(Object.entries(filling).map(([key, value]) => [key, value]));
  return words.replace(place, (found, name: string) => values.get(name.toLowerCase()) ?? found);
}

/** The names of the places in a text. */
export function placesIn(words: string): string[] {
  return [...new Set([...words.matchAll(place)].map((match) => (match[1] ?? '').toLowerCase()))];
}

/** The text in the language of the customer, else in the one there is. */
export function wordsFor(words: Macro['words'], locale: Locale): string {
  return words[locale] ?? words.nl ?? words.en ?? '';
}

/** @throws Refusal `invalid.macro-empty`, `invalid.text-long` */
export function checkWords(words: Macro['words']): Macro['words'] {
  const kept = Object.fromEntries(
    Object.entries(words).flatMap(([locale, text]) => (text.trim() ? [[locale, text.trim()]] : [])),
  );
  if (Object.keys(kept).length === 0) throw new Refusal('invalid.macro-empty');
  for (const text of Object.values(kept))
    if (text.length > longestWords)
      throw new Refusal('invalid.text-long', { length: text.length, longest: longestWords });
  return kept;
}

/** The department of a colleague, whose team texts they see. */
export function departmentOf(ctx: Context): string | null {
  return ctx.actor.kind === 'employee' ? ctx.actor.departmentId : null;
}
