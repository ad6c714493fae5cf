import { rm } from 'node:fs/promises';
import { importFile } from './importing.ts';
import { changeImport, getImport, type Import, keepRejections } from './listening/imports.ts';
import { asDate } from './platform/clock.ts';
import type { Context } from './platform/context.ts';
import { isRefusal } from './platform/refusal.ts';

/** The job behind the import screen. Run again after a crash it goes on from the start; nothing is stored twice. */
export async function runImport(ctx: Context, publicId: string): Promise<void> {
  const job = await getImport(ctx, publicId);
  // Somebody may have taken it back to choose other columns while it waited for another try.
  const stands = job.state === 'waiting' || job.state === 'running' || job.state === 'failed';
  if (!stands || job.path === null) return;
  await changeImport(ctx, job.id, { state: 'running', startedAt: asDate(ctx.clock.now()), error: null });
  try {
    await run(ctx, job, job.path);
  } catch (error) {
    const known = isRefusal(error) ? { code: error.code, details: { ...error.details } } : null;
    const shown = known ?? { code: 'failed.import', details: { error: String(error) } };
    await changeImport(ctx, job.id, { state: 'failed', error: shown, finishedAt: asDate(ctx.clock.now()) });
    if (!known) throw error;
  }
}

async function run(ctx: Context, job: Import, file: string): Promise<void> {
  // What an interrupted run stored counts as stored by this import, not as a double when it comes by again.
  const before = { stored: job.stored, persons: job.persons };
  let rejected = 0;
  const total = await importFile(ctx, file, {
    channel: job.channel ?? undefined,
    account: job.account ?? undefined,
    name: job.fileName,
    columns: job.columns ?? undefined,
    onProgress: async (progress) => {
      rejected += progress.rejected.length;
      await keepRejections(ctx, job.id, progress.rejected);
      const { read, bytesRead, mapping } = progress;
      await changeImport(ctx, job.id, {
        read,
        bytesRead,
        mapping,
        persons: before.persons + progress.persons,
        stored: before.stored + progress.stored,
        duplicates: Math.max(0, progress.duplicates - before.stored),
        rejected,
      });
    },
  });
  await changeImport(ctx, job.id, {
    state: 'finished',
    conversations: total.conversations,
    bytesRead: job.bytes,
    mapping: total.mapping,
    path: null,
    finishedAt: asDate(ctx.clock.now()),
  });
  await rm(file, { force: true });
}
