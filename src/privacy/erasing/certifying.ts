import { createHash } from 'node:crypto';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { personErased } from '../events.ts';
import { type Certificate, type Erasure, lockErasure } from './erasure.ts';

/** The last step: what was done is written down, and the erasure itself forgets who it was. */
export async function certify(ctx: Context, erasure: Erasure): Promise<void> {
  await transact(ctx, 'legal', async (ctx) => {
    const { state } = await lockErasure(ctx, erasure.publicId);
    if (state !== 'verified') return;
    const certificate = await certificateOf(ctx, erasure.publicId);
    const now = asDate(ctx.clock.now());
    await ctx.database
      .updateTable('erasure')
      .set({
        state: 'certified',
        person_ids: [],
        certificate: JSON.stringify(certificate),
        certificate_hash: certificateHash(certificate),
        ended_at: now,
      })
      .where('id', '=', erasure.id)
      .execute();
    if (erasure.requestId !== null) await endRequest(ctx, erasure.requestId, now);
    await ctx.emit([personErased(erasure.id)]);
  });
}

export function certificateHash(certificate: Certificate): string {
  return createHash('sha256').update(JSON.stringify(certificate)).digest('hex');
}

async function certificateOf(ctx: Context, publicId: string): Promise<Certificate> {
  const row = await ctx.database
    .selectFrom('erasure')
    .selectAll()
    .where('public_id', '=', publicId)
    .executeTakeFirstOrThrow();
  const steps = await ctx.database
    .selectFrom('erasure_step')
    .selectAll()
    .where('erasure_id', '=', row.id)
    .orderBy('place')
    .execute();
  const iso = (at: Date | null) => at?.toISOString() ?? '';
  return {
    kind: 'polder-erasure',
    erasure: row.public_id,
    receivedAt: iso(row.received_at),
    frozenAt: iso(row.frozen_at),
    startedAt: iso(row.started_at),
    verifiedAt: iso(row.verified_at),
    places: steps.map((step) => ({
      place: step.place,
      mode: step.mode,
      erased: step.erased,
      left: step.remaining ?? 0,
      ...(step.kept_reason ? { keptReason: step.kept_reason } : {}),
      ...(step.kept_until ? { keptUntil: step.kept_until } : {}),
    })),
  };
}

async function endRequest(ctx: Context, requestId: string, at: Date): Promise<void> {
  await ctx.database
    .updateTable('privacy_request')
    .set({ state: 'done', ended_at: at })
    .where('id', '=', requestId)
    .where('state', '=', 'open')
    .execute();
  await ctx.database
    .insertInto('privacy_request_step')
    .values({ request_id: requestId, at, what: 'erased' })
    .execute();
}
