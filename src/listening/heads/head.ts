import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Kind, Rules } from '../../understanding/learned/model.ts';
import type { Classes } from './classes.ts';

/** What a head or a class is called. */
export interface Names {
  readonly nl: string;
  readonly en: string;
}

/**
 * Which rules answer while nothing is learned. `words` and `aspects` look for the words that stand with the classes,
 * `relation` for what customers say of the bond; the others are those of the cold start.
 */
export type HeadRules = Rules | 'words' | 'aspects' | 'relation';

/** A question that is asked of every message. */
export interface Head extends Classes {
  readonly key: string;
  readonly kind: Kind;
  /** null: one that Polder brings, which the catalogue names. */
  readonly names: Names | null;
  /** Precision promised of automatic decisions, 0–1. */
  readonly promised: number;
  readonly rules: HeadRules;
  readonly enabled: boolean;
}

export async function listHeads(ctx: Context): Promise<Head[]> {
  const rows = await headRows(ctx).orderBy('made_at').orderBy('key').execute();
  return rows.map(toHead);
}

/** The classes of these heads by key, as `jsonb`, to be read along with something else. */
export function classesOfHeads(keys: readonly string[]): RawBuilder<unknown> {
  return sql`(select jsonb_object_agg(key, jsonb_build_object('classes', classes, 'gone', gone))
    from head where key = any(${keys}::text[]))`;
}

/** @throws Refusal `not-found.head` */
export async function getHead(ctx: Context, key: string): Promise<Head> {
  const row = await headRows(ctx).where('key', '=', key).executeTakeFirst();
  if (!row) throw new Refusal('not-found.head', { head: key });
  return toHead(row);
}

/** The head, locked until the end of the transaction: of two who change its classes or its model, one waits. */
export async function lockHead(ctx: Context, key: string): Promise<Head> {
  const row = await headRows(ctx).where('key', '=', key).forUpdate().executeTakeFirst();
  if (!row) throw new Refusal('not-found.head', { head: key });
  return toHead(row);
}

function headRows(ctx: Context) {
  return ctx.database
    .selectFrom('head')
    .select(['key', 'kind', 'names', 'classes', 'gone', 'promised', 'rules', 'enabled']);
}

type HeadRow = Awaited<ReturnType<ReturnType<typeof headRows>['execute']>>[number];

function toHead(row: HeadRow): Head {
  return {
    key: row.key,
    kind: row.kind as Kind,
    names: row.names as Names | null,
    classes: row.classes as unknown as Head['classes'],
    gone: row.gone as unknown as Head['gone'],
    promised: Number(row.promised),
    rules: row.rules as HeadRules,
    enabled: row.enabled,
  };
}
