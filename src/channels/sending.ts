import type { Sending } from './channel.ts';
import type { Connection, FoundThere, Outcome, Outgoing } from './connection.ts';

/** What becomes of an answer after a try. Moments in milliseconds since 1970. */
export type Ending =
  | { readonly state: 'sent'; readonly externalId: string; readonly answer: string }
  | {
      readonly state: 'queued';
      readonly again: number;
      readonly reason: string;
      readonly answer: string;
      readonly account: boolean;
      /** May an earlier try have arrived? Absent: as it was. */
      readonly doubted?: boolean;
    }
  | { readonly state: 'failed'; readonly reason: string; readonly answer: string }
  /** It may have left. `askAt`: when it is looked for; null: a person decides. */
  | {
      readonly state: 'unknown';
      readonly reason: string;
      readonly answer: string;
      readonly askAt: number | null;
    };

/** An answer that was taken in hand: the intent is stored, with the number of the try. */
export interface Claimed {
  readonly outgoing: Outgoing;
  /** When the intent was stored. */
  readonly claimedAt: number;
  /** When it was handed in: trying has an end. */
  readonly since: number;
  /** An earlier try may have arrived: then a refusal of this one proves nothing. */
  readonly doubted: boolean;
  /** How many times it was looked for since the call whose end is unknown; of a fresh one 0. */
  readonly asked: number;
}

/** Where answers lie and what became of them; each of these is one transaction. */
export interface Desk {
  /** The next answer that may leave now, its intent stored. */
  claim(): Promise<Claimed | undefined>;
  /** The next of which nobody knows whether it left, and that may be looked for now. */
  claimUnknown(): Promise<Claimed | undefined>;
  /** Holds when nobody else took it in hand since; a try that is known to have arrived always holds. */
  settle(claimed: Claimed, ending: Ending): Promise<void>;
  now(): number;
  /** A place where a process can die; see failpoint.ts. */
  failpoint(place: string): Promise<void>;
}

/** The rules by which a try becomes an ending; an own value so that tests can break them one by one. */
export interface SendingRules {
  endingOf(claimed: Claimed, outcome: Outcome, means: Means): Ending;
  endingAfterLook(claimed: Claimed, found: FoundThere, means: Means): Ending;
  /** Of one whose sender died: nobody knows how far it came. */
  endingOfCut(claimed: Pick<Claimed, 'claimedAt'>, sending: Sending): Ending;
  /** Is it too late to begin the call of this intent? Others take it for cut by then. */
  tooLate(claimed: Claimed, now: number, sending: Sending): boolean;
}

export interface Means {
  readonly sending: Sending;
  readonly now: number;
  /** Between 0 and 1. */
  readonly chance: number;
}

const second = 1000;
const base = 2 * second;
const longestPause = 15 * 60 * second;
/** How long is tried before it is given up, seen by everybody. */
export const longestTrying = 24 * 3600 * second;
/** Looking may fail a few times too; then a person decides. */
const mostLooks = 5;

/** Full jitter, so that what failed together does not come back together; never sooner than it was asked to. */
export function pauseAfter(attempt: number, chance: number, asked: number | null): number {
  const most = Math.min(longestPause, base * 2 ** Math.min(attempt, 20));
  return Math.max((asked ?? 0) * second, Math.ceil(second + chance * most));
}

/** From when on a look tells the truth, or a call can no longer take effect. */
function settledAt(claimedAt: number, { visibilityLag, longestCall }: Sending): number {
  return claimedAt + startWithin(longestCall) + longestCall + visibilityLag;
}

/** An intent whose call did not begin within this is not called any more. */
function startWithin(longestCall: number): number {
  return Math.ceil(longestCall / 2);
}

/** When others may take an intent for cut off: its call cannot have begun any more, and must have ended. */
export function cutAfter({ longestCall }: Sending): number {
  return startWithin(longestCall) + longestCall + 5 * second;
}

function unknownUntil(claimedAt: number, sending: Sending, said: { reason: string; answer: string }): Ending {
  const canTell = sending.dedupes || sending.readBack !== 'none';
  return { state: 'unknown', ...said, askAt: canTell ? settledAt(claimedAt, sending) : null };
}

/** It will not go any more; whether an earlier try had arrived must be looked for, or a person finds out. */
function notGone(claimed: Claimed, sending: Sending, said: { reason: string; answer: string }): Ending {
  if (!claimed.doubted) return { state: 'failed', ...said };
  return {
    state: 'unknown',
    ...said,
    askAt: sending.readBack === 'both' ? settledAt(claimed.claimedAt, sending) : null,
  };
}

