import { useWords } from '../layout/frame.tsx';

/** What is said about a kind of channel where an account of it is connected. */
export interface KindWords {
  readonly name: string;
  readonly lead: string;
  /** What to do at the network itself, in order. */
  readonly steps: Readonly<Record<string, string>>;
  readonly groups?: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, FieldWords>>;
  /** Where a test message is another thing than a mail to oneself. */
  readonly test?: { readonly lead: string; readonly to?: string };
}

interface FieldWords {
  readonly label: string;
  readonly hint?: string;
  readonly choices?: Readonly<Record<string, string>>;
}

export function useKindWords(kind: string): KindWords {
  const all: Readonly<Record<string, KindWords>> = useWords().channelKinds;
  const words = all[kind];
  if (!words) throw new Error(`no words for the kind of channel ${kind}`);
  return words;
}
