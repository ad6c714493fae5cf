import { type ReactNode, useState } from 'react';
import { useFormats, useWords } from '../layout/frame.tsx';
import { answerOf, wordsOf } from './answer.ts';
import { Judging } from './judging.tsx';
import { UrgencyMark } from './marks.tsx';
import type { ShownMessage } from './opening.ts';
import { classNameIn, isStanding, type ShownHead } from './shown-head.ts';
import { useJudged } from './ticking.tsx';
import { wordFor } from './word-for.ts';

interface UnderstoodProps {
  message: ShownMessage;
  heads: readonly ShownHead[];
}

/** What was understood, in one line; unfolded: every conclusion with the words that led to it. */
export function Understood({ message, heads }: UnderstoodProps) {
  const { understood } = useWords().inbox;
  const { unsure } = useWords().heads;
  // Loaded with a choice to make in it; whoever folds it later is left alone.
  const unfolded = useState(useJudged(message.publicId).head !== null)[0];
  if (!message.understanding) return <p className="mt-1.5 text-xs text-faint">{understood.none}</p>;
  const named = (key: string, label: string | null) =>
    label &&
    classNameIn(
      heads.find((head) => head.key === key),
      label,
    );
  const own = heads
    .filter(({ key }) => !isStanding(key))
    .flatMap((head) => {
      const { labels, doubts } = answerOf(message, head);
      return doubts ? [] : labels.map((label) => classNameIn(head, label));
    });
  const standing = (key: 'intent' | 'sentiment') => {
    const head = heads.find((one) => one.key === key);
    const name = named(key, message[key]);
    return name && head && answerOf(message, head).doubts ? `${name} (${unsure})` : name;
  };
  const summary = [standing('intent'), standing('sentiment'), ...own];
  return (
    <details className="mt-1.5" open={unfolded}>
      <summary className="inline-flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-soft">
        <span>{summary.filter(Boolean).join(' · ')}</span>
        <UrgencyMark urgency={message.urgency ?? 0} />
        <span className="link text-xs">{understood.why}</span>
      </summary>
      <Reasons message={message} heads={heads} />
    </details>
  );
}

function Reasons({ message, heads }: UnderstoodProps) {
  const { understood, languages } = useWords().inbox;
  const { language } = message;
  return (
    <dl className="why-list" aria-label={understood.title}>
      {language && (
        <Row term={understood.language}>
          <Because value={wordFor(languages, language)} words={wordsOf(message, 'language')} />
        </Row>
      )}
      {heads.map((head) => (
        <Conclusion key={head.key} message={message} head={head} />
      ))}
      <Findings message={message} />
    </dl>
  );
}

function Conclusion({ message, head }: { message: ShownMessage; head: ShownHead }) {
  const { heads: words } = useWords();
  const { list, number } = useFormats();
  const { labels, doubts, silent, because } = answerOf(message, head);
  if (silent) return null;
  const names = list(labels.map((label) => classNameIn(head, label)));
  const score = head.key === 'sentiment' && message.sentimentScore;
  const value = names || (message.verdicts[head.key] ? words.none : words.nothingFound);
  return (
    <Row term={head.name}>
      <div className="flex flex-wrap items-center gap-x-3">
        <span className="min-w-0">
          <Because
            value={`${value}${typeof score === 'number' ? ` (${number(score, 2)})` : ''}`}
            words={because}
          />
          {doubts && <span className="text-soft"> ({words.unsure})</span>}
        </span>
        {head.mayJudge && <Judging message={message} head={head} current={labels} value={value} />}
      </div>
    </Row>
  );
}

/** `words` null: they say nothing about this answer. */
function Because({ value, words }: { value: string; words: readonly string[] | null }) {
  const { understood } = useWords().inbox;
  return (
    <>
      {value}
      {words !== null && (
        <span className="text-soft">
          {' — '}
          {words.length > 0 ? words.map((word) => `“${word}”`).join(', ') : understood.absence}
        </span>
      )}
    </>
  );
}

function Findings({ message: { understanding } }: { message: ShownMessage }) {
  const { understood, kinds } = useWords().inbox;
  const { keywords = [], references = [], personal = [] } = understanding ?? {};
  const named = (found: readonly { kind: string; value: string }[]) =>
    found.map(({ kind, value }) => `${wordFor(kinds, kind)} ${value}`).join(', ');
  return (
    <>
      {keywords.length > 0 && <Row term={understood.keywords}>{keywords.join(', ')}</Row>}
      {references.length > 0 && <Row term={understood.references}>{named(references)}</Row>}
      {personal.length > 0 && <Row term={understood.personal}>{named(personal)}</Row>}
    </>
  );
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
