import type { ReactNode } from 'react';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Judging } from './judging.tsx';
import { UrgencyMark } from './marks.tsx';
import type { ShownMessage } from './opening.ts';
import type { ShownHead } from './verdicts.ts';
import { wordFor } from './word-for.ts';

interface UnderstoodProps {
  message: ShownMessage;
  heads: readonly ShownHead[];
}

/** What was understood, in one line; unfolded: every conclusion with the words that led to it. */
export function Understood({ message, heads }: UnderstoodProps) {
  const { understood, intents, sentiments } = useWords().inbox;
  const { intent, sentiment, urgency } = message;
  if (!message.understanding) return <p className="mt-1.5 text-xs text-faint">{understood.none}</p>;
  const summary = [intent && wordFor(intents, intent), sentiment && wordFor(sentiments, sentiment)];
  return (
    <details className="mt-1.5">
      <summary className="inline-flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-soft">
        <span>{summary.filter(Boolean).join(' · ')}</span>
        <UrgencyMark urgency={urgency ?? 0} />
        <span className="link text-xs">{understood.why}</span>
      </summary>
      <Reasons message={message} heads={heads} />
    </details>
  );
}

function Reasons({ message, heads }: UnderstoodProps) {
  const { understood, languages, sentiments, intents, urgencies } = useWords().inbox;
  const { number } = useFormats();
  const { language, sentiment, sentimentScore, intent, urgency, answerable } = message;
  return (
    <dl className="why-list" aria-label={understood.title}>
      <Conclusion
        message={message}
        heads={heads}
        head="language"
        value={language && wordFor(languages, language)}
      />
      <Conclusion
        message={message}
        heads={heads}
        head="sentiment"
        value={
          sentiment &&
          `${wordFor(sentiments, sentiment)}${sentimentScore === null ? '' : ` (${number(sentimentScore, 2)})`}`
        }
      />
      <Conclusion message={message} heads={heads} head="intent" value={intent && wordFor(intents, intent)} />
      <Conclusion
        message={message}
        heads={heads}
        head="urgency"
        value={urgency === null ? null : wordFor(urgencies, urgency)}
      />
      <Conclusion
        message={message}
        heads={heads}
        head="answerable"
        value={answerable === null ? null : answerable ? understood.yes : understood.no}
      />
      <Findings message={message} />
    </dl>
  );
}

type Head = 'language' | 'sentiment' | 'intent' | 'urgency' | 'answerable';

interface ConclusionProps extends UnderstoodProps {
  head: Head;
  value: string | null;
}

function Conclusion({ message, heads, head, value }: ConclusionProps) {
  const { understood } = useWords().inbox;
  const words = message.understanding?.because.find((reason) => reason.head === head)?.words ?? [];
  const judged = heads.find(({ key }) => key === head);
  if (value === null) return null;
  return (
    <Row term={understood[head]}>
      <div className="flex flex-wrap items-center gap-x-3">
        <span className="min-w-0">
          {value}
          {!isCorrected(message, head) && (
            <span className="text-soft">
              {' — '}
              {words.length > 0 ? words.map((word) => `“${word}”`).join(', ') : understood.absence}
            </span>
          )}
        </span>
        {judged && <Judging message={message} head={judged} value={value} />}
      </div>
    </Row>
  );
}

/** The words that led to an answer say nothing about the one that a colleague gave instead. */
function isCorrected({ verdicts }: ShownMessage, head: Head): boolean {
  const verdict = verdicts[head];
  return verdict?.by === 'alike' || (verdict?.by === 'person' && !verdict.confirms);
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
