import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { bring, type RowOutcome } from '../exchanging/bringing.ts';
import { type ExchangeKind, exchangeKinds } from '../exchanging/kind.ts';
import { keyOf, knownOf } from '../exchanging/known.ts';
import type { RefusedRow } from '../exchanging/row.ts';
import type { Backoffice, Tried } from './backoffice.ts';
import { ruledRow } from './mapping.ts';

/** One page of what they tell, each as the rows of a file. */
export interface OfficePage {
  readonly told: readonly {
    readonly key: string;
    readonly rows: readonly Readonly<Record<string, string>>[];
  }[];
  readonly unreadable: readonly { readonly key: string; readonly why: string }[];
  readonly cursor: string;
  readonly more: boolean;
}

export type ReadOffice = (kind: ExchangeKind, cursor: string | null) => Promise<OfficePage>;

/** Not to keep other work waiting: the rest comes the next minute. */
const mostPages = 50;
const patience = { first: 60, longest: 3600 };

/**
 * Reads on from where each kind was left. A page and the place where the next begins are one transaction: after a
 * crash nothing is missed, and what is read twice changes nothing. What one kind fails at keeps no other back.
 */
export async function readBackoffice(ctx: Context, office: Backoffice, read: ReadOffice): Promise<void> {
  for (const kind of exchangeKinds) {
    const place = await placeOf(ctx, office, kind);
    if (place.againAt && place.againAt > asDate(ctx.clock.now())) continue;
    try {
      let { cursor } = place;
      for (let pages = 0; pages < mostPages; pages += 1) {
        const page = await read(kind, cursor);
        await takePage(ctx, { office, kind, page });
        cursor = page.cursor;
        if (!page.more) break;
      }
    } catch (error) {
      await notePlace(ctx, { office, kind, error });
    }
  }
}

interface Taking {
  office: Backoffice;
  kind: ExchangeKind;
  page: OfficePage;
}

async function takePage(ctx: Context, { office, kind, page }: Taking): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const { outcomes, aside } = await bringPage(ctx, { office, kind, page });
    await setAside(ctx, { office, kind, read: page.told.map(({ key }) => key), aside });
    const count = (outcome: RowOutcome['outcome']) => numberOf(outcomes, outcome);
    const read_at = asDate(ctx.clock.now());
    const fresh = { cursor: page.cursor, read_at, problem: null, again_at: null };
    await ctx.database
      .insertInto('backoffice_reading')
      .values({ backoffice_id: office.id, kind, ...fresh, new: count('new'), changed: count('changed') })
      .onConflict((conflict) =>
        conflict.columns(['backoffice_id', 'kind']).doUpdateSet((set) => ({
          ...fresh,
          new: set('backoffice_reading.new', '+', set.ref('excluded.new')),
          changed: set('backoffice_reading.changed', '+', set.ref('excluded.changed')),
        })),
      )
      .execute();
  });
}

/** What the first of each kind would become, with nothing written: to look at before it is switched on. */
export async function tryBackoffice(ctx: Context, office: Backoffice, read: ReadOffice): Promise<Tried[]> {
  const found: Tried[] = [];
  for (const kind of exchangeKinds) {
    const page = await read(kind, null);
    const first = { ...page, told: page.told.slice(0, 20), unreadable: page.unreadable.slice(0, 20) };
    const { outcomes, aside } = await transact(ctx, 'service', (ctx) =>
      bringPage(ctx, { office, kind, page: first, dry: true }),
    );
    const count = (outcome: RowOutcome['outcome']) => numberOf(outcomes, outcome);
    const counted = { new: count('new'), changed: count('changed'), unchanged: count('unchanged') };
    found.push({ kind, ...counted, aside: aside.map(({ key, reason }) => ({ key, reason })) });
  }
  return found;
}

/** Things, not rows: an order of three lines is one. */
function numberOf(outcomes: readonly RowOutcome[], outcome: RowOutcome['outcome']): number {
  return new Set(outcomes.filter((one) => one.outcome === outcome).map((one) => one.externalId)).size;
}

interface Aside {
  key: string;
  code: string;
  reason: string;
}

