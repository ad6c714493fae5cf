import { listHeads } from '../../listening/heads/head.ts';
import type { Context } from '../../platform/context.ts';
import { type Locale, words } from '../../platform/words.ts';
import { namesOf } from '../understanding/class-words.ts';
import type { ClassNames } from './class-names.tsx';

/** What this organisation calls otherwise than Polder does, of the heads that stand in the list. */
export async function readClassNames(ctx: Context, locale: Locale): Promise<ClassNames> {
  const { intents, sentiments, urgencies } = words(locale).inbox;
  const heads = new Map((await listHeads(ctx)).map((head) => [head.key, head]));
  const own = (key: string, known: Readonly<Record<string, string>>) => {
    const head = heads.get(key);
    const names = Object.entries(head ? namesOf(head, locale) : {});
    return Object.fromEntries(names.filter(([label, name]) => known[label] !== name));
  };
  return {
    intent: own('intent', intents),
    sentiment: own('sentiment', sentiments),
    urgency: own('urgency', urgencies),
  };
}
