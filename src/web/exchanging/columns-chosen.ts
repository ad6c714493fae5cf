import { z } from 'zod';
import { type Columns, guessColumns } from '../../customers/exchanging/columns.ts';
import { type ExchangeKind, exchangeKinds, fieldsOf } from '../../customers/exchanging/kind.ts';

const acts = ['look', 'try', 'start', 'change', 'cancel'] as const;

/** The forms below a file: what to do, what it holds, and a heading for each `column.<field>`. */
export const choiceSchema = z
  .object({
    act: z.enum(acts),
    kind: z.enum(exchangeKinds).optional(),
    source: z.string().trim().max(60).optional(),
  })
  .catchall(z.string().max(1000));

export function columnField(field: string): string {
  return `column.${field}`;
}

/** All choices are written down: an empty one leaves a recognised column out. */
export function chosenColumns(kind: ExchangeKind, choice: Readonly<Record<string, unknown>>): Columns {
  const entries = fieldsOf[kind].flatMap(({ name }) => {
    const chosen = choice[columnField(name)];
    return typeof chosen === 'string' ? [[name, chosen] as const] : [];
  });
  return Object.fromEntries(entries);
}

export function columnsFor(kind: ExchangeKind, headings: readonly string[]): Columns {
  return guessColumns(kind, headings);
}
