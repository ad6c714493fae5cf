import { data } from 'react-router';
import type { z } from 'zod';
import { isRefusal } from '../platform/refusal.ts';
import type { Catalogue } from '../platform/words.ts';

/** What is wrong with one field. The words are in `forms.problems` of the catalogue. */
export interface Problem {
  code: keyof Catalogue['forms']['problems'];
  limit?: number;
}

/** What an action answers when the form must be shown again. */
export interface FormAnswer {
  problems?: Readonly<Record<string, Problem>>;
  /** What was typed, to show again. Never holds a field whose name contains `password`. */
  given?: Readonly<Record<string, string>>;
  /** The code of a refusal. */
  refused?: string;
}

export type FormReading<T> = { ok: true; value: T; given: Given } | { ok: false; answer: FormAnswer };
type Given = Readonly<Record<string, string>>;

/**
 * Reads a posted form by a zod schema. Files are left out: they go through their own upload route.
 *
 * @example
 * const form = await readForm(request, schema);
 * if (!form.ok) return again(form.answer);
 */
export async function readForm<T>(request: Request, schema: z.ZodType<T>): Promise<FormReading<T>> {
  const typed: Record<string, string> = {};
  for (const [name, value] of await request.formData()) {
    if (typeof value === 'string') typed[name] = value;
  }
  const given = Object.fromEntries(Object.entries(typed).filter(([name]) => !/password|csrf/i.test(name)));
  const result = schema.safeParse(typed);
  if (result.success) return { ok: true, value: result.data, given };
  const problems: Record<string, Problem> = {};
  for (const issue of result.error.issues) {
    const name = String(issue.path[0] ?? '');
    problems[name] ??= typed[name]?.trim() ? problemOf(issue) : { code: 'required' };
  }
  return { ok: false, answer: { problems, given } };
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  if (issue.code === 'too_small') return { code: 'tooShort', limit: Number(issue.minimum) };
  if (issue.code === 'too_big') return { code: 'tooLong', limit: Number(issue.maximum) };
  if (issue.code === 'invalid_format' && issue.format === 'email') return { code: 'email' };
  if (issue.code === 'invalid_value') return { code: 'choice' };
  return { code: 'other' };
}

/** Shows the form again with what was wrong: 422. */
export function again(answer: FormAnswer, status = 422) {
  return data(answer, { status });
}

/** A refusal shown above the form, with its own status. Anything else is a bug and goes on. */
export function refusedForm(error: unknown, given: Given) {
  if (!isRefusal(error)) throw error;
  return again({ refused: error.code, given }, error.status);
}
