import { type RefObject, useEffect } from 'react';
import { Prepared } from '../assisting/prepared.tsx';
import { StandingFor } from '../assisting/standing-for.tsx';
import { useWords } from '../layout/frame.tsx';
import { DecisionFold } from '../organisation/deciding/decision-fold.tsx';
import { useWishAnswer, Wishes } from '../privacy/wishes.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { ActForm } from './act-form.tsx';
import { Changed } from './changed.tsx';
import { Failed } from './failed.tsx';
import type { Opened } from './opening.ts';
import { type Place, placed } from './place.ts';
import type { Acts } from './use-acts.ts';
import { useDraft } from './use-draft.ts';
import { Writing } from './writing.tsx';

interface ComposersProps {
  opened: Opened;
  name: string;
  acts: Acts;
  place: Place;
  /** Where focus goes when the writing is done. */
  section: RefObject<HTMLElement | null>;
}

/**
 * Two papers that cannot be taken for each other: another colour, another name, another word on the button. One is
 * unfolded at a time.
 */
export function Composers(props: ComposersProps) {
  const { conversation } = useWords().inbox;
  const { opened } = props;
  if (!opened.mayAnswer)
    return <p className="talk-foot px-4 py-3 text-sm text-soft md:px-6">{conversation.readOnlyRole}</p>;
  return (
    <div className="talk-foot">
      {opened.state !== 'done' && (opened.maySend ? <ReplyComposer {...props} /> : <MayNotSend />)}
      <NoteComposer {...props} />
    </div>
  );
}

function ReplyComposer({ opened, name, acts: { reply, note }, section, place }: ComposersProps) {
  const { composer } = useWords().inbox;
  const { drafting } = opened;
  const prepared = drafting?.draft ?? null;
  const draft = useDraft({ key: `${opened.id}.reply`, acting: reply, section, prepared });
  const wishAnswer = useWishAnswer(opened.wishes);
  const word = opened.canSend ? composer.send : composer.keep;
  return (
    <details name="composer" id="reply" className="composer composer-reply" open={!note.answer?.problems}>
      <summary>
        <Icon name="reply" />
        <span id="reply-label">{composer.replyTo(name)}</span>
      </summary>
      {!opened.canSend && <ReadOnly />}
      <DecisionFold tree={opened.tree} />
      <Wishes wishes={opened.wishes} />
      <Changed opened={opened} acting={reply} draft={draft} />
      {drafting && (
        <Prepared
          drafting={drafting}
          conversationId={opened.id}
          address={placed.draft(opened.id, place)}
          writing={draft}
        />
      )}
      <ActForm act="reply" acting={reply} hidden={{ version: opened.version, seen: opened.seen }}>
        {prepared?.text && prepared.marks.promises.length > 0 && <StandingFor />}
        <Writing
          labelledBy="reply-label"
          answer={reply.answer}
          draft={draft}
          prepared={prepared?.text ?? wishAnswer}
        >
          <Button tone="primary" icon={opened.canSend ? 'send' : 'check'} disabled={reply.busy}>
            {word}
          </Button>
          <span className="text-xs text-soft">
            {opened.audience === 'public' ? composer.replyPublic : composer.replyPrivate}
          </span>
        </Writing>
      </ActForm>
    </details>
  );
}

/** The mandate does not reach this channel or topic; a note can still be written. */
function MayNotSend() {
  return (
    <p className="flex items-start gap-2 px-4 py-3 text-sm text-soft md:px-6">
      <Icon name="lock" className="mt-0.5 size-4" />
      {useWords().mandates.mayNotSend}
    </p>
  );
}

function ReadOnly() {
  const { composer } = useWords().inbox;
  return (
    <p className="mb-2 flex items-start gap-2 rounded-md border border-edge bg-sunken px-3 py-1.5 text-sm">
      <Icon name="lock" className="mt-0.5 size-4 text-soft" />
      <span>
        <b className="font-medium">{composer.readOnly}</b> {composer.readOnlyWhy}
      </span>
    </p>
  );
}

function NoteComposer({ opened, acts: { note }, section }: ComposersProps) {
  const { composer } = useWords().inbox;
  const draft = useDraft({ key: `${opened.id}.note`, acting: note, section });
  const kept = note.answer?.done && note.answer;
  useEffect(() => {
    // The answer is what comes next; unfolding it folds the note, as they share a name.
    if (kept) section.current?.querySelector('#reply')?.setAttribute('open', '');
  }, [kept, section]);
  return (
    <details
      name="composer"
      id="note"
      className="composer composer-note"
      open={Boolean(note.answer?.problems)}
    >
      <summary>
        <Icon name="note" />
        <span id="note-label">{composer.note}</span>
      </summary>
      <p id="note-hint" className="mb-2 text-sm">
        {composer.noteHint}
      </p>
      {note.answer?.refused && <Failed answer={note.answer} />}
      <ActForm act="note" acting={note}>
        <Writing labelledBy="note-label" answer={note.answer} draft={draft}>
          <button type="submit" className="button-note" disabled={note.busy}>
            <Icon name="note" />
            {composer.keepNote}
          </button>
        </Writing>
      </ActForm>
    </details>
  );
}
