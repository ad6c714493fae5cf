import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { askErasure, withdrawErasure } from '../../privacy/erasing/asking.ts';
import { askExport } from '../../privacy/exporting/export.ts';
import { receiveRequest } from '../../privacy/requests/handling.ts';
import { type Correction, correctOwn } from '../correcting/correcting.ts';
import { confirmAndTell } from './certificate.ts';
import { askToComeOfAge } from './coming-of-age.ts';
import { openMine, selfOf } from './mine.ts';
import { findOwnErasure } from './requests.ts';

export type OwnRight =
  | { right: 'export' }
  | { right: 'erase' }
  | { right: 'erase-confirm'; id: string; days: number }
  | { right: 'erase-withdraw'; id: string }
  | { right: 'rectify'; wish: string }
  | ({ right: 'correct' } & Correction)
  | { right: 'of-age'; evidence: string };

/**
 * Somebody uses a right over their own data. What gives a copy away or cannot be undone asks for a link that was used
 * just now; taking an erasure back does not.
 * @throws Refusal `forbidden.proof`, and what the act itself refuses
 */
export async function claimRight(
  ctx: Context,
  wanted: OwnRight,
  timeZone: string,
): Promise<{ exportToken?: string }> {
  const { strength } = selfOf(ctx);
  if (wanted.right === 'of-age') {
    await askToComeOfAge(ctx, { evidence: wanted.evidence, timeZone });
    return {};
  }
  if (wanted.right === 'correct') {
    if (strength < 3) throw new Refusal('forbidden.proof', { strength });
    await correctOwn(ctx, wanted);
    return {};
  }
  const needsFresh =
    wanted.right === 'export' || wanted.right === 'erase' || wanted.right === 'erase-confirm';
  if (needsFresh && strength < 4) throw new Refusal('forbidden.proof', { strength });
  return openMine(ctx, async (ctx, { personId, members }) => {
    if (wanted.right === 'export') {
      const request = await receiveRequest(ctx, {
        personId,
        kind: 'export',
        via: 'mine',
        strength,
        timeZone,
      });
      const asked = { personIds: members, locale: ctx.locale, requestId: request.id };
      const { token } = await askExport(ctx, asked);
      return { exportToken: token };
    }
    if (wanted.right === 'erase') {
      const request = await receiveRequest(ctx, { personId, kind: 'erase', via: 'mine', strength, timeZone });
      await askErasure(ctx, { personIds: members, strength, requestId: request.id });
      return {};
    }
    if (wanted.right === 'rectify') {
      await receiveRequest(ctx, {
        personId,
        kind: 'rectify',
        via: 'mine',
        wish: wanted.wish,
        strength,
        timeZone,
      });
      return {};
    }
    const own = await findOwnErasure(ctx, members);
    if (own?.publicId !== wanted.id) throw new Refusal('not-found.erasure', { id: wanted.id });
    if (wanted.right === 'erase-withdraw') {
      await withdrawErasure(ctx, wanted.id);
      return {};
    }
    await confirmAndTell(ctx, wanted);
    return {};
  });
}
