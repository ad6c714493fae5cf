import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { receiveRequest } from '../../privacy/requests/handling.ts';
import { openMine, selfOf } from './mine.ts';
import { ownRequests } from './requests.ts';

/**
 * Somebody whom we treat as a minor says that they are of age, and where we can see it. Their word alone changes
 * nothing: a colleague looks, with the clock of a month. Asking again while that runs changes nothing either.
 * @throws Refusal `forbidden.proof` for who did not use a link just now
 */
export async function askToComeOfAge(
  ctx: Context,
  { evidence, timeZone }: { evidence: string; timeZone: string },
): Promise<void> {
  const { strength } = selfOf(ctx);
  if (strength < 4) throw new Refusal('forbidden.proof', { strength });
  await openMine(ctx, async (ctx, { personId, members }) => {
    const running = (await ownRequests(ctx, members)).some(
      ({ kind, state }) => kind === 'age' && state === 'open',
    );
    if (running) return;
    await receiveRequest(ctx, { personId, kind: 'age', via: 'mine', wish: evidence, strength, timeZone });
  });
}