/** Is it so old that the other side may have forgotten its key? Sent again it would stand there twice. */
function isKeySpent(
  { since }: Claimed,
  now: number,
  { dedupes, dedupesFor = Number.POSITIVE_INFINITY }: Sending,
): boolean {
  return dedupes && now - since > dedupesFor;
}

export const sendingRules: SendingRules = {
  endingOf: (claimed, outcome, { sending, now, chance }) => {
    const { answer } = outcome;
    if (outcome.kind === 'sent') return { state: 'sent', externalId: outcome.externalId, answer };
    if (outcome.kind === 'refused') return notGone(claimed, sending, { reason: 'refused', answer });
    if (outcome.kind === 'unknown')
      return unknownUntil(claimed.claimedAt, sending, { reason: 'unanswered', answer });
    if (now - claimed.since > longestTrying) return notGone(claimed, sending, { reason: 'given_up', answer });
    const again = now + pauseAfter(claimed.outgoing.attempt, chance, outcome.after);
    return { state: 'queued', again, reason: outcome.reason, answer, account: outcome.account };
  },
  endingAfterLook: (claimed, found, { sending, now, chance }) => {
    if (found.kind === 'there') return { state: 'sent', externalId: found.externalId, answer: '' };
    const again = { state: 'queued', again: now, reason: 'again', answer: '', account: false } as const;
    if (found.kind === 'absent' && sending.readBack === 'both') return { ...again, doubted: false };
    // Under the same key a second time makes no second one.
    if (sending.dedupes && !isKeySpent(claimed, now, sending)) return { ...again, doubted: true };
    const askAt = claimed.asked < mostLooks ? now + pauseAfter(claimed.asked, chance, null) : null;
    return { state: 'unknown', reason: 'not_found', answer: '', askAt };
  },
  endingOfCut: ({ claimedAt }, sending) => unknownUntil(claimedAt, sending, { reason: 'crash', answer: '' }),
  tooLate: ({ claimedAt }, now, { longestCall }) => now - claimedAt > startWithin(longestCall),
};

export interface SendOptions {
  readonly rules?: SendingRules;
  /** Between 0 and 1; Math.random when absent. */
  readonly chance?: () => number;
}

type Did = 'nothing' | 'sent' | 'other' | 'account';

/**
 * Sends the next answer: intent (stored by `claim`) → call → result (stored by `settle`). What breaks in between
 * leaves an intent that others find. `account`: it lies with the account, so the next one would fare no better.
 */
export async function sendNext(desk: Desk, connection: Connection, options: SendOptions = {}): Promise<Did> {
  const { rules = sendingRules, chance = Math.random } = options;
  const { sending } = connection.channel;
  if (!sending) return 'nothing';
  const claimed = await desk.claim();
  if (!claimed) return 'nothing';
  await desk.failpoint('send.claimed');
  // Whoever slept between intent and call must not call any more: others may take it for cut off.
  if (rules.tooLate(claimed, desk.now(), sending)) {
    const slept = { reason: 'slept', answer: '', account: false } as const;
    await desk.settle(claimed, { state: 'queued', again: desk.now(), ...slept });
    return 'other';
  }
  if (claimed.doubted && isKeySpent(claimed, desk.now(), sending)) {
    await desk.settle(claimed, unknownUntil(desk.now(), sending, { reason: 'not_found', answer: '' }));
    return 'other';
  }
  const outcome = await connection.send(claimed.outgoing);
  await desk.failpoint('send.called');
  const ending = rules.endingOf(claimed, outcome, { sending, now: desk.now(), chance: chance() });
  await desk.settle(claimed, ending);
  await desk.failpoint('send.settled');
  if (ending.state === 'queued' && ending.account) return 'account';
  return ending.state === 'sent' ? 'sent' : 'other';
}

/** Looks for the next answer of which nobody knows whether it left, once looking tells the truth. */
export async function settleNext(
  desk: Desk,
  connection: Connection,
  options: SendOptions = {},
): Promise<Did> {
  const { rules = sendingRules, chance = Math.random } = options;
  const { sending } = connection.channel;
  if (!sending) return 'nothing';
  const claimed = await desk.claimUnknown();
  if (!claimed) return 'nothing';
  await desk.failpoint('settle.claimed');
  const found: FoundThere =
    sending.readBack === 'none' ? { kind: 'unsure' } : await connection.find(claimed.outgoing);
  await desk.failpoint('settle.looked');
  const ending = rules.endingAfterLook(claimed, found, { sending, now: desk.now(), chance: chance() });
  await desk.settle(claimed, ending);
  await desk.failpoint('settle.settled');
  return ending.state === 'sent' ? 'sent' : 'other';
}
