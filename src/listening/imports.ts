import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { publicId } from '../platform/public-id.ts';
import { Refusal } from '../platform/refusal.ts';

export type ImportState = 'preview' | 'waiting' | 'running' | 'finished' | 'failed';

export interface Import {
  id: string;
  publicId: string;
  fileName: string;
  path: string | null;
  bytes: number;
  bytesRead: number;
  channel: string | null;
  account: string | null;
  columns: string | null;
  mapping: Readonly<Record<string, string>> | null;
  state: ImportState;
  read: number;
  stored: number;
  duplicates: number;
  rejected: number;
  conversations: number;
  persons: number;
  error: { code: string; details: Record<string, unknown> } | null;
  createdAt: Date;
  finishedAt: Date | null;
}

export async function registerImport(
  ctx: Context,
  { fileName, path, bytes }: { fileName: string; path: string; bytes: number },
): Promise<string> {
  const id = publicId('im', ctx.clock.now().epochMilliseconds);
  await ctx.database
    .insertInto('import')
    .values({
      public_id: id,
      file_name: fileName.slice(0, 200),
      path,
      bytes,
      state: 'preview',
      created_at: asDate(ctx.clock.now()),
      created_by: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
    })
    .execute();
  return id;
}

export async function getImport(ctx: Context, publicId: string): Promise<Import> {
  const row = await importRows(ctx).where('public_id', '=', publicId).executeTakeFirst();
  if (!row) throw new Refusal('not-found.import', { id: publicId });
  return toImport(row);
}

export async function listImports(ctx: Context, limit = 20): Promise<Import[]> {
  const rows = await importRows(ctx).orderBy('id', 'desc').limit(limit).execute();
  return rows.map(toImport);
}

function importRows(ctx: Context) {
  return ctx.database.selectFrom('import').selectAll();
}

type ImportRow = Awaited<ReturnType<ReturnType<typeof importRows>['execute']>>[number];

function toImport(row: ImportRow): Import {
  return {
    id: row.id,
    publicId: row.public_id,
    fileName: row.file_name,
    path: row.path,
    bytes: Number(row.bytes),
    bytesRead: Number(row.bytes_read),
    channel: row.channel,
    account: row.account,
    columns: row.columns,
    mapping: row.mapping as Import['mapping'],
    state: row.state as ImportState,
    read: row.read,
    stored: row.stored,
    duplicates: row.duplicates,
    rejected: row.rejected,
    conversations: row.conversations,
    persons: row.persons,
    error: row.error as Import['error'],
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  };
}

export type ImportChange = Partial<
  Pick<
    Import,
    | 'bytesRead'
    | 'channel'
    | 'account'
    | 'columns'
    | 'mapping'
    | 'state'
    | 'read'
    | 'stored'
    | 'duplicates'
    | 'conversations'
    | 'persons'
    | 'error'
    | 'path'
  >
> & { rejected?: number; startedAt?: Date; finishedAt?: Date };

export async function changeImport(ctx: Context, importId: string, change: ImportChange): Promise<void> {
  await ctx.database.updateTable('import').set(columnsOf(change)).where('id', '=', importId).execute();
}

/** Changes an import only while it is in one of these states: of two who press at once, one does it. */
export async function moveImport(
  ctx: Context,
  importId: string,
  { from, change }: { from: readonly ImportState[]; change: ImportChange },
): Promise<boolean> {
  const moved = await ctx.database
    .updateTable('import')
    .set(columnsOf(change))
    .where('id', '=', importId)
    .where('state', 'in', from)
    .returning('id')
    .executeTakeFirst();
  return moved !== undefined;
}

function columnsOf(change: ImportChange) {
  const { bytesRead, startedAt, finishedAt, mapping, error, ...same } = change;
  return {
    ...same,
    ...(bytesRead === undefined ? {} : { bytes_read: bytesRead }),
    ...(startedAt === undefined ? {} : { started_at: startedAt }),
    ...(finishedAt === undefined ? {} : { finished_at: finishedAt }),
    ...(mapping === undefined ? {} : { mapping: JSON.stringify(mapping) }),
    ...(error === undefined ? {} : { error: error === null ? null : JSON.stringify(error) }),
  };
}

export interface RejectedRow {
  line: number;
  code: string;
  reason: string;
}

export async function keepRejections(
  ctx: Context,
  importId: string,
  rows: readonly RejectedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await ctx.database
    .insertInto('import_rejection')
    .values(rows.map(({ line, code, reason }) => ({ import_id: importId, line, code, reason })))
    .onConflict((conflict) => conflict.columns(['import_id', 'line']).doNothing())
    .execute();
}

/** For another try with other columns: what was wrong then says nothing any more. */
export async function forgetRejections(ctx: Context, importId: string): Promise<void> {
  await ctx.database.deleteFrom('import_rejection').where('import_id', '=', importId).execute();
}

export async function listRejections(
  ctx: Context,
  importId: string,
  { after, limit }: { after: number; limit: number },
): Promise<RejectedRow[]> {
  const rows = await ctx.database
    .selectFrom('import_rejection')
    .select(['line', 'code', 'reason'])
    .where('import_id', '=', importId)
    .where('line', '>', String(after))
    .orderBy('line')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, line: Number(row.line) }));
}
