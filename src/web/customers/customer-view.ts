import { isLookReason } from '../../customers/looking/reason.ts';
import type { Locale } from '../../platform/words.ts';
import { activities } from '../../privacy/activity.ts';
import type { LedgerRow } from '../../privacy/ledger.ts';
import { type Basis, isPurpose, purposes } from '../../privacy/purpose.ts';
import type { PurposeStanding } from '../../privacy/standing.ts';

/** A purpose in the sentence of the contract. */
export function standingView({ purpose, decidedAt, ...rest }: PurposeStanding, locale: Locale) {
  const rule = purposes[purpose];
  return {
    ...rest,
    purpose,
    sentence: rule[locale],
    basis: rule.basis as Basis,
    mayObject: rule.objectable && rest.state !== 'objected' && rest.state !== 'restricted',
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}

export type StandingView = ReturnType<typeof standingView>;

/** A use of the data in plain words: what happened, and for what. */
export function ledgerView(row: LedgerRow, locale: Locale) {
  const { id, at, activity, purpose, basis, department, actorKind, reference } = row;
  return {
    key: id,
    at: at.toISOString(),
    what: activities[activity]?.[locale] ?? activity,
    why: isPurpose(purpose) ? purposes[purpose][locale] : purpose,
    basis: basis as Basis,
    department,
    actorKind,
    reason: activity === 'customer.looked-up' && isLookReason(reference) ? reference : null,
  };
}

export type LedgerView = ReturnType<typeof ledgerView>;
