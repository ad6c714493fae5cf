import type { KeyboardEvent, ReactNode } from 'react';
import { longestReply } from '../../conversations/conversation.ts';
import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Draft } from './use-draft.ts';

interface WritingProps {
  labelledBy: string;
  answer: FormAnswer | undefined;
  draft: Draft;
  /** What software prepared: it stands in the field from the start, also without script. */
  prepared?: string | null | undefined;
  /** The button, and what stands beside it. */
  children: ReactNode;
}

/** The field in which an answer or a note is written. Ctrl or Cmd with Enter sends, Escape goes back to reading. */
export function Writing({ labelledBy, answer, draft, prepared, children }: WritingProps) {
  const { composer } = useWords().inbox;
  const problem = answer?.problems?.text;
  const problemId = `${labelledBy}-problem`;
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') draft.leave();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.currentTarget.form?.requestSubmit();
    }
  };
  return (
    <>
      <textarea
        ref={draft.field}
        name="text"
        rows={3}
        aria-labelledby={labelledBy}
        aria-describedby={problem ? problemId : undefined}
        aria-invalid={problem ? true : undefined}
        aria-keyshortcuts="Control+Enter"
        title={composer.keys}
        defaultValue={answer?.given?.text ?? prepared ?? undefined}
        onKeyDown={onKeyDown}
        onInput={draft.write}
      />
      {problem && <Problem id={problemId} code={problem.code} />}
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
        {children}
        <Room length={draft.length} />
      </div>
    </>
  );
}

function Problem({ id, code }: { id: string; code: string }) {
  const { forms } = useWords();
  return (
    <p id={id} className="mt-1.5 flex items-start gap-1.5 text-sm font-medium text-clay">
      <Icon name="warning" className="mt-0.5 size-4" />
      {code === 'tooLong' ? forms.problems.tooLong(longestReply) : forms.problems.required}
    </p>
  );
}

/** Only when it begins to matter. */
function Room({ length }: { length: number }) {
  const { composer } = useWords().inbox;
  const left = longestReply - length;
  return (
    <span
      role="status"
      className={`figures ml-auto text-xs ${left < 0 ? 'font-medium text-clay' : 'text-soft'}`}
    >
      {left < 0 ? composer.over(-left) : left <= longestReply / 5 ? composer.left(left) : ''}
    </span>
  );
}
