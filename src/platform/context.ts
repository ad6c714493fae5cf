import { sql } from 'kysely';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import { type NewEvent, type NowReactions, tell } from './events.ts';

export type Role = 'administrator' | 'colleague' | 'director' | 'community_manager' | 'data_manager';

/** A role within a department, or everywhere when `departmentId` is null. */
export interface RoleGrant {
  role: Role;
  departmentId: string | null;
}

export interface EmployeeActor {
  kind: 'employee';
  employeeId: string;
  name: string;
  departmentId: string | null;
  roles: readonly RoleGrant[];
}

export type Actor =
  | EmployeeActor
  | { kind: 'system'; name: string }
  | { kind: 'key'; keyId: string; name: string; scopes: readonly string[] };

export type Locale = 'nl' | 'en';
export type Emit = (events: readonly NewEvent[]) => Promise<void>;

/** What every act and read is given: where to write, who does it, what time it is, and how to tell. */
export interface Context {
  readonly database: Database;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly locale: Locale;
  /** Writes events in the transaction of the change; only to be called inside `transact`. */
  readonly emit: Emit;
  /** What must happen in the same transaction as an event; filled from reactions.ts. */
  readonly now: NowReactions;
  /** The purpose that was declared for the running transaction, if any. */
  readonly purpose: string | null;
}

export interface ContextParts {
  database: Database;
  actor: Actor;
  clock: Clock;
  now: NowReactions;
  locale?: Locale;
}

export function makeContext(parts: ContextParts): Context {
  return { ...parts, locale: parts.locale ?? 'nl', purpose: null, emit: outside };
}

function outside(): Promise<never> {
  throw new Error('emit was called outside a transaction: an event must stand or fall with its change');
}

export function actAs(ctx: Context, actor: Actor): Context {
  return { ...ctx, actor };
}

/**
 * Runs `act` in one transaction that has declared `purpose`: without it, personal tables answer with no rows.
 * Inside a running transaction it joins that one, and puts the former purpose back afterwards.
 *
 * @example await transact(ctx, 'service', (ctx) => closeConversation(ctx, id, 'answered'))
 */
export async function transact<T>(
  ctx: Context,
  purpose: string | null,
  act: (ctx: Context) => Promise<T>,
): Promise<T> {
  if (!ctx.database.isTransaction) {
    return ctx.database.transaction().execute(async (transaction) => {
      if (purpose) await declare(transaction, purpose);
      return act(inside({ ...ctx, database: transaction, purpose, clock: standingStill(ctx.clock) }));
    });
  }
  if (purpose === ctx.purpose) return act(ctx);
  await declare(ctx.database, purpose ?? '');
  try {
    const result = await act(inside({ ...ctx, purpose }));
    await declare(ctx.database, ctx.purpose ?? '');
    return result;
  } catch (error) {
    // After an error of the database nothing runs any more; rolling back, whole or to a savepoint, restores it too.
    await declare(ctx.database, ctx.purpose ?? '').catch(() => {});
    throw error;
  }
}

/** All rows of one transaction carry one time, however long it takes. */
function standingStill(clock: Clock): Clock {
  const now = clock.now();
  return { now: () => now };
}

function inside(ctx: Context): Context {
  const here: Context = { ...ctx, emit: (events) => tell(here, events) };
  return here;
}

async function declare(database: Database, purpose: string): Promise<void> {
  await sql`select set_config('polder.purpose', ${purpose}, true)`.execute(database);
}
