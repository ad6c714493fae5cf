import { useEffect, useState } from 'react';
import { useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Opened } from '../opening.ts';
import { type Place, placed } from '../place.ts';
import { useScripted } from '../use-acts.ts';
import { ChangedWords } from './changed-words.tsx';
import type { PendingView } from './composer-view.ts';
import { Deciding } from './deciding.tsx';

/** Answers that did not leave yet: they can be taken back, or wait for a second pair of eyes. */
export function OnTheirWay({ opened, place }: { opened: Opened; place: Place }) {
  const { pending: words } = useWords().composing;
  const pending = opened.composer?.pending ?? [];
  if (pending.length === 0) return null;
  return (
    <section aria-label={words.label} className="border-b border-line px-4 py-3 md:px-6">
      <ul className="space-y-3">
        {pending.map((one) => (
          <li key={one.publicId}>
            <OnItsWay opened={opened} one={one} place={place} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OnItsWayProps {
  opened: Opened;
  one: PendingView;
  place: Place;
}

function OnItsWay({ opened, one, place }: OnItsWayProps) {
  const { composing } = useWords();
  const { pending: words, modes, needs } = composing;
  const { state, authorName, audience, text } = one;
  return (
    <article className="message on-its-way" data-kind="reply" data-audience={audience}>
      <p className="flex flex-wrap items-center gap-x-2 text-sm">
        <Icon name={audience === 'public' ? 'globe' : 'lock'} className="size-4" />
        <b className="font-semibold">
          {state === 'held' ? words.held(authorName) : words.waiting(authorName)}
        </b>
        <span className="text-xs text-soft">{modes[audience].word}</span>
      </p>
      <p className="message-text">{text}</p>
      {one.proposed !== null && (
        <details className="mt-1 text-sm">
          <summary className="text-soft">{words.mended}</summary>
          <ChangedWords before={one.proposed} after={text} />
        </details>
      )}
      {one.afterwards === 'done' && <p className="mt-1 text-xs text-soft">{words.closes}</p>}
      {state === 'waiting' && one.needs !== 'none' && (
        <p className="mt-1 text-xs text-soft">{needs[one.needs]}</p>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        {one.mayUndo && (
          <Form action={placed.desk(opened.id, place)}>
            <input type="hidden" name="reply" value={one.publicId} />
            <Button size="small" icon="reopen" name="do" value="undo">
              {state === 'held' ? words.undo : words.withdraw}
            </Button>
          </Form>
        )}
        {one.secondsLeft !== null && <Left seconds={one.secondsLeft} />}
      </div>
      {one.mayDecide && <Deciding opened={opened} one={one} place={place} />}
    </article>
  );
}

/** Counts down from when the page was made; the server alone decides when it leaves. */
function Left({ seconds }: { seconds: number }) {
  const { pending: words } = useWords().composing;
  const scripted = useScripted();
  const [left, setLeft] = useState(seconds);
  useEffect(() => setLeft(seconds), [seconds]);
  useEffect(() => {
    if (left <= 0) return;
    const timer = window.setTimeout(() => setLeft(left - 1), 1000);
    return () => window.clearTimeout(timer);
  }, [left]);
  if (!scripted) return null;
  return (
    <span className="figures text-xs text-soft" aria-hidden="true">
      {left > 0 ? words.left(Math.min(left, 10)) : words.going}
    </span>
  );
}
