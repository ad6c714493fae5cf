import { intentOf } from './intent.ts';
import { keywordsIn } from './keywords.ts';
import { languageOf, languageWords } from './language.ts';
import { noticeCues, wordsFor } from './noticing.ts';
import { personalIn } from './personal.ts';
import { isAddressed, replyNeeded } from './reacting.ts';
import { referencesIn } from './references.ts';
import { relationIn } from './relation.ts';
import { judge, judgeAgain } from './sentiment.ts';
import { shapeOf } from './shape.ts';
import { tokenise } from './tokenising.ts';
import type { Hints, Understanding } from './understanding.ts';
import { urgencyOf } from './urgency.ts';

/**
 * Reads one message: language, sentiment, intent, urgency, whether it needs a reply, keywords, references,
 * personal data, and the words that made it so. Pure and synchronous; never throws, whatever the string.
 * Everything is an estimate by visible rules, to be corrected by people.
 */
export function understand(text: string, hints: Hints = {}): Understanding {
  const tokens = tokenise(text);
  const notices = noticeCues(tokens);
  const language = languageOf(tokens, hints);
  const references = tokens.hasDigit ? referencesIn(tokens.text) : [];
  const judged = judge(tokens, language, notices);
  const shape = shapeOf(tokens, notices, references.length > 0);
  const impression = { tokens, notices, shape, judged };
  const intent = intentOf(impression);
  const { sentiment } = judgeAgain(judged, intent);
  const reply = replyNeeded(impression, intent.intent);
  const urgency = urgencyOf(impression, intent.intent, reply.answerable);
  const personal =
    intent.intent === 'spam' ? [] : personalIn(tokens, references, wordsFor(tokens, notices, 'health'));
  return {
    language,
    sentiment,
    intent: intent.intent,
    urgency: urgency.urgency,
    answerable: reply.answerable || urgency.urgency >= 2,
    addressed: isAddressed(notices, shape, hints),
    keywords: keywordsIn(tokens, [...references, ...personal]),
    references,
    personal,
    because: [
      { head: 'language', words: languageWords(tokens, language) },
      { head: 'sentiment', words: judged.words },
      { head: 'intent', words: intent.words },
      { head: 'urgency', words: urgency.words },
      { head: 'answerable', words: reply.words },
    ],
    relation: relationIn(tokens, notices, { shape, sentiment }),
  };
}
