import { CompiledQuery } from 'kysely';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import { declaring, declaringOften } from './declaring.ts';
import { type NewEvent, type NowReactions, tell, wakerOf } from './events.ts';
import { nowhere, type Outside } from './outside.ts';

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

/** Somebody in their own data (`/mine`). Strength: 2 by a link in a mail, 3 signed in, 4 signed in and proved again. */
export interface PersonActor {
  kind: 'person';
  personId: string;
  strength: 2 | 3 | 4;
}

export type Actor =
  | EmployeeActor
  | PersonActor
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
  /** Runs after the commit and before the answer; when it fails, so does the answer. Only inside `transact`. */
  readonly afterwards: (act: () => Promise<void>) => void;
  /** Notes that something was told, so that listeners are woken after the commit. Only inside `transact`. */
  readonly told: () => void;
  /** Wakes who listens for events. */
  readonly wake: () => void;
  /** What must happen in the same transaction as an event; filled from reactions.ts. */
  readonly now: NowReactions;
  /** Only in tests: called at the named places where a process may die, see failpoint.ts. */
  readonly dies?: (place: string, ctx: Context) => Promise<void>;
  /** The purpose that was declared for the running transaction, if any. */
  readonly purpose: string | null;
  /** How this Polder reaches people: its address in links, and the mail server. */
  readonly outside: Outside;
  /** Where this Polder keeps what is not in the database: uploads, exports, the journal. null: nowhere, as in tests. */
  readonly dataFolder: string | null;
}

export interface ContextParts {
  database: Database;
  actor: Actor;
  clock: Clock;
  now: NowReactions;
  locale?: Locale;
  /** Absent: no mail leaves, and no link made here opens anything elsewhere. */
  outside?: Outside;
  /** Absent: what would become a file is not kept. */
  dataFolder?: string;
}

export function makeContext(parts: ContextParts): Context {
  return {
    ...parts,
    outside: parts.outside ?? nowhere(),
    dataFolder: parts.dataFolder ?? null,
    locale: parts.locale ?? 'nl',
    purpose: null,
    emit: outside,
    afterwards: withoutEnd,
    told: () => {},
    wake: wakerOf(parts.database),
  };
}

function outside(): Promise<never> {
  throw new Error('emit was called outside a transaction: an event must stand or fall with its change');
}

function withoutEnd(): never {
  throw new Error('afterwards was called outside a transaction: there is nothing to come after');
}

/** The same context under another name; what is told in a running transaction is told under it too. */
export function actAs(ctx: Context, actor: Actor): Context {
  return ctx.database.isTransaction ? inside({ ...ctx, actor }) : { ...ctx, actor };
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
  if (!ctx.database.isTransaction) return begin(ctx, { purpose, often: false }, act);
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

/**
 * The same, for what is asked all day in the same few statements, such as a list: they are planned once per connection,
 * without regard to their values and by index only. Planning such a statement anew costs more than carrying it out.
 */
export async function transactOften<T>(
  ctx: Context,
  purpose: string,
  act: (ctx: Context) => Promise<T>,
): Promise<T> {
  return ctx.database.isTransaction ? transact(ctx, purpose, act) : begin(ctx, { purpose, often: true }, act);
}

async function begin<T>(
  ctx: Context,
  { purpose, often }: { purpose: string | null; often: boolean },
  act: (ctx: Context) => Promise<T>,
): Promise<T> {
  const last: (() => Promise<void>)[] = [];
  const afterwards = (act: () => Promise<void>) => void last.push(act);
  let telling = false;
  const told = () => {
    telling = true;
  };
  const result = await ctx.database.transaction().execute(async (transaction) => {
    if (purpose) await declare(transaction, purpose, often);
    const clock = standingStill(ctx.clock);
    return act(inside({ ...ctx, database: transaction, purpose, clock, afterwards, told }));
  });
  if (telling) ctx.wake();
  for (const act of last) await act();
  return result;
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

async function declare(database: Database, purpose: string, often = false): Promise<void> {
  await database.executeQuery(CompiledQuery.raw(often ? declaringOften : declaring, [purpose]));
}
