import type { Updateable } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { DB } from '../../platform/generated/database.ts';
import { sendJob } from '../../platform/jobs.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seal, unseal } from '../../platform/secret.ts';
import type { ExchangeKind } from '../exchanging/kind.ts';
import { type Mapping, mappingOf } from './mapping.ts';

/** How to get in. The password is never given back to a page. */
export interface Door {
  readonly url: string;
  readonly database: string;
  readonly user: string;
  readonly password: string;
}

/** What the first of one kind would become here. */
export interface Tried {
  readonly kind: ExchangeKind;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly aside: readonly { readonly key: string; readonly reason: string }[];
}

export type Trial =
  | { readonly state: 'running' }
  | { readonly state: 'failed'; readonly said: string }
  | { readonly state: 'good'; readonly tried: readonly Tried[] };

export const trialJob = 'try-backoffice';

export type BackofficeState = 'paused' | 'on' | 'ended';

/** A system of record that Polder reads along with. */
export interface Backoffice {
  readonly id: string;
  readonly publicId: string;
  readonly name: string;
  readonly source: string;
  readonly system: string;
  readonly url: string;
  readonly database: string;
  readonly user: string;
  readonly fields: Mapping;
  readonly state: BackofficeState;
  /** When it was last seen answering; null: never, and it cannot be switched on. */
  readonly triedAt: Date | null;
  readonly trial: Trial | null;
}

export interface NewBackoffice extends Door {
  readonly name: string;
  readonly system: string;
}

const rows = (ctx: Context) => ctx.database.selectFrom('backoffice').selectAll();
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

export async function listBackoffices(ctx: Context): Promise<Backoffice[]> {
  const found = await rows(ctx).where('state', '<>', 'ended').orderBy('id').execute();
  return found.map(toBackoffice);
}

/** @throws Refusal `not-found.backoffice` */
export async function getBackoffice(ctx: Context, id: string): Promise<Backoffice> {
  return toBackoffice(await getRow(ctx, id));
}

/** @throws Refusal `not-found.backoffice`, `conflict.secret-shut` */
export async function doorOf(ctx: Context, id: string): Promise<Door> {
  const { source, url, catalogue: database, username: user, sealed } = await getRow(ctx, id);
  return { url, database, user, password: unseal(ctx.outside.linkSecret, aboutOf(source), sealed) };
}

async function getRow(ctx: Context, id: string): Promise<Row> {
  const row = await rows(ctx).where('public_id', '=', id).where('state', '<>', 'ended').executeTakeFirst();
  if (!row) throw new Refusal('not-found.backoffice', { id });
  return row;
}

/** Keeps where it is and how to get in; nothing is read before it was tried and switched on. Gives its id. */
export async function connectBackoffice(ctx: Context, given: NewBackoffice): Promise<string> {
  return transact(ctx, null, async (ctx) => {
    const at = asDate(ctx.clock.now());
    const id = publicId('bo', at.getTime());
    const source = await freeSource(ctx, given.name);
    const { employee_id: by } = whoOf(ctx);
    await ctx.database
      .insertInto('backoffice')
      .values({
        public_id: id,
        name: given.name,
        source,
        system: given.system,
        url: given.url,
        catalogue: given.database,
        username: given.user,
        sealed: seal(ctx.outside.linkSecret, aboutOf(source), given.password),
        fields: JSON.stringify(mappingOf({})),
        made_at: at,
        made_by: by,
        changed_at: at,
        changed_by: by,
      })
      .execute();
    await ctx.emit([
      { verb: 'backoffice.connected', subject: { kind: 'backoffice', id: null }, data: { id } },
    ]);
    return id;
  });
}

/** Another address, name or password; an empty password keeps the one there is. It must be tried again. */
export async function changeDoor(ctx: Context, id: string, door: Door): Promise<void> {
  await transact(ctx, null, async (ctx) => {
    const { source } = await getRow(ctx, id);
    const password = door.password && {
      sealed: seal(ctx.outside.linkSecret, aboutOf(source), door.password),
    };
    await change(ctx, id, {
      url: door.url,
      catalogue: door.database,
      username: door.user,
      tried_at: null,
      state: 'paused',
      ...password,
    });
  });
}

export async function ruleFields(
  ctx: Context,
  id: string,
  ruled: Partial<Record<ExchangeKind, Readonly<Record<string, string>>>>,
): Promise<void> {
  await change(ctx, id, { fields: JSON.stringify(mappingOf(ruled)) });
}

/** Has it tried, soon: `noteTrial` says what came of it. */
export async function orderTrial(ctx: Context, id: string): Promise<void> {
  await transact(ctx, null, async (ctx) => {
    await getRow(ctx, id);
    await change(ctx, id, { trial: JSON.stringify({ state: 'running' } satisfies Trial) });
    await sendJob(ctx, trialJob, { id });
  });
}

/** One that answered, and has what is needed, can be switched on. */
export async function noteTrial(ctx: Context, id: string, trial: Trial): Promise<void> {
  const tried = trial.state === 'good' ? { tried_at: asDate(ctx.clock.now()) } : {};
  await change(ctx, id, { trial: JSON.stringify(trial), ...tried });
}

/**
 * Switches it on, pauses it, or ends it: then nothing is read or told any more, the password is thrown away, and what
 * was read stays, because orders and invoices of customers do not end with a connection.
 * @throws Refusal `not-found.backoffice`, `conflict.backoffice-untried`
 */
export async function turnBackoffice(ctx: Context, id: string, state: BackofficeState): Promise<void> {
  await transact(ctx, null, async (ctx) => {
    const row = await getRow(ctx, id);
    if (state === 'on' && !row.tried_at) throw new Refusal('conflict.backoffice-untried', { id });
    await change(ctx, id, { state, ...(state === 'ended' && { sealed: Buffer.alloc(0) }) });
    await ctx.emit([
      { verb: 'backoffice.turned', subject: { kind: 'backoffice', id: row.id }, data: { state } },
    ]);
  });
}

type Changes = Updateable<DB['backoffice']>;

async function change(ctx: Context, id: string, changes: Changes): Promise<void> {
  const { employee_id: by } = whoOf(ctx);
  await ctx.database
    .updateTable('backoffice')
    .set({ ...changes, changed_at: asDate(ctx.clock.now()), changed_by: by })
    .where('public_id', '=', id)
    .execute();
}

/** Its name in small letters; with a number behind it when another has, or had, that. */
async function freeSource(ctx: Context, name: string): Promise<string> {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  const base = (plain || 'backoffice').slice(0, 32);
  const taken = await ctx.database.selectFrom('backoffice').select('source').execute();
  const sources = new Set(taken.map(({ source }) => source));
  for (let n = 1; ; n += 1) {
    const source = n === 1 ? base : `${base}-${n}`;
    if (!sources.has(source)) return source;
  }
}

const aboutOf = (source: string) => `back office ${source}`;
const whoOf = (ctx: Context) => ({
  employee_id: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
});

function toBackoffice(row: Row): Backoffice {
  return {
    id: row.id,
    publicId: row.public_id,
    name: row.name,
    source: row.source,
    system: row.system,
    url: row.url,
    database: row.catalogue,
    user: row.username,
    fields: mappingOf(row.fields as Parameters<typeof mappingOf>[0]),
    state: row.state as BackofficeState,
    triedAt: row.tried_at,
    trial: row.trial as Trial | null,
  };
}
