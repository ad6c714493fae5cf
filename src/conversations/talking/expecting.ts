import { isOpenAcross, nextOpeningAcross } from '../../organisation/opening/timeline.ts';
import type { Context } from '../../platform/context.ts';
import { fallsDue, normFor } from '../norms/norm.ts';
import { normsVersions } from '../norms/norms.ts';
import { decide, type Facts } from '../routing/rule.ts';
import { rulesNow } from '../routing/rules.ts';
import { loadTargets } from '../routing/targets.ts';

/** What somebody who writes now may count on. */
export interface Expected {
  readonly isOpen: boolean;
  /** null: open now, or never. */
  readonly opensAt: Date | null;
  /** By when the first answer is promised; null: nothing is promised. */
  readonly answerBy: Date | null;
}

const unknown = {
  ...{
    topics: [],
    intent: null,
    sentiment: null,
    urgency: 0,
    followers: null,
    relations: [],
    attributes: {},
  },
} as const;

/**
 * When whoever writes on this account now will be answered: the hours of the queue where the rules would bring it, and
 * what the norms promise there. Of a message that nobody wrote yet, so what its words would change is left out.
 */
export async function expectedAnswer(
  ctx: Context,
  { channel, account, language }: Pick<Facts, 'channel' | 'account' | 'language'>,
): Promise<Expected> {
  const now = ctx.clock.now().epochMilliseconds / 1000;
  const facts: Facts = { ...unknown, channel, account, language, audience: 'private' };
  const [{ rules }, targets, [norms]] = await Promise.all([
    rulesNow(ctx),
    loadTargets(ctx),
    normsVersions(ctx),
  ]);
  const decision = decide(rules, facts, (queue) => targets.byKey.get(queue)?.at(now));
  const target = targets.byKey.get(decision.queue ?? '') ?? targets.default;
  const { timeline } = target.opening;
  const isOpen = isOpenAcross(timeline, now);
  const norm = norms && normFor(norms.norms, target.key, facts);
  const at = (seconds: number | undefined) => (seconds === undefined ? null : new Date(seconds * 1000));
  return {
    isOpen,
    opensAt: isOpen ? null : at(nextOpeningAcross(timeline, now)),
    answerBy: norm ? at(fallsDue(norm, 'first', { from: now, timeline })) : null,
  };
}
