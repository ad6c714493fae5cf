import type { Sending } from './channels/channel.ts';
import type { Connection, Outgoing } from './channels/connection.ts';
import {
  type Claimed,
  cutAfter,
  type Desk,
  type SendOptions,
  sendingRules,
  sendNext,
  settleNext,
} from './channels/sending.ts';
import { claimAnswer, claimUnknown, type Taken, type Way } from './conversations/delivering/claiming.ts';
import { settleAnswer, settleCut } from './conversations/delivering/settling.ts';
import type { ChannelConnection } from './listening/connecting/connection.ts';
import type { Context } from './platform/context.ts';
import { failpoint } from './platform/failpoint.ts';

/** Hands at work over one account at once. */
const lanes = 3;

/**
 * Sends the answers that may leave over an account, and looks for those of which nobody knows whether they left. Safe
 * to run in several processes at once, and to break off anywhere.
 */
export async function deliverAll(
  ctx: Context,
  { connection, open }: { connection: ChannelConnection; open: Connection },
  options: SendOptions = {},
): Promise<void> {
  const { sending } = open.channel;
  if (!sending) return;
  const way = wayOf(connection, open, sending);
  const askAt = (calledAt: number) => {
    const ending = (options.rules ?? sendingRules).endingOfCut({ claimedAt: calledAt }, sending);
    return ending.state === 'unknown' ? ending.askAt : null;
  };
  await settleCut(ctx, way, { after: cutAfter(sending), askAt });
  const desk = deskOf(ctx, way);
  while ((await settleNext(desk, open, options)) !== 'nothing');
  const first = await sendNext(desk, open, options);
  if (first === 'nothing' || first === 'account') return;
  const lane = async () => {
    for (;;) {
      const did = await sendNext(desk, open, options);
      if (did === 'nothing' || did === 'account') return;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const bug = ended.find((one) => one.status === 'rejected');
  if (bug) throw bug.reason;
}

function wayOf(connection: ChannelConnection, open: Connection, { rate }: Sending): Way {
  const nameOf = (nonce: string) => open.nameOf({ nonce });
  return { connectionId: connection.id, accountId: connection.accountId, rate, nameOf };
}

/** The desk of `channels/sending.ts`, laid on the tables. */
function deskOf(ctx: Context, way: Way): Desk {
  const inHand = new Map<string, Taken>();
  const claimed = (taken: Taken | undefined): Claimed | undefined => {
    if (!taken) return undefined;
    inHand.set(`${taken.nonce}/${taken.attempt}`, taken);
    return {
      outgoing: outgoingOf(taken),
      claimedAt: taken.calledAt.getTime(),
      since: taken.writtenAt.getTime(),
      asked: taken.asked,
      doubted: taken.doubted,
    };
  };
  return {
    now: () => ctx.clock.now().epochMilliseconds,
    failpoint: (place) => failpoint(ctx, place),
    claim: async () => claimed(await claimAnswer(ctx, way)),
    claimUnknown: async () => claimed(await claimUnknown(ctx, way)),
    settle: async ({ outgoing }, ending) => {
      const taken = inHand.get(`${outgoing.nonce}/${outgoing.attempt}`);
      if (!taken) throw new Error('an answer is settled that was not taken here');
      await settleAnswer(ctx, { way, tried: taken }, ending);
    },
  };
}

function outgoingOf(taken: Taken): Outgoing {
  const { nonce, attempt, text, audience, handle, name, answers, facts, language, writtenAt } = taken;
  return {
    nonce,
    attempt,
    text,
    audience,
    to: handle === null ? null : { handle, name },
    answers: answers === null ? null : { externalId: answers, facts },
    writtenAt: writtenAt.toISOString(),
    locale: language === 'en' ? 'en' : 'nl',
  };
}
