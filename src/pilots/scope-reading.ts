import { z } from 'zod';
import { Refusal } from '../platform/refusal.ts';
import type { Scope } from './scope.ts';

// An empty list could be read as "nobody" or as "everybody"; leaving the field out is the only way to say the latter.
const list = z
  .array(z.string().trim().min(1).max(200))
  .min(1)
  .max(1000)
  .refine((values) => new Set(values).size === values.length, { params: { what: 'twice' } });
const amount = z.number().positive();

const scopeShape = z
  .strictObject({
    channels: list.exactOptional(),
    hours: z
      .strictObject({ calendar: z.string().min(1), version: z.number().int().positive() })
      .exactOptional(),
    departments: list.exactOptional(),
    people: list.exactOptional(),
    roles: list.exactOptional(),
    segments: list.exactOptional(),
    products: list.exactOptional(),
    topics: list.exactOptional(),
    languages: list.exactOptional(),
    regions: list.exactOptional(),
    visibility: z.enum(['open', 'closed', 'invite']).exactOptional(),
    approval: z.enum(['always', 'sample', 'none']).exactOptional(),
    volumeCap: z
      .strictObject({ count: z.number().int().positive(), per: z.enum(['day', 'week', 'month']) })
      .exactOptional(),
    purposes: list.exactOptional(),
    dates: z
      .strictObject({ from: z.iso.date().exactOptional(), to: z.iso.date().exactOptional() })
      .refine(({ from = '', to = '\uffff' }) => from <= to, { params: { what: 'ends-before-start' } })
      .refine((dates) => Object.keys(dates).length > 0, { params: { what: 'empty' } })
      .exactOptional(),
    budget: z
      .strictObject({ eur: amount.exactOptional(), hours: amount.exactOptional() })
      .refine((budget) => Object.keys(budget).length > 0, { params: { what: 'empty' } })
      .exactOptional(),
  })
  .refine((scope) => !(scope.people && scope.roles), {
    path: ['people'],
    params: { what: 'people-and-roles' },
  });

/**
 * Reads a scope from outside. Refuses `invalid.scope` with `where` and `what` of the first mistake and all
 * of them in `problems` ("where: what"): a misspelt field must not quietly mean "unrestricted".
 */
export function parseScope(given: unknown): Scope {
  const read = scopeShape.safeParse(given);
  if (read.success) return read.data;
  const problems = read.error.issues.flatMap(problemsOf);
  const first = problems[0] ?? { where: 'scope', what: 'unreadable' };
  throw new Refusal('invalid.scope', { ...first, problems: problems.map((p) => `${p.where}: ${p.what}`) });
}

interface Problem {
  readonly where: string;
  readonly what: string;
}

function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  const where = issue.path.length > 0 ? issue.path.join('.') : 'scope';
  if (issue.code === 'unrecognized_keys') {
    const prefix = issue.path.map((part) => `${String(part)}.`).join('');
    return issue.keys.map((key) => ({ where: prefix + key, what: 'unknown-key' }));
  }
  if (issue.code === 'custom') return [{ where, what: String(issue.params?.what ?? 'wrong') }];
  return [{ where, what: whats[issue.code] ?? 'wrong' }];
}

const whats: Readonly<Record<string, string>> = {
  invalid_type: 'wrong-type',
  invalid_value: 'unknown-value',
  invalid_format: 'unreadable',
  too_small: 'too-small',
  too_big: 'too-large',
};
