import { createContext, useContext } from 'react';
import { useWords } from '../layout/frame.tsx';
import { wordFor } from './word-for.ts';

export type NamedHead = 'intent' | 'sentiment' | 'urgency';

/** Only those that the organisation calls otherwise than Polder does; by head and key. */
export type ClassNames = Readonly<Record<NamedHead, Readonly<Record<string, string>>>>;

const Naming = createContext<ClassNames>({ intent: {}, sentiment: {}, urgency: {} });

/** For everything within: what classes are called here. */
export const ClassNaming = Naming.Provider;

/** One word for one thing: the organisation's own, else Polder's, else the key. */
export function useClassName(): (head: NamedHead, key: string | number) => string {
  const own = useContext(Naming);
  const { intents, sentiments, urgencies } = useWords().inbox;
  const known = { intent: intents, sentiment: sentiments, urgency: urgencies };
  return (head, key) => wordFor({ ...known[head], ...own[head] }, key);
}
