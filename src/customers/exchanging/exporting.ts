import { sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';
import { recordUses } from '../../privacy/ledger.ts';
import { allows } from '../../privacy/predicate.ts';
import { writeMoney } from '../commerce/money.ts';
import type { Field } from './field.ts';
import { type ExchangeKind, fieldsOf } from './kind.ts';
import { knownOf, tableOf } from './known.ts';

export const exportFormats = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const pageSize = 500;

/**
 * All rows of one kind as a file, in parts, page by page: importing it again changes nothing. Rows of persons who do
 * not allow it are left out; of the others the use is written in their ledger, in the transaction that reads them.
 */
export async function* exportLines(
  ctx: Context,
  { kind, format }: { kind: ExchangeKind; format: ExportFormat },
): AsyncGenerator<string> {
  const fields = [sourceField, ...fieldsOf[kind]];
  if (format === 'csv') yield csvLine(fields.map(({ headings }) => headings[0] ?? ''));
  for (let after = '0'; ; ) {
    const page = await transact(ctx, 'service', (ctx) => readPage(ctx, kind, after));
    if (page.rows.length > 0)
      yield page.rows
        .map((row) => (format === 'csv' ? csvLine(cells(fields, row)) : jsonLine(fields, row)))
        .join('');
    if (page.last === null) return;
    after = page.last;
  }
}

const sourceField: Field = { name: 'source', column: 'source', type: 'code', headings: ['source'] };

type Row = Readonly<Record<string, string | null>>;

async function readPage(
  ctx: Context,
  kind: ExchangeKind,
  after: string,
): Promise<{ rows: Row[]; last: string | null }> {
  const found = await sql<{ id: string; source: string; key: string; person: string }>`
    select t.id, t.source, t.external_id as key, t.person_id as person from ${sql.table(tableOf[kind])} t
    where t.id > ${after} and t.person_id is not null
      and ${allows(sql`t.person_id`, 'service', kind === 'customers' ? ['contact'] : ['commerce'])}
    order by t.id limit ${pageSize}`.execute(ctx.database);
  const persons = [...new Set(found.rows.map(({ person }) => person))];
  await recordUses(ctx, persons, { activity: 'customers.exported', reference: kind });
  const rows: Row[] = [];
  for (const [source, keys] of Map.groupBy(found.rows, (row) => row.source)) {
    const known = await knownOf(ctx, kind, { source, externalIds: keys.map(({ key }) => key) });
    for (const [key, values] of known) rows.push({ ...values, id: key.split('\n')[0] ?? key, source });
  }
  const last = found.rows.length === pageSize ? (found.rows.at(-1)?.id ?? null) : null;
  return { rows, last };
}

function cells(fields: readonly Field[], row: Row): string[] {
  return fields.map((field) => shown(field, row) ?? '');
}

function jsonLine(fields: readonly Field[], row: Row): string {
  const entries = fields.flatMap((field) => {
    const value = shown(field, row);
    return value === null ? [] : [[field.headings[0] ?? field.name, value]];
  });
  return `${JSON.stringify(Object.fromEntries(entries))}\n`;
}

function shown(field: Field, row: Row): string | null {
  const value = row[field.name] ?? null;
  return value !== null && field.type === 'money' ? writeMoney(Number(value), row.currency ?? 'EUR') : value;
}

function csvLine(values: readonly string[]): string {
  return `${values.map(quoted).join(',')}\r\n`;
}

/** A spreadsheet takes what begins like this for a formula; with an apostrophe before it stays a text. */
function quoted(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n;']|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
