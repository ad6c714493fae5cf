import { type ReactNode, useEffect, useRef } from 'react';
import { type FetcherWithComponents, useFetcher } from 'react-router';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { CsrfField } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import type { ActAnswer } from './acting.ts';
import { Failed } from './failed.tsx';
import type { ShownMessage } from './opening.ts';
import type { ShownHead } from './shown-head.ts';
import { Ticking, Ticks } from './ticking.tsx';
import { useScripted } from './use-acts.ts';

interface JudgingProps {
  message: ShownMessage;
  head: ShownHead;
  /** What stands there now: keys of classes. */
  current: readonly string[];
  /** The same in words. */
  value: string;
}

/** Says in one click that something was understood rightly, or what it should be. Polder learns from both. */
export function Judging({ message, head, current, value }: JudgingProps) {
  const { judging: words } = useWords().understanding;
  const fetcher = useFetcher<ActAnswer>({ key: `judge:${message.publicId}:${head.key}` });
  const verdict = message.verdicts[head.key];
  const form = { fetcher, messageId: message.publicId, head: head.key };
  const busy = fetcher.state !== 'idle';
  return (
    <div className="judging">
      <Failed answer={fetcher.data} />
      <Said verdict={verdict} current={current} />
      {verdict?.by !== 'person' && (head.kind === 'several' || current.length > 0) && (
        <JudgeForm {...form} quiet>
          <input type="hidden" name="shown" value={current.join(',')} />
          <button
            type="submit"
            className="judging-right"
            disabled={busy}
            aria-label={words.rightOf(head.name, value)}
          >
            <Icon name="check" className="size-4" />
            {words.right}
          </button>
        </JudgeForm>
      )}
      {head.kind === 'several' ? (
        <Ticking messageId={message.publicId} head={head}>
          <JudgeForm {...form}>
            <Ticks head={head} current={current} busy={busy} />
          </JudgeForm>
        </Ticking>
      ) : (
        <Correcting doneBy={fetcher.data?.done ? fetcher.data : undefined} label={words.correctOf(head.name)}>
          <JudgeForm {...form} quiet>
            <Answers head={head} current={current} busy={busy} />
          </JudgeForm>
        </Correcting>
      )}
    </div>
  );
}

interface JudgeFormProps {
  fetcher: FetcherWithComponents<ActAnswer>;
  messageId: string;
  head: string;
  /** The page stays as it is, where script can. */
  quiet?: boolean;
  children: ReactNode;
}

function JudgeForm({ fetcher, messageId, head, quiet, children }: JudgeFormProps) {
  const scripted = useScripted();
  return (
    <fetcher.Form method="post" noValidate className="flex flex-wrap items-center gap-2">
      <CsrfField />
      <input type="hidden" name="act" value="judge" />
      <input type="hidden" name="message" value={messageId} />
      <input type="hidden" name="head" value={head} />
      {quiet && scripted && <input type="hidden" name="quiet" value="1" />}
      {children}
    </fetcher.Form>
  );
}

interface SaidProps {
  verdict: ShownMessage['verdicts'][string] | undefined;
  current: readonly string[];
}

/** Who said it last, or how sure the model is of what stands there. */
function Said({ verdict, current }: SaidProps) {
  const { understanding, heads } = useWords();
  const { judging: words } = understanding;
  const { percent } = useFormats();
  if (!verdict) return null;
  if (verdict.by !== 'person') {
    const { by, confidence, outOfScope } = verdict;
    if (by === 'model' && outOfScope) return <span className="text-xs text-soft">{heads.outOfScope}</span>;
    if (by === 'model' && verdict.labels.join() !== current.join()) return null;
    const sure = confidence === null ? heads.byRules : words.sure(percent(confidence));
    return <span className="text-xs text-soft">{by === 'alike' ? words.alike : sure}</span>;
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
  current: readonly string[];
  busy: boolean;
}

function Answers({ head, current, busy }: AnswersProps) {
  const { judging: words } = useWords().understanding;
  const others = head.classes.filter(({ key }) => !current.includes(key));
  if (others.length <= fewAnswers) {
    return others.map(({ key, name }) => (
      <Button key={key} size="small" name="label" value={key} disabled={busy}>
        {name}
      </Button>
    ));
  }
  return (
    <>
      <select name="label" aria-label={words.choose(head.name)} defaultValue="" className="judging-select">
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
