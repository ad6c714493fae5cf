import { createHash, randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { asDate } from '../../platform/clock.ts';
import { type Context, type Locale, transact } from '../../platform/context.ts';
import { sendJob } from '../../platform/jobs.ts';
import type { Place } from '../../platform/personal-place.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recordUse } from '../ledger.ts';
import { writeArchive } from './archive.ts';

export type ExportState = 'waiting' | 'ready' | 'taken' | 'gone' | 'failed';

export interface PersonalExport {
  publicId: string;
  state: ExportState;
  bytes: number | null;
  records: number | null;
  askedAt: Date;
  readyAt: Date | null;
  expiresAt: Date | null;
  takenAt: Date | null;
}

export const keptDays = 7;
/** Once it was taken there is little reason to keep it: a day, for whoever checks what left. */
const keptDaysTaken = 1;

export interface AskedExport {
  /** Everybody who is shown as this one person. */
  personIds: readonly string[];
  locale: Locale;
  requestId?: string;
}

/**
 * Asks for a copy of all that is known of a person. It is made by a job; `token` opens it, once, as soon as it is
 * ready, and stands nowhere else: only its hash is kept.
 */
export async function askExport(
  ctx: Context,
  asked: AskedExport,
): Promise<{ publicId: string; token: string }> {
  if (asked.personIds.length === 0) throw new Refusal('not-found.person');
  return transact(ctx, 'legal', async (ctx) => {
    const now = asDate(ctx.clock.now());
    const id = publicId('ex', now.getTime());
    const token = randomBytes(32).toString('base64url');
    await ctx.database
      .insertInto('personal_export')
      .values({
        public_id: id,
        person_ids: [...asked.personIds],
        request_id: asked.requestId ?? null,
        locale: asked.locale,
        state: 'waiting',
        token_hash: hashOf(token),
        asked_at: now,
        made_by: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
      })
      .execute();
    await sendJob(ctx, 'export', { exportId: id });
    return { publicId: id, token };
  });
}

/** The job. Run again after a crash it begins anew. */
export async function makeExport(
  ctx: Context,
  publicId: string,
  { places, organisation }: { places: readonly Place[]; organisation: string },
): Promise<void> {
  if (ctx.dataFolder === null) throw new Error('an export needs a data folder');
  const folder = path.join(ctx.dataFolder, 'exports');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `${publicId}.zip`);
  try {
    await transact(ctx, 'legal', async (ctx) => {
      const job = await ctx.database
        .selectFrom('personal_export')
        .select(['id', 'person_ids', 'locale', 'request_id'])
        .where('public_id', '=', publicId)
        .where('state', 'in', ['waiting', 'failed'])
        .forUpdate()
        .executeTakeFirst();
      if (!job) return;
      for (const personId of job.person_ids)
        await recordUse(ctx, personId, { activity: 'export.made', reference: publicId });
      const parts = { personIds: job.person_ids, locale: job.locale as Locale, organisation, places };
      const { bytes, records, sha256 } = await writeArchive(ctx, file, parts);
      const now = ctx.clock.now();
      const change = { path: file, bytes, records, sha256, ready_at: asDate(now) };
      const expires_at = asDate(now.add({ hours: 24 * keptDays }));
      await ctx.database
        .updateTable('personal_export')
        .set({ state: 'ready', expires_at, ...change })
        .where('id', '=', job.id)
        .execute();
      if (job.request_id !== null) await settle(ctx, job.request_id);
    });
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/** The copy lies ready: what was asked is done. */
async function settle(ctx: Context, requestId: string): Promise<void> {
  const at = asDate(ctx.clock.now());
  const done = await ctx.database
    .updateTable('privacy_request')
    .set({ state: 'done', ended_at: at })
    .where('id', '=', requestId)
    .where('state', '=', 'open')
    .where('kind', 'in', ['access', 'export'])
    .returning('id')
    .executeTakeFirst();
  if (!done) return;
  await ctx.database
    .insertInto('privacy_request_step')
    .values({ request_id: requestId, at, what: 'export-ready' })
    .execute();
}

/**
 * Takes the copy, once: the second who comes with the same link finds nothing, also at the same moment. Written in the
 * ledger.
 * @throws Refusal `not-found.export` when it is not there, gone, or taken already; `conflict.export-waiting`
 */
export async function takeExport(ctx: Context, token: string): Promise<{ path: string; bytes: number }> {
  return transact(ctx, 'legal', async (ctx) => {
    const found = await findByToken(ctx, token);
    if (!found) throw new Refusal('not-found.export');
    if (found.state === 'waiting') throw new Refusal('conflict.export-waiting');
    const now = asDate(ctx.clock.now());
    const taken = await ctx.database
      .updateTable('personal_export')
      .set({ state: 'taken', taken_at: now, token_hash: null })
      .where('id', '=', found.id)
      .where('state', '=', 'ready')
      .where('expires_at', '>', now)
      .returning(['path', 'bytes', 'person_ids', 'public_id'])
      .executeTakeFirst();
    if (!taken?.path) throw new Refusal('not-found.export');
    for (const personId of taken.person_ids)
      await recordUse(ctx, personId, { activity: 'export.taken', reference: taken.public_id });
    return { path: taken.path, bytes: Number(taken.bytes) };
  });
}

/** Whether a link still opens something, without opening it. */
export async function exportBehind(ctx: Context, token: string): Promise<PersonalExport | undefined> {
  return transact(ctx, 'legal', async (ctx) => {
    const row = await findByToken(ctx, token);
    return row ? toExport(row) : undefined;
  });
}

/** Of a request, newest first. Runs under `legal`. */
export async function exportsOf(ctx: Context, requestId: string): Promise<PersonalExport[]> {
  const rows = await ctx.database
    .selectFrom('personal_export')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
  return rows.map(toExport);
}

/** Copies whose time is over go from the disk; that there was one stays known. */
export async function dropOldExports(ctx: Context): Promise<void> {
  await transact(ctx, 'legal', async (ctx) => {
    const now = ctx.clock.now();
    const old = await ctx.database
      .selectFrom('personal_export')
      .select(['id', 'path'])
      .where('path', 'is not', null)
      .where((where) =>
        where.or([
          where('expires_at', '<=', asDate(now)),
          where('taken_at', '<=', asDate(now.subtract({ hours: 24 * keptDaysTaken }))),
        ]),
      )
      .forUpdate()
      .execute();
    for (const { id, path: file } of old) {
      if (file !== null) await rm(file, { force: true });
      await ctx.database
        .updateTable('personal_export')
        .set({ state: 'gone', path: null, token_hash: null })
        .where('id', '=', id)
        .execute();
    }
  });
}

function findByToken(ctx: Context, token: string) {
  return ctx.database
    .selectFrom('personal_export')
    .selectAll()
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst();
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function toExport(row: NonNullable<Awaited<ReturnType<typeof findByToken>>>): PersonalExport {
  return {
    publicId: row.public_id,
    state: row.state as ExportState,
    bytes: row.bytes === null ? null : Number(row.bytes),
    records: row.records,
    askedAt: row.asked_at,
    readyAt: row.ready_at,
    expiresAt: row.expires_at,
    takenAt: row.taken_at,
  };
}
