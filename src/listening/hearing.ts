import { recognise } from '../customers/recognising.ts';
import { onAmong } from '../pilots/granting.ts';
import { asDate } from '../platform/clock.ts';
import { type Context, transact } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { understand } from '../understanding/reading.ts';
import type { ChannelAccount } from './account.ts';
import type { NumberedUtterance, Utterance } from './message.ts';
import { parentTimes, passGate, storeMessages } from './storing.ts';

export interface HeardResult {
  stored: number;
  duplicates: number;
  newPersons: number;
  /** Public ids of what was stored now, in the order given. */
  publicIds: string[];
}

export interface HearOptions {
  /**
   * Place in a conversation later, when everything is known. A file often holds an answer before its question.
   */
  placeLater?: boolean;
}

/**
 * Hears messages on one account, in one transaction: each is stored once however often it is heard, understood,
 * and tied to the identity of its writer. Told as `message.heard`; who reacts stands in reactions.ts.
 */
export async function hear(
  ctx: Context,
  { account, utterances }: { account: ChannelAccount; utterances: readonly Utterance[] },
  options: HearOptions = {},
): Promise<HeardResult> {
  return transact(ctx, 'listen', async (ctx) => {
    const on = await onAmong(ctx, ['listen.sources', 'listen.classify'], { channel: account.channel });
    if (!on.has('listen.sources')) {
      throw new Refusal('forbidden.capability', { capability: 'listen.sources', channel: account.channel });
    }
    const unique = [...new Map(utterances.map((u) => [u.externalId, u])).values()];
    const numbers = await passGate(ctx, account, unique);
    const fresh = unique.filter((u) => numbers.has(u.externalId));
    const { numbered, newPersons } = await identify(ctx, {
      account,
      fresh,
      numbers,
      classify: on.has('listen.classify'),
    });
    const publicIds = await storeMessages(ctx, account, numbered);
    const receivedAt = asDate(ctx.clock.now()).toISOString();
    const later = options.placeLater ?? false;
    await ctx.emit(
      numbered.map((u) => ({
        verb: 'message.heard',
        subject: { kind: 'message', id: u.messageId },
        data: { receivedAt, ...(later ? { later } : {}) },
      })),
    );
    return {
      stored: numbered.length,
      duplicates: utterances.length - numbered.length,
      newPersons,
      publicIds,
    };
  });
}

interface Fresh {
  account: ChannelAccount;
  fresh: readonly Utterance[];
  numbers: ReadonlyMap<string, string>;
  classify: boolean;
}

async function identify(
  ctx: Context,
  { account, fresh, numbers, classify }: Fresh,
): Promise<{ numbered: NumberedUtterance[]; newPersons: number }> {
  const inbound = fresh.filter((u) => u.direction === 'in');
  const { recognised, newPersons } = await recognise(
    ctx,
    account.channel,
    inbound.map((u) => ({
      network: account.channel,
      externalId: u.author,
      name: u.authorName,
      unnamedKey: `${account.id}:${u.externalId}`,
    })),
  );
  const who = new Map(inbound.map((u, i) => [u.externalId, recognised[i]]));
  const times = await parentTimes(ctx, account, fresh);
  const received = asDate(ctx.clock.now());
  const numbered = fresh.map((u) => ({
    ...u,
    messageId: numbers.get(u.externalId) ?? '',
    personId: who.get(u.externalId)?.personId ?? null,
    identityId: who.get(u.externalId)?.identityId ?? null,
    understanding: classify ? understand(u.text, { channel: account.channel }) : null,
    placedAt: u.sentAt ?? times.get(u.externalId) ?? received,
    timeKnown: u.sentAt !== null,
  }));
  return { numbered, newPersons };
}
