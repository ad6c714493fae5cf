import type { Classes } from '../../listening/heads/classes.ts';
import { type Locale, words } from '../../platform/words.ts';
import { namesOf } from '../understanding/class-words.ts';
import type { ClassNames } from './class-names.tsx';

/** What this organisation calls otherwise than Polder does, of the heads that stand in the list; `heads` by key. */
export function classNamesOf(heads: Readonly<Record<string, Classes>>, locale: Locale): ClassNames {
  const { intents, sentiments, urgencies } = words(locale).inbox;
  const own = (key: string, known: Readonly<Record<string, string>>) => {
    const head = heads[key];
    const names = Object.entries(head ? namesOf(head, locale) : {});
    return Object.fromEntries(names.filter(([label, name]) => known[label] !== name));
  };
  return {
    intent: own('intent', intents),
    sentiment: own('sentiment', sentiments),
    urgency: own('urgency', urgencies),
  };
}
