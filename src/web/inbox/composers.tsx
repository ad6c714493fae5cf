import { type RefObject, useState } from 'react';
import { leaves, type Mode } from '../../conversations/composing/mode.ts';
import { useWords } from '../layout/frame.tsx';
import { Icon } from '../ui/icon.tsx';
import { AnsweringClosed } from './composing/answering-closed.tsx';
import { ChangedBecause } from './composing/changed-because.tsx';
import { LeavingPaper } from './composing/leaving-paper.tsx';
import { NotePaper } from './composing/note-paper.tsx';
import { OnTheirWay } from './composing/on-their-way.tsx';
import { WritingHere } from './composing/writing-here.tsx';
import type { Opened } from './opening.ts';
import type { Place } from './place.ts';
import type { Acts } from './use-acts.ts';

export interface ComposersProps {
  opened: Opened;
  name: string;
  acts: Acts;
  place: Place;
  /** Where focus goes when the writing is done. */
  section: RefObject<HTMLElement | null>;
}

/**
 * Papers that cannot be taken for each other: another colour, another drawing, another name, another word on the
 * button. One is unfolded at a time, and only whoever writes unfolds another.
 */
export function Composers(props: ComposersProps) {
  const { conversation } = useWords().inbox;
  const { opened } = props;
  const [top] = useState<Mode>(() => topOf(props));
  const { composer } = opened;
  if (!composer)
    return <p className="talk-foot px-4 py-3 text-sm text-soft md:px-6">{conversation.readOnlyRole}</p>;
  const { modes, needs } = composer;
  const leaving = modes.filter(leaves);
  return (
    <div className="talk-foot">
      <OnTheirWay opened={opened} place={props.place} />
      <WritingHere opened={opened} place={props.place} />
      {opened.closed && <AnsweringClosed opensAt={opened.closed.opensAt} />}
      {opened.state !== 'done' && needs === null && <MayNotSend />}
      {opened.state !== 'done' &&
        needs !== null &&
        !opened.closed &&
        leaving.map((mode) => (
          <LeavingPaper key={mode} {...props} composer={composer} mode={mode} isTop={mode === top} />
        ))}
      <ChangedBecause opened={opened} place={props.place} />
      <NotePaper {...props} composer={composer} isTop={top === 'note'} />
    </div>
  );
}

/** The paper of the form that has to be shown again, else the one that lay on top. */
function topOf({ opened, acts }: ComposersProps): Mode {
  if (acts.note.answer?.given) return 'note';
  const again = acts.reply.answer?.given?.mode;
  return again === 'public' || again === 'private' ? again : (opened.composer?.mode ?? 'note');
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
