import { tokenise } from '../tokenising.ts';
import { kinds, type Tokens } from '../tokens.ts';

/** Every word that occurs in these texts, small letters. Numbers, links and names of accounts are no words. */
export function wordsIn(texts: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const text of texts) for (const word of wordsOf(tokenise(text))) words.add(word);
  return words;
}

/** Which share of the words in these texts is not among the known ones, 0–1; repeated words count each time. */
export function unfamiliar(known: ReadonlySet<string>, texts: Iterable<string>): number {
  let all = 0;
  let unknown = 0;
  for (const text of texts) {
    for (const word of wordsOf(tokenise(text))) {
      all++;
      if (!known.has(word)) unknown++;
    }
  }
  return all === 0 ? 0 : unknown / all;
}

function wordsOf(tokens: Tokens): string[] {
  const words: string[] = [];
  for (let at = 0; at < tokens.count; at++) {
    const kind = tokens.kind[at];
    if (kind !== kinds.word && kind !== kinds.hashtag) continue;
    words.push(
      tokens.lower.slice((tokens.start[at] ?? 0) + (kind === kinds.hashtag ? 1 : 0), tokens.end[at]),
    );
  }
  return words;
}
