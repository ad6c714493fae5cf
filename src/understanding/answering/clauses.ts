import { noticeCues } from '../noticing.ts';
import { judge } from '../sentiment.ts';
import { tokenise } from '../tokenising.ts';
import { endsClause, type Tokens } from '../tokens.ts';
import type { Language, Sentiment } from '../understanding.ts';

/** Where one thing is praised and another is blamed. */
const turns = new Set(
  'maar echter alleen behalve hoewel terwijl helaas but however although though except while whereas'.split(
    ' ',
  ),
);

/** The clause in which these tokens stand, as text: up to punctuation, or a word that turns. */
export function clauseAround(tokens: Tokens, { first, last }: { first: number; last: number }): string {
  let from = first;
  while (from > 0 && !divides(tokens, from - 1)) from--;
  let to = last;
  while (to + 1 < tokens.count && !divides(tokens, to + 1)) to++;
  return tokens.text.slice(tokens.start[from], tokens.end[to]);
}

function divides(tokens: Tokens, at: number): boolean {
  return endsClause(tokens, at) || turns.has(tokens.lower.slice(tokens.start[at], tokens.end[at]));
}

/** How a clause sounds by itself. Cuts anew: tokens that were in use are gone afterwards. */
export function moodOfClause(clause: string, language: Language): Sentiment['label'] {
  const tokens = tokenise(clause);
  return judge(tokens, language, noticeCues(tokens)).sentiment.label;
}