async function bringPage(
  ctx: Context,
  { office, kind, page, dry = false }: Taking & { dry?: boolean },
): Promise<{ outcomes: RowOutcome[]; aside: Aside[] }> {
  const { source } = office;
  const rules = office.fields[kind];
  const externalIds = page.told.map(({ key }) => key);
  const known = await knownOf(ctx, kind, { source, externalIds });
  const flat = page.told.flatMap(({ key, rows }) => rows.map((row) => ({ key, row })));
  const rows = flat.map(({ key, row }, line) => {
    const before = known.get(keyOf(key, kind === 'orders' && row.what ? (row.line ?? '1') : null));
    return { line, values: ruledRow(rules, row, before) };
  });
  const { outcomes, refused } = await bring(ctx, { kind, source, rows, dry });
  const ofRow = ({ line, code, reason }: RefusedRow) => ({ key: flat[line]?.key ?? '', code, reason });
  const unreadable = page.unreadable.map(({ key, why }) => ({ key, code: 'unreadable', reason: why }));
  return { outcomes, aside: [...refused.map(ofRow), ...unreadable] };
}

async function setAside(
  ctx: Context,
  {
    office,
    kind,
    read,
    aside,
  }: { office: Backoffice; kind: ExchangeKind; read: readonly string[]; aside: Aside[] },
): Promise<void> {
  const keys = new Set(aside.map(({ key }) => key));
  const mended = read.filter((key) => !keys.has(key));
  const here = ctx.database.deleteFrom('backoffice_aside').where('backoffice_id', '=', office.id);
  await here
    .where('kind', '=', kind)
    .where('external_id', 'in', ['', ...mended])
    .execute();
  if (aside.length === 0) return;
  const at = asDate(ctx.clock.now());
  const once = new Map(aside.map((one) => [one.key, one]));
  await ctx.database
    .insertInto('backoffice_aside')
    .values(
      [...once.values()].map(({ key, code, reason }) => ({
        backoffice_id: office.id,
        kind,
        external_id: key,
        code,
        reason,
        at,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['backoffice_id', 'kind', 'external_id']).doUpdateSet((set) => ({
        code: set.ref('excluded.code'),
        reason: set.ref('excluded.reason'),
        at,
      })),
    )
    .execute();
}

async function placeOf(ctx: Context, { id }: Backoffice, kind: ExchangeKind) {
  const row = await ctx.database
    .selectFrom('backoffice_reading')
    .select(['cursor', 'again_at as againAt'])
    .where('backoffice_id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row ?? { cursor: null, againAt: null };
}

/** Why it stopped, and when it is tried again: twice as late each time, or as late as they asked. */
async function notePlace(
  ctx: Context,
  { office, kind, error }: { office: Backoffice; kind: ExchangeKind; error: unknown },
): Promise<void> {
  const now = ctx.clock.now();
  const before = await ctx.database
    .selectFrom('backoffice_reading')
    .select(['again_at', 'read_at'])
    .where('backoffice_id', '=', office.id)
    .where('kind', '=', kind)
    .executeTakeFirst();
  const asked = error instanceof Error && 'after' in error ? Number(error.after) : 0;
  const since = before?.again_at ? (now.epochMilliseconds - (before.read_at?.getTime() ?? 0)) / 1000 : 0;
  const wait = Math.max(asked, Math.min(patience.longest, Math.max(patience.first, since)));
  const problem = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : String(error);
  const noted = { problem, again_at: asDate(now.add({ seconds: Math.round(wait) })) };
  await ctx.database
    .insertInto('backoffice_reading')
    .values({ backoffice_id: office.id, kind, ...noted })
    .onConflict((conflict) => conflict.columns(['backoffice_id', 'kind']).doUpdateSet(noted))
    .execute();
}

export interface Reading {
  readonly kind: ExchangeKind;
  readonly readAt: Date | null;
  readonly new: number;
  readonly changed: number;
  readonly problem: string | null;
}

export interface SetAside extends Aside {
  readonly kind: ExchangeKind;
  readonly at: Date;
}

/** How reading goes, and the newest of what was set aside. Two statements. */
export async function readingsOf(
  ctx: Context,
  { id }: Backoffice,
): Promise<{ readings: Reading[]; aside: SetAside[] }> {
  const readings = await ctx.database
    .selectFrom('backoffice_reading')
    .select(['kind', 'read_at as readAt', 'new', 'changed', 'problem'])
    .where('backoffice_id', '=', id)
    .execute();
  const aside = await ctx.database
    .selectFrom('backoffice_aside')
    .select(['kind', 'external_id as key', 'code', 'reason', 'at'])
    .where('backoffice_id', '=', id)
    .orderBy('at', 'desc')
    .limit(50)
    .execute();
  return {
    readings: readings.map((row) => ({ ...row, kind: row.kind as ExchangeKind })),
    aside: aside.map((row) => ({ ...row, kind: row.kind as ExchangeKind })),
  };
}
