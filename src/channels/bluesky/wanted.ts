import { type Post, speaksTo } from './post.ts';

/** What is listened to on the stream of everything: what is said to us, by these accounts, or with these words. */
export interface Wanted {
  readonly us: string;
  readonly accounts: ReadonlySet<string>;
  readonly words: Words;
}

export interface Words {
  /** Stands one of them in this text, as a word? Capitals and accents make no difference. */
  in(text: string): boolean;
}

/** The words and phrases that are followed; `#` before one takes the tag only. */
export function wordsWanted(words: readonly string[]): Words {
  const plain = words.map(flat).filter((word) => word !== '');
  if (plain.length === 0) return { in: () => false };
  const any = plain.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s+'));
  const found = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${any.join('|')})(?![\\p{L}\\p{N}_])`, 'u');
  return { in: (text) => found.test(flat(text)) };
}

const flat = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()
    .trim();

export function isWanted(
  { us, accounts, words }: Wanted,
  { did, record }: { did: string; record: Post },
): boolean {
  return did === us || accounts.has(did) || speaksTo(record, us) || words.in(record.text);
}
