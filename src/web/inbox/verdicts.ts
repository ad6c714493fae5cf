import type { ThreadMessage } from '../../conversations/thread.ts';
import { inTreeOrder } from '../../listening/heads/classes.ts';
import { type Head, listHeads } from '../../listening/heads/head.ts';
import { type Verdict, verdictsOn } from '../../listening/learning/verdicts.ts';
import type { Context } from '../../platform/context.ts';
import type { Locale } from '../../platform/words.ts';
import { headName } from '../understanding/class-words.ts';
import { type ShownHead, standing } from './shown-head.ts';

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

/** What is read in every message, as the organisation calls it: first what stands on the message, then its own. */
export async function readHeads(
  ctx: Context,
  { locale, mayJudge }: { locale: Locale; mayJudge: boolean },
): Promise<ShownHead[]> {
  const heads = (await listHeads(ctx)).filter(answers).map((head) => ({
    key: head.key,
    name: headName(head, locale),
    kind: head.kind,
    classes: inTreeOrder(head.classes).map(({ own: { key, ...own } }) => ({
      key,
      name: own[locale],
      leads: head.classes.some(({ parent }) => parent === key),
    })),
    mayJudge,
  }));
  const placeOf = ({ key }: ShownHead) => {
    const at = (standing as readonly string[]).indexOf(key);
    return at < 0 ? standing.length : at;
  };
  return heads.toSorted((one, other) => placeOf(one) - placeOf(other));
}

function answers({ enabled, classes, kind }: Head): boolean {
  return enabled && classes.length >= (kind === 'single' ? 2 : 1);
}
