import { type Context, type Locale, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { decide } from '../deciding.ts';
import { askErasure, proveErasure } from '../erasing/asking.ts';
import { findErasureOf, proofToErase } from '../erasing/erasure.ts';
import { askExport } from '../exporting/export.ts';
import { membersOf } from '../locking.ts';
import { isPurpose, type Purpose, purposeKeys, ruleOf } from '../purpose.ts';
import { type NewRequest, proveRequester, receiveRequest, settleRequest } from './handling.ts';
import { getRequest, type PrivacyRequest } from './request.ts';

export interface Asked {
  request: PrivacyRequest;
  /** Of a copy that is being made: opens it once. Shown now and stored nowhere. */
  exportToken?: string;
}

/**
 * Somebody asks something by law, and what can begin does. Restricting and objecting hold at once; a copy and an
 * erasure wait until we know who asks; correcting is for a colleague.
 */
export async function askFor(ctx: Context, asked: NewRequest & { locale: Locale }): Promise<Asked> {
  return transact(ctx, 'legal', async (ctx) => {
    if (asked.purpose !== undefined && !isPurpose(asked.purpose)) throw new Refusal('invalid.purpose');
    const request = await receiveRequest(ctx, asked);
    return begin(ctx, request, asked.locale);
  });
}

/** Who asks is known now; what waited for it begins. */
export async function proveAndBegin(
  ctx: Context,
  id: string,
  { proof, locale }: { proof: string; locale: Locale },
): Promise<Asked> {
  return transact(ctx, 'legal', async (ctx) => {
    const before = await getRequest(ctx, id);
    await proveRequester(ctx, id, proof);
    const request = await getRequest(ctx, id);
    if (before.strength >= proofToErase) return { request };
    return begin(ctx, request, locale);
  });
}

async function begin(ctx: Context, request: PrivacyRequest, locale: Locale): Promise<Asked> {
  const personIds = await membersOf(ctx, [request.personId ?? '']);
  const { kind, id, publicId, strength } = request;
  if (kind === 'erase') {
    const before = await findErasureOf(ctx, id);
    if (before) await proveErasure(ctx, before.publicId, strength);
    else await askErasure(ctx, { personIds, requestId: id, strength });
  }
  if ((kind === 'access' || kind === 'export') && strength >= proofToErase) {
    const { token } = await askExport(ctx, { personIds, requestId: id, locale });
    return { request: await getRequest(ctx, publicId), exportToken: token };
  }
  if (kind === 'restrict' || kind === 'object') {
    for (const purpose of purposesOf(request)) {
      await decide(ctx, request.personId ?? '', { purpose, act: kind, strength, evidence: publicId });
    }
    await settleRequest(ctx, publicId, '');
  }
  return { request: await getRequest(ctx, publicId) };
}

/** One, or all of which it can be said. */
function purposesOf({ kind, purpose }: PrivacyRequest): Purpose[] {
  if (purpose !== null && isPurpose(purpose)) return [purpose];
  return purposeKeys.filter((key) => (kind === 'object' ? ruleOf(key).objectable : key !== 'legal'));
}
