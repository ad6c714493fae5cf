import type { ThreadMessage } from '../../conversations/thread.ts';
import { listHeads } from '../../listening/learning/heads.ts';
import { type Verdict, verdictsOn } from '../../listening/learning/verdicts.ts';
import type { Context } from '../../platform/context.ts';
import { type Locale, words } from '../../platform/words.ts';

export type Verdicts = Readonly<Record<string, Omit<Verdict, 'messageId' | 'head'>>>;

/** By message and head. Only customers' messages are understood. */
export async function readVerdicts(
  ctx: Context,
  messages: readonly ThreadMessage[],
): Promise<ReadonlyMap<string, Verdicts>> {
  const inbound = messages.flatMap(({ kind, publicId }) => (kind === 'in' ? [publicId] : []));
  const found = Map.groupBy(await verdictsOn(ctx, inbound), ({ messageId }) => messageId);
  return new Map(
    [...found].map(([id, all]) => [
      id,
      Object.fromEntries(all.map(({ messageId: _, head, ...verdict }) => [head, verdict])),
    ]),
  );
}

const judged = ['sentiment', 'intent', 'urgency', 'answerable'] as const;
export type JudgedHead = (typeof judged)[number];

export interface ShownHead {
  key: JudgedHead;
  classes: { key: string; name: string }[];
}

/** The questions of which the answer stands with a message, so that a colleague can say here what it should be. */
export async function readHeads(ctx: Context, locale: Locale): Promise<ShownHead[]> {
  const heads = (await listHeads(ctx)).filter(({ enabled, classes }) => enabled && classes.length > 1);
  return judged.flatMap((key) =>
    heads
      .filter((head) => head.key === key)
      .map(({ classes }) => ({
        key,
        classes: classes.map((one) => ({ key: one.key, name: inInbox(locale, key, one.key) ?? one[locale] })),
      })),
  );
}

/** As the inbox itself calls it, so that one page has one word for one thing. */
function inInbox(locale: Locale, head: string, label: string): string | undefined {
  const { intents, sentiments, urgencies, understood } = words(locale).inbox;
  const all: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    intent: intents,
    sentiment: sentiments,
    urgency: urgencies,
    answerable: { 1: understood.yes, 0: understood.no },
  };
  return all[head]?.[label];
}
