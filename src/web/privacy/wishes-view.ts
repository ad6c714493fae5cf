import { getPerson } from '../../customers/customer.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { WishOutcome } from '../../privacy/wishes/heeding.ts';
import { wishesOf } from '../../privacy/wishes/heeding.ts';
import type { WishKind } from '../../privacy/wishes/wish.ts';

/** What a person asked about their own data in a message, and nobody answered yet. */
export interface WishView {
  id: string;
  kind: WishKind;
  sentence: string;
  outcome: WishOutcome;
}

export function wishesView(ctx: Context, personPublicId: string): Promise<WishView[]> {
  return transact(ctx, 'service', async (ctx) => {
    const { id } = await getPerson(ctx, personPublicId);
    return (await wishesOf(ctx, id))
      .filter(({ answeredAt }) => answeredAt === null)
      .map(({ id, kind, sentence, outcome }) => ({ id, kind, sentence, outcome }));
  });
}
