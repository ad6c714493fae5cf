import type { RawBuilder } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Category } from '../../privacy/category.ts';
import type { Purpose } from '../../privacy/purpose.ts';

interface Names {
  readonly nl: string;
  readonly en: string;
}

/** An answer to choose. Without names: one that the catalogue names. */
export interface Option {
  readonly value: string;
  readonly names?: Names;
}

/** One thing that a criterion asks of whoever uses it. */
export type Ask =
  | { readonly name: string; readonly kind: 'choice'; readonly options: readonly Option[] }
  | {
      readonly name: string;
      readonly kind: 'number';
      readonly least: number;
      readonly most: number;
      readonly start?: number;
    }
  | { readonly name: string; readonly kind: 'date' }
  | { readonly name: string; readonly kind: 'text' };

export type Given = Readonly<Record<string, string>>;

/** Something that members of a segment have in common. */
export interface Criterion {
  readonly key: string;
  /** null: the catalogue names it. */
  readonly names: Names | null;
  /** The kinds of data it looks at: whoever withholds one of them for the purpose of the segment is not in it. */
  readonly categories: readonly Category[];
  /** Where the data was asked for one purpose: it serves no other. */
  readonly purpose?: Purpose;
  readonly asks: readonly Ask[];
  /** Of numbers and dates one may stay empty, when another is filled. */
  readonly open?: true;
  /** The persons for whom it is so, as they are shown (`shownAs`): a query with one column, `person_id`. */
  persons(given: Given, now: Date): RawBuilder<unknown>;
}

export type CriterionSource = (ctx: Context) => Promise<readonly Criterion[]>;

declare module '../../platform/context.ts' {
  interface Context {
    /** What modules above customers can tell apart persons by; filled in opening.ts. */
    readonly criteria?: readonly CriterionSource[];
  }
  interface ContextParts {
    criteria?: readonly CriterionSource[];
  }
}

/**
 * What was filled in, checked and written one way; empty fields left out.
 * @throws Refusal `invalid.segment-condition` with the criterion and the field
 */
export function readGiven(criterion: Criterion, typed: Given): Given {
  const given: Record<string, string> = {};
  for (const ask of criterion.asks) {
    const value = typed[ask.name]?.trim() ?? '';
    if (value === '' && criterion.open) continue;
    const read = readAnswer(ask, value);
    if (read === undefined)
      throw new Refusal('invalid.segment-condition', { criterion: criterion.key, field: ask.name });
    given[ask.name] = read;
  }
  if (Object.keys(given).length === 0 && criterion.asks.length > 0)
    throw new Refusal('invalid.segment-condition', {
      criterion: criterion.key,
      field: criterion.asks[0]?.name ?? '',
    });
  return given;
}

function readAnswer(ask: Ask, value: string): string | undefined {
  if (ask.kind === 'choice') return ask.options.find((option) => option.value === value)?.value;
  if (ask.kind === 'date') return readDay(value);
  if (ask.kind === 'text') return value.length > 0 && value.length <= 200 ? value : undefined;
  const number = Number(value.replace(',', '.'));
  const fits = value !== '' && Number.isFinite(number) && number >= ask.least && number <= ask.most;
  return fits ? String(number) : undefined;
}

function readDay(value: string): string | undefined {
  try {
    const day = Temporal.PlainDate.from(value);
    return day.year >= 1900 && day.year <= 9999 ? day.toString() : undefined;
  } catch {
    return undefined;
  }
}
