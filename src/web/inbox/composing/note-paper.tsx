import { useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ActForm } from '../act-form.tsx';
import type { ComposersProps } from '../composers.tsx';
import { Failed } from '../failed.tsx';
import { placed } from '../place.ts';
import { useDraft } from '../use-draft.ts';
import { Writing } from '../writing.tsx';
import { Calling, useCalling } from './calling.tsx';
import type { ComposerView } from './composer-view.ts';

interface NotePaperProps extends ComposersProps {
  composer: ComposerView;
  isTop: boolean;
}

/** The paper for colleagues. Nothing on it can leave. */
export function NotePaper({ opened, acts: { note }, composer, isTop, place, section }: NotePaperProps) {
  const words = useWords().composing;
  const { title, word, who, send } = words.modes.note;
  const { following } = useWords().notifying;
  const kept = composer.drafts.note;
  const names = callableOn(opened);
  const draft = useDraft({ id: opened.id, mode: 'note', kept, acting: note, section });
  const calling = useCalling(draft);
  return (
    <details name="composer" id="note" className="composer composer-note" open={isTop}>
      <summary>
        <Icon name="note" />
        <span id="note-label">{title()}</span>
        <span className="composer-mark">{word}</span>
      </summary>
      <p id="note-hint" className="mb-2 text-sm">
        {who} {following.hint}
      </p>
      {note.answer?.refused && <Failed answer={note.answer} />}
      <ActForm act="note" acting={note} hidden={{ mode: 'note' }}>
        <Writing
          labelledBy="note-label"
          answer={note.answer}
          draft={draft}
          first={kept?.text}
          limits={null}
          opens={names.length > 0 ? { key: '@', open: calling.open } : undefined}
        >
          <button type="submit" className="button-note" disabled={note.busy} data-send="">
            <Icon name="note" />
            {send}
          </button>
          <Calling names={names} calling={calling} address={placed.desk(opened.id, place)} />
          <Button tone="quiet" size="small" formAction={placed.desk(opened.id, place)} name="do" value="save">
            {words.saveDraft}
          </Button>
        </Writing>
      </ActForm>
    </details>
  );
}

/** Colleagues who work here, and every department. */
function callableOn({ colleagues, work }: ComposersProps['opened']): string[] {
  return [...colleagues.map(({ name }) => name), ...(work?.departments ?? []).map(({ label }) => label)];
}
