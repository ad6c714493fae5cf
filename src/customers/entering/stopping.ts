import { actAs, type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { decide, stateOf } from '../../privacy/deciding.ts';
import { rank } from '../../privacy/permission.ts';
import type { Purpose } from '../../privacy/purpose.ts';
import { findStop } from './link.ts';

/** What a link out of a mail would stop, before anything is pressed. @throws Refusal `forbidden.link` */
export async function readStop(ctx: Context, token: string): Promise<{ purpose: Purpose }> {
  return transact(ctx, 'legal', async (ctx) => {
    const link = await findStop(ctx, token);
    if (!link) throw new Refusal('forbidden.link');
    return { purpose: link.purpose };
  });
}

/**
 * Stops what the mail was for, by one press and without signing in (RFC 8058): when this answers, it holds. Pressed
 * again it does nothing. A link can only stop; it never gives back.
 * @throws Refusal `forbidden.link`
 */
export async function stopByLink(ctx: Context, token: string): Promise<{ purpose: Purpose }> {
  return transact(ctx, 'legal', async (ctx) => {
    const link = await findStop(ctx, token);
    if (!link) throw new Refusal('forbidden.link');
    const { personId, purpose } = link;
    if (rank(await stateOf(ctx, personId, purpose)) > rank('denied')) {
      const self = actAs(ctx, { kind: 'person', personId, strength: 2 });
      await decide(self, personId, { purpose, act: 'withdraw', strength: 2 });
    }
    return { purpose };
  });
}
