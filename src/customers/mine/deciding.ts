import { type Context, transact } from '../../platform/context.ts';
import { getContract } from '../../privacy/contract.ts';
import { decide } from '../../privacy/deciding.ts';
import { giveTogether } from '../../privacy/joining/together.ts';
import { offerIn } from '../../privacy/offer/offer.ts';
import type { State } from '../../privacy/permission.ts';
import { type Purpose, purposeKeys, ruleOf } from '../../privacy/purpose.ts';
import { selfOf } from './mine.ts';

export type OwnAct = 'give' | 'withdraw' | 'object' | 'restrict' | 'lift' | 'ask';

export interface OwnDecision {
  purpose: Purpose;
  act: OwnAct;
  /** For lifting: what stood there, so that a second press of the same button lifts nothing more. */
  from?: State;
  /** The page, and the words on it: kept with the decision as what was agreed to. */
  surface: string;
}

/** A person decides about their own data, one press. When this answers it holds, and it is in the journal. */
export async function decideMine(ctx: Context, { purpose, act, from, surface }: OwnDecision): Promise<void> {
  const { personId, strength } = selfOf(ctx);
  await transact(ctx, 'legal', async (ctx) => {
    const offered = offerIn((await getContract(ctx)).body).purposes.find(({ key }) => key === purpose);
    const shown = { textHash: offered?.textHash ?? '', language: ctx.locale, surface };
    const seen = act === 'lift' && from !== undefined && { from };
    if (act === 'give') await giveTogether(ctx, personId, { purpose, act, strength, shown });
    else await decide(ctx, personId, { purpose, act, strength, shown, ...seen });
  });
}

/** Restricts everything that can be (GDPR art. 18), or lifts it again: one transaction, so never half. */
export async function restrictMine(ctx: Context, act: 'restrict' | 'lift'): Promise<void> {
  const { personId, strength } = selfOf(ctx);
  await transact(ctx, 'legal', async (ctx) => {
    for (const purpose of purposeKeys) {
      if (purpose === 'legal' || purpose === 'security') continue;
      await decide(ctx, personId, { purpose, act, strength, ...(act === 'lift' && { from: 'restricted' }) });
    }
  });
}

/**
 * Whether a person may ask to be asked each time: where they said yes in advance. From then on nothing is done for it
 * without a yes to that one thing (`findYes`).
 */
export function mayAsk(purpose: Purpose, state: string): boolean {
  const { basis, items } = ruleOf(purpose);
  return basis === 'consent' && !items && state === 'allowed';
}

/** What one press does from here: the state of each purpose has exactly one act that leads out of it. */
export function actFrom(purpose: Purpose, state: string): OwnAct | undefined {
  const rule = ruleOf(purpose);
  const consent = rule.basis === 'consent';
  if (state === 'restricted' || state === 'objected') return 'lift';
  // Of these each single thing is asked, so there is nothing to say yes to in advance.
  if (rule.items) return undefined;
  if (consent) return state === 'allowed' ? 'withdraw' : 'give';
  return rule.objectable && state === 'allowed' ? 'object' : undefined;
}
