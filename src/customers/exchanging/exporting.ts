import { sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';
import { recordUses } from '../../privacy/ledger.ts';
import { allows } from '../../privacy/predicate.ts';
import { writeMoney } from '../commerce/money.ts';
import { type Field, formula } from './field.ts';
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
    const page = await readPage(ctx, kind, after);
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

interface Page {
  rows: Row[];
  /** Behind which the next page begins; null: there is none. */
  last: string | null;
}

/** One page of rows as a program reads them, money written with its point. */
export async function exportPage(ctx: Context, kind: ExchangeKind, after: string): Promise<Page> {
  const { rows, last } = await readPage(ctx, kind, after);
  const fields = [sourceField, ...fieldsOf[kind]];
  const shownRow = (row: Row) => Object.fromEntries(fields.map((field) => [field.name, shown(field, row)]));
  return { rows: rows.map(shownRow), last };
}

function readPage(ctx: Context, kind: ExchangeKind, after: string): Promise<Page> {
  return transact(ctx, 'service', (ctx) => pageOf(ctx, kind, after));
}

async function pageOf(ctx: Context, kind: ExchangeKind, after: string): Promise<Page> {
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
    const plain = value?.startsWith("'") ? guarded(value) : value;
    return plain === null || plain === undefined ? [] : [[field.headings[0] ?? field.name, plain]];
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

/** With an apostrophe before it a formula stays a text; reading takes one away, so also where one stands already. */
function guarded(value: string): string {
  return formula.test(value) ? `'${value}` : value;
}

function quoted(value: string): string {
  const harmless = guarded(value);
  return /[",\r\n;']|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
