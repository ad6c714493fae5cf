import { type ReactNode, useEffect, useRef } from 'react';
import { type FetcherWithComponents, useFetcher } from 'react-router';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { CsrfField } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import type { ActAnswer } from './acting.ts';
import { Failed } from './failed.tsx';
import type { ShownMessage } from './opening.ts';
import { useScripted } from './use-acts.ts';
import type { JudgedHead, ShownHead } from './verdicts.ts';

interface JudgingProps {
  message: ShownMessage;
  head: ShownHead;
  /** What stands there now, in words. */
  value: string;
}

/** Says in one click that something was understood rightly, or what it should be. Polder learns from both. */
export function Judging({ message, head, value }: JudgingProps) {
  const { understanding, inbox } = useWords();
  const { judging: words } = understanding;
  const fetcher = useFetcher<ActAnswer>({ key: `judge:${message.publicId}:${head.key}` });
  const verdict = message.verdicts[head.key];
  const term = inbox.understood[head.key];
  const current = currentOf(message, head.key);
  const form = { fetcher, messageId: message.publicId, head: head.key };
  const busy = fetcher.state !== 'idle';
  return (
    <div className="judging">
      <Failed answer={fetcher.data} />
      <Said verdict={verdict} current={current} />
      {verdict?.by !== 'person' && (
        <JudgeForm {...form}>
          <button
            type="submit"
            className="judging-right"
            disabled={busy}
            aria-label={words.rightOf(term, value)}
          >
            <Icon name="check" className="size-4" />
            {words.right}
          </button>
        </JudgeForm>
      )}
      <Correcting doneBy={fetcher.data?.done ? fetcher.data : undefined} label={words.correctOf(term)}>
        <JudgeForm {...form}>
          <Answers head={head} current={current} busy={busy} term={term} />
        </JudgeForm>
      </Correcting>
    </div>
  );
}

/** What stands on the message, as the key of a class. */
function currentOf(message: ShownMessage, head: JudgedHead): string | null {
  if (head === 'answerable') return message.answerable === null ? null : message.answerable ? '1' : '0';
  const value = message[head];
  return value === null ? null : String(value);
}

interface JudgeFormProps {
  fetcher: FetcherWithComponents<ActAnswer>;
  messageId: string;
  head: string;
  children: ReactNode;
}

function JudgeForm({ fetcher, messageId, head, children }: JudgeFormProps) {
  const scripted = useScripted();
  return (
    <fetcher.Form method="post" noValidate className="flex flex-wrap items-center gap-2">
      <CsrfField />
      <input type="hidden" name="act" value="judge" />
      <input type="hidden" name="message" value={messageId} />
      <input type="hidden" name="head" value={head} />
      {scripted && <input type="hidden" name="quiet" value="1" />}
      {children}
    </fetcher.Form>
  );
}

interface SaidProps {
  verdict: ShownMessage['verdicts'][string] | undefined;
  current: string | null;
}

/** Who said it last, or how sure the model is of what stands there. */
function Said({ verdict, current }: SaidProps) {
  const { judging: words } = useWords().understanding;
  const { percent } = useFormats();
  if (!verdict || (verdict.by === 'model' && verdict.labels[0] !== current)) return null;
  if (verdict.by !== 'person') {
    return (
      <span className="text-xs text-soft">
        {verdict.by === 'alike' ? words.alike : words.sure(percent(verdict.confidence))}
      </span>
    );
  }
  const { confirms, colleague } = verdict;
  const mine = confirms ? words.confirmedByYou : words.correctedByYou;
  const theirs = confirms ? words.confirmedBy : words.correctedBy;
  return (
    <span role="status" className="inline-flex items-center gap-1 text-xs font-medium text-water-strong">
      <Icon name="check" className="size-4" />
      {colleague === null || colleague.isMe ? mine : theirs(colleague.name)}
    </span>
  );
}

interface CorrectingProps {
  label: string;
  /** The answer of an act that was done: it then folds. */
  doneBy: unknown;
  children: ReactNode;
}

function Correcting({ label, doneBy, children }: CorrectingProps) {
  const { judging: words } = useWords().understanding;
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const details = box.current;
    if (!doneBy || !details) return;
    const focused = document.activeElement;
    // Also when the button that was pressed is gone: who works by keyboard goes on from here.
    if (focused === document.body || details.contains(focused)) details.querySelector('summary')?.focus();
    details.open = false;
  }, [doneBy]);
  return (
    <details ref={box}>
      <summary className="link text-xs" aria-label={label}>
        {words.correct}
      </summary>
      {children}
    </details>
  );
}

/** So few that each can have a button: then one click says it. */
const fewAnswers = 4;

interface AnswersProps {
  head: ShownHead;
  current: string | null;
  busy: boolean;
  term: string;
}

function Answers({ head, current, busy, term }: AnswersProps) {
  const { judging: words } = useWords().understanding;
  const others = head.classes.filter(({ key }) => key !== current);
  if (others.length <= fewAnswers) {
    return others.map(({ key, name }) => (
      <Button key={key} size="small" name="label" value={key} disabled={busy}>
        {name}
      </Button>
    ));
  }
  return (
    <>
      <select name="label" aria-label={words.choose(term)} defaultValue="" className="judging-select">
        <option value="">{words.pick}</option>
        {others.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
      <Button size="small" disabled={busy}>
        {words.save}
      </Button>
    </>
  );
}
