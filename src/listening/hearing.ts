import { type Mention, noteMentions } from '../customers/identifying/mentioning.ts';
import { recognise } from '../customers/recognising.ts';
import { thoseWithholding } from '../customers/using.ts';
import { countingAmong } from '../pilots/granting.ts';
import { asDate } from '../platform/clock.ts';
import { type Context, transact } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { mayAskAboutOwnData } from '../understanding/own-data.ts';
import { understand } from '../understanding/reading.ts';
import type { ChannelAccount } from './account.ts';
import { messageHeard } from './events.ts';
import { type Reading, readerOf } from './learning/reading.ts';
import type { JustHeard, NumberedUtterance, Utterance } from './message.ts';
import { parentTimes, passGate, storeMessages } from './storing.ts';

export interface HeardResult {
  stored: number;
  duplicates: number;
  /** Not kept, because the writer objected to being listened to and did not speak to us. */
  withheld: number;
  newPersons: number;
  /** Public ids of what was stored now, in the order given. */
  publicIds: string[];
  /** The conversations where they were placed, beside their ids; null: later, or nowhere. */
  placedIn: (string | null)[];
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
    const asked = ['listen.sources', 'listen.classify'] as const;
    const { on, count } = await countingAmong(ctx, asked, { channel: account.channel });
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
    const kept = await withoutObjections(ctx, account, numbered);
    const { publicIds, rows } = await storeMessages(ctx, account, kept);
    await count(publicIds.length);
    await noteMentions(ctx, numbersIn(kept, asDate(ctx.clock.now())));
    const later = options.placeLater ?? false;
    await ctx.emit(rows.map((row) => messageHeard(row, { later, mayAsk: mayAsk(row) })));
    return {
      stored: kept.length,
      duplicates: utterances.length - numbered.length,
      withheld: numbered.length - kept.length,
      newPersons,
      publicIds,
      placedIn: rows.map((row) => row.placedIn),
    };
  });
}

function mayAsk({ direction, automatic, personId, text }: JustHeard): boolean {
  return direction === 'in' && !automatic && personId !== null && mayAskAboutOwnData(text);
}

/**
 * Reading along rests on legitimate interest, so an objection ends it: what that person says in public to others is
 * not kept. What they say to us is a question to answer, under the purpose service.
 */
async function withoutObjections(
  ctx: Context,
  account: ChannelAccount,
  numbered: readonly NumberedUtterance[],
): Promise<readonly NumberedUtterance[]> {
  if (account.audience !== 'public') return numbered;
  const overheard = numbered.filter((u) => u.direction === 'in' && u.understanding?.addressed === false);
  if (overheard.length === 0) return numbered;
  const heardOver = new Set(overheard);
  const persons = overheard.flatMap((u) => u.personId ?? []);
  const objecting = await thoseWithholding(ctx, persons, 'listen');
  return numbered.filter((u) => !(heardOver.has(u) && objecting.has(u.personId ?? '')));
}

/** The customer, order and invoice numbers that somebody named: they tell whose they may be. */
function numbersIn(kept: readonly NumberedUtterance[], receivedAt: Date): Mention[] {
  return kept.flatMap(({ direction, personId, messageId, understanding }) =>
    direction === 'in' && personId !== null
      ? (understanding?.references ?? []).map((one) => ({ ...one, personId, messageId, receivedAt }))
      : [],
  );
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
  const reader = readerOf(ctx);
  if (classify) await reader.refresh(ctx);
  const hints = { channel: account.channel };
  // What we say ourselves is nobody's wish: no head is asked about it.
  const readingOf = ({ text, direction }: Utterance): Reading =>
    direction === 'in' ? reader.read(text, hints) : { understanding: understand(text, hints), labels: [] };
  const numbered = fresh.map((u) => ({
    ...u,
    ...(classify ? readingOf(u) : { understanding: null, labels: [] }),
    messageId: numbers.get(u.externalId) ?? '',
    personId: who.get(u.externalId)?.personId ?? null,
    identityId: who.get(u.externalId)?.identityId ?? null,
    personName: who.get(u.externalId)?.name ?? null,
    isNewWriter: who.get(u.externalId)?.isNew ?? false,
    placedAt: u.sentAt ?? times.get(u.externalId) ?? received,
    timeKnown: u.sentAt !== null,
  }));
  return { numbered, newPersons };
}
