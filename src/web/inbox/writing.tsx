import type { KeyboardEvent, ReactNode } from 'react';
import { longestReply } from '../../conversations/conversation.ts';
import { type NetworkLimits, roomOn } from '../../listening/networks.ts';
import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Draft } from './use-draft.ts';

interface WritingProps {
  labelledBy: string;
  answer: FormAnswer | undefined;
  draft: Draft;
  /** What stands in the field from the start, also without script: kept, or prepared by software. */
  first: string | null | undefined;
  /** What the network takes; null for what stays inside. */
  limits: NetworkLimits | null;
  /** A key that opens a tray when it is pressed at the beginning of a word. */
  opens?: { key: '/' | '@'; open: () => void } | undefined;
  /** The button, and what stands beside it. */
  children: ReactNode;
}

/** The field in which an answer or a note is written. Ctrl or Cmd with Enter sends, Escape goes back to reading. */
export function Writing({ labelledBy, answer, draft, first, limits, opens, children }: WritingProps) {
  const { composing } = useWords();
  const problem = answer?.problems?.text;
  const problemId = `${labelledBy}-problem`;
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const area = event.currentTarget;
    if (event.key === 'Escape') draft.leave();
    if (event.key === opens?.key && /(^|\s)$/.test(area.value.slice(0, area.selectionStart))) {
      event.preventDefault();
      opens.open();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      area.form?.requestSubmit(area.form.querySelector<HTMLButtonElement>('[data-send]'));
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
        title={composing.keys}
        defaultValue={answer?.given?.text ?? first ?? undefined}
        onKeyDown={onKeyDown}
        onInput={draft.write}
      />
      {problem && <Problem id={problemId} code={problem.code} />}
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
        {children}
        <span className="ml-auto flex items-center gap-3">
          <SavedMark draft={draft} />
          <Room text={draft.text} limits={limits} />
        </span>
      </div>
      {draft.saved === 'other' && (
        <p role="alert" className="mt-1 text-sm font-medium text-clay">
          {composing.otherWindow}
        </p>
      )}
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

function SavedMark({ draft: { saved } }: { draft: Draft }) {
  const { composing } = useWords();
  const word = {
    no: '',
    other: '',
    saving: composing.saving,
    kept: composing.saved,
    lost: composing.notSaved,
  };
  return (
    <span role="status" className={`text-xs ${saved === 'lost' ? 'font-medium text-clay' : 'text-soft'}`}>
      {word[saved]}
    </span>
  );
}

/** Only when it begins to matter. */
function Room({ text, limits }: { text: string; limits: NetworkLimits | null }) {
  const { composing } = useWords();
  const own = limits && roomOn(limits, text);
  const left = own ?? longestReply - text.length;
  const longest = (own === null ? longestReply : limits?.longest) ?? longestReply;
  return (
    <span role="status" className={`figures text-xs ${left < 0 ? 'font-medium text-clay' : 'text-soft'}`}>
      {left < 0 ? composing.over(-left) : left <= longest / 5 ? composing.room(left) : ''}
    </span>
  );
}
