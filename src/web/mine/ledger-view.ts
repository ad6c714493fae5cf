import { isLookReason } from '../../customers/looking/reason.ts';
import { actFrom } from '../../customers/mine/deciding.ts';
import type { OwnUse } from '../../customers/mine/ledger.ts';
import type { Locale } from '../../platform/words.ts';
import { activities } from '../../privacy/activity.ts';
import type { State } from '../../privacy/permission.ts';
import { isPurpose, ruleOf } from '../../privacy/purpose.ts';

/** A use in plain words, with why we may, and what stops it when it can be stopped. */
export function ownUse(
  use: OwnUse,
  { locale, states }: { locale: Locale; states: ReadonlyMap<string, State> },
) {
  const { id, at, activity, purpose, basis, department, actorKind, count, recipient, version, decidedAt } =
    use;
  const known = isPurpose(purpose) ? purpose : undefined;
  const act = known && actFrom(known, states.get(purpose) ?? 'unknown');
  return {
    key: id,
    at: at.toISOString(),
    what: activities[activity]?.[locale] ?? activity,
    purpose,
    why: known ? ruleOf(known)[locale] : purpose,
    basis,
    department,
    actorKind,
    count,
    recipient,
    reason: isLookReason(use.reason) ? use.reason : null,
    version,
    decidedAt: decidedAt?.toISOString() ?? null,
    stop: act === 'withdraw' || act === 'object' ? act : null,
  };
}

export type UseView = ReturnType<typeof ownUse>;
