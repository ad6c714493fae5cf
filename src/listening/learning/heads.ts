import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Kind, Rules } from '../../understanding/learned/model.ts';

/** An answer that a head can give, and what it is called. */
export interface HeadClass {
  readonly key: string;
  readonly nl: string;
  readonly en: string;
}

/** A question that is asked of every message. */
export interface Head {
  readonly key: string;
  readonly kind: Kind;
  readonly classes: readonly HeadClass[];
  /** Precision promised of automatic decisions, 0–1. */
  readonly promised: number;
  readonly rules: Rules;
  readonly enabled: boolean;
}

export async function listHeads(ctx: Context): Promise<Head[]> {
  const rows = await headRows(ctx).orderBy('made_at').orderBy('key').execute();
  return rows.map(toHead);
}

/** @throws Refusal `not-found.head` */
export async function getHead(ctx: Context, key: string): Promise<Head> {
  const row = await headRows(ctx).where('key', '=', key).executeTakeFirst();
  if (!row) throw new Refusal('not-found.head', { head: key });
  return toHead(row);
}

/** The head, locked until the end of the transaction: of two who change its model, one waits. */
export async function lockHead(ctx: Context, key: string): Promise<Head> {
  const row = await headRows(ctx).where('key', '=', key).forUpdate().executeTakeFirst();
  if (!row) throw new Refusal('not-found.head', { head: key });
  return toHead(row);
}

function headRows(ctx: Context) {
  return ctx.database.selectFrom('head').select(['key', 'kind', 'classes', 'promised', 'rules', 'enabled']);
}

type HeadRow = Awaited<ReturnType<ReturnType<typeof headRows>['execute']>>[number];

function toHead(row: HeadRow): Head {
  return {
    key: row.key,
    kind: row.kind as Kind,
    classes: row.classes as unknown as HeadClass[],
    promised: Number(row.promised),
    rules: row.rules as Rules,
    enabled: row.enabled,
  };
}
