import { rm } from 'node:fs/promises';
import { getExchange, moveExchange } from './customers/exchanging/exchange.ts';
import { qualityJob } from './customers/quality.ts';
import { exchangeFile } from './exchanging.ts';
import { type Context, transact } from './platform/context.ts';
import { sendJob } from './platform/jobs.ts';
import { isRefusal } from './platform/refusal.ts';

/**
 * The job behind the screen: first a try that writes nothing, later the import itself. Run again after a crash the
 * import goes on behind what it counted, because the count stands in the transaction of the rows.
 */
export async function runExchange(ctx: Context, id: string): Promise<void> {
  const exchange = await getExchange(ctx, id);
  const { state, path, kind, source, columns } = exchange;
  const dry = state === 'checking';
  if (path === null || kind === null || !(dry || state === 'waiting' || state === 'running')) return;
  if (dry) await moveExchange(ctx, id, { from: ['checking'], to: 'checking' });
  if (state === 'waiting') await moveExchange(ctx, id, { from: ['waiting'], to: 'running' });
  try {
    await exchangeFile(ctx, path, { kind, source, columns, dry, exchange });
  } catch (error) {
    const known = isRefusal(error) ? { code: error.code, details: { ...error.details } } : null;
    // A bug or a broken connection is tried again from where it stopped; a refusal will not change by itself.
    if (!known) throw error;
    await moveExchange(ctx, id, { from: ['checking', 'running'], to: 'failed', change: { error: known } });
    return;
  }
  if (dry) {
    await moveExchange(ctx, id, { from: ['checking'], to: 'checked' });
    return;
  }
  await transact(ctx, null, async (ctx) => {
    await moveExchange(ctx, id, { from: ['running'], to: 'finished' });
    await sendJob(ctx, 'suggest-doubles', {});
    await sendJob(ctx, qualityJob, {});
  });
  await rm(path, { force: true });
}
