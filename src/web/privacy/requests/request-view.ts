import { findPersonById } from '../../../customers/customer.ts';
import { mayTell } from '../../../customers/mine/certificate.ts';
import type { Context } from '../../../platform/context.ts';
import { findErasureOf } from '../../../privacy/erasing/erasure.ts';
import { exportsOf } from '../../../privacy/exporting/export.ts';
import { heldWordsOf } from '../../../privacy/holding/held-words.ts';
import { holdsOf } from '../../../privacy/holding/holding.ts';
import { recordUse } from '../../../privacy/ledger.ts';
import { membersOf } from '../../../privacy/locking.ts';
import { getRequest, requestKinds, stepsOf } from '../../../privacy/requests/request.ts';

/** A request with all that belongs to it, as its page shows it. Runs under `legal`, and is a use of the data. */
export async function requestView(ctx: Context, publicId: string) {
  const request = await getRequest(ctx, publicId);
  const { personId, id } = request;
  const person = personId === null ? null : await findPersonById(ctx, personId);
  if (personId !== null) await recordUse(ctx, personId, { activity: 'request.handled', reference: publicId });
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  const erasure = await findErasureOf(ctx, id);
  return {
    kind: request.kind,
    law: requestKinds[request.kind],
    via: request.via,
    wish: request.wish,
    purpose: request.purpose,
    state: request.state,
    proof: request.proof,
    proven: request.provenAt !== null || request.strength >= 3,
    handler: request.handler,
    outcome: request.outcome,
    ground: request.ground,
    extendedWhy: request.extendedWhy,
    mayExtend: request.extendedAt === null,
    receivedAt: request.receivedAt.toISOString(),
    dueAt: request.dueAt.toISOString(),
    person: person ? { publicId: person.publicId, name: person.name } : null,
    steps: (await stepsOf(ctx, id)).map((step) => ({ ...step, at: step.at.toISOString() })),
    exports: (await exportsOf(ctx, id)).map(({ publicId, state, bytes, askedAt, expiresAt }) => ({
      publicId,
      state,
      bytes,
      askedAt: askedAt.toISOString(),
      expiresAt: iso(expiresAt),
    })),
    holds: (personId === null ? [] : await holdsOf(ctx, [personId])).map(
      ({ madeAt: _, endedAt, ...hold }) => ({
        ...hold,
        ended: endedAt !== null,
      }),
    ),
    heldWords: (await heldWordsOf(ctx, personId === null ? [] : await membersOf(ctx, [personId]))).map(
      ({ text, takenBackAt }) => ({ text, at: takenBackAt.toISOString() }),
    ),
    erasure: erasure
      ? {
          publicId: erasure.publicId,
          state: erasure.state,
          scope: erasure.scope?.filter(({ rows, mode }) => rows > 0 || mode === 'keep') ?? null,
          tells: await mayTell(ctx, erasure.personIds),
          coolingUntil: iso(erasure.coolingUntil),
          held: erasure.heldAt !== null,
          certificate: erasure.certificate,
          hash: erasure.certificateHash,
        }
      : null,
  };
}

export type RequestView = Awaited<ReturnType<typeof requestView>>;
