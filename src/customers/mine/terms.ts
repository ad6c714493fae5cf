import { type Context, transact } from '../../platform/context.ts';
import type { TermKey, TermValues } from '../../privacy/terms/term.ts';
import { setTerm, termsOf } from '../../privacy/terms/terming.ts';
import { selfOf } from './mine.ts';

export type OwnTerms = { [K in TermKey]: TermValues[K] | null };

/** Sets what differs from what stands, all of it or nothing. When this answers it holds. */
export async function setTerms(ctx: Context, wanted: OwnTerms): Promise<void> {
  const { personId, strength } = selfOf(ctx);
  await transact(ctx, 'legal', async (ctx) => {
    const now = await termsOf(ctx, personId);
    const before: OwnTerms = {
      channel: now.channel,
      no_phone: now.noPhone ? true : null,
      quiet: now.quiet[0] ?? null,
      forget_after: now.forgetAfterMonths,
      nickname: now.nickname,
    };
    for (const key of Object.keys(wanted) as TermKey[]) {
      if (JSON.stringify(before[key]) === JSON.stringify(wanted[key])) continue;
      await setTerm(ctx, personId, { key, value: wanted[key], strength });
    }
  });
}
