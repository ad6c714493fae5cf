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

/** What the rules answer in the words of the heads that learn. */
export type Answers = Pick<Understanding, 'sentiment' | 'intent' | 'urgency' | 'answerable'>;

/**
 * Reads one message: language, sentiment, intent, urgency, whether it needs a reply, keywords, references,
 * personal data, and the words that made it so. Pure and synchronous; never throws, whatever the string.
 * Everything is an estimate by visible rules, to be corrected by people.
 */
export function understand(text: string, hints: Hints = {}): Understanding {
  const read = weigh(text, hints);
  const { tokens, notices, shape, judged, intent, reply, urgency, references } = read;
  const personal =
    intent.intent === 'spam' ? [] : personalIn(tokens, references, wordsFor(tokens, notices, 'health'));
  const answers = answersOf(read);
  return {
    language: read.language,
    ...answers,
    addressed: isAddressed(notices, shape, hints),
    keywords: keywordsIn(tokens, [...references, ...personal]),
    references,
    personal,
    because: [
      { head: 'language', words: languageWords(tokens, read.language) },
      { head: 'sentiment', words: judged.words },
      { head: 'intent', words: intent.words },
      { head: 'urgency', words: urgency.words },
      { head: 'answerable', words: reply.words },
    ],
    relation: relationIn(tokens, notices, { shape, sentiment: answers.sentiment }),
  };
}

/** The answers of `understand` and nothing else, in half the time: training reads whole streams by them. */
export function answersTo(text: string, hints: Hints = {}): Answers {
  return answersOf(weigh(text, hints));
}

function weigh(text: string, hints: Hints) {
  const tokens = tokenise(text);
  const notices = noticeCues(tokens);
  const language = languageOf(tokens, hints);
  const references = tokens.hasDigit ? referencesIn(tokens.text) : [];
  const judged = judge(tokens, language, notices);
  const shape = shapeOf(tokens, notices, references.length > 0);
  const impression = { tokens, notices, shape, judged };
  const intent = intentOf(impression);
  // Before the rest: what is wanted colours the mood, and that tells whether a reply is waited for.
  const { sentiment } = judgeAgain(judged, intent);
  const reply = replyNeeded(impression, intent.intent);
  const urgency = urgencyOf(impression, intent.intent, reply.answerable);
  return { ...impression, language, references, intent, sentiment, reply, urgency };
}

function answersOf({ sentiment, intent, urgency, reply }: ReturnType<typeof weigh>): Answers {
  return {
    sentiment,
    intent: intent.intent,
    urgency: urgency.urgency,
    answerable: reply.answerable || urgency.urgency >= 2,
  };
}
