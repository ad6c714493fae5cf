import { Link } from 'react-router';
import type { Opened } from '../inbox/opening.ts';
import { type Place, placed } from '../inbox/place.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Moment } from '../ui/age.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { HandlingForm } from './handling-form.tsx';
import type { HandlingView } from './handling-view.ts';

interface HandledProps {
  opened: Opened;
  handling: HandlingView;
  place: Place;
}

/** The labels that stand on it, each with the way to take it off. */
export function LabelLine({ opened, handling: { labels }, place }: HandledProps) {
  const words = useWords().handling.labels;
  if (labels.length === 0) return null;
  return (
    <ul className="mt-1.5 flex flex-wrap gap-1.5" aria-label={words.title}>
      {labels.map(({ publicId, path }) => (
        <li key={publicId}>
          <HandlingForm
            act="unlabel"
            id={opened.id}
            place={place}
            hidden={{ label: publicId }}
            className="inline-flex items-center rounded-full border border-edge bg-sunken pl-2.5 text-xs"
          >
            {path}
            <button
              type="submit"
              className="ml-1 grid size-6 place-items-center rounded-full text-soft hover:bg-line"
              aria-label={words.remove(path)}
              title={words.remove(path)}
            >
              <Icon name="cross" className="size-3" />
            </button>
          </HandlingForm>
        </li>
      ))}
    </ul>
  );
}

/** Where it goes on in private, or where it came from; each half leads to the other. */
export function Halves({ opened, handling: { halves }, place }: HandledProps) {
  const words = useWords().handling.private;
  const { moment } = useFormats();
  const { onward, from } = halves;
  if (!onward && !from) return null;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-2 text-sm">
      <Icon name={onward ? 'lock' : 'globe'} className="size-4 text-soft" />
      {from && <Half to={placed.conversation(from, place)} word={words.from} />}
      {onward?.conversation && (
        <Half to={placed.conversation(onward.conversation, place)} word={words.onward} />
      )}
      {onward && !onward.conversation && (
        <HandlingForm act="public" id={opened.id} place={place} className="flex flex-wrap items-center gap-2">
          {words.expected(moment(onward.at))}
          <Button size="small">{words.stay}</Button>
        </HandlingForm>
      )}
    </div>
  );
}

function Half({ to, word }: { to: string; word: string }) {
  return (
    <Link to={to} className="link">
      {word}
    </Link>
  );
}

/** The post under which this is said stands on top: without it nobody understands the first message. */
export function Parent({ handling: { parent }, place }: Pick<HandledProps, 'handling' | 'place'>) {
  const words = useWords().handling.parent;
  if (!parent) return null;
  return (
    <section
      aria-label={words.title}
      className="mb-3 rounded-lg border border-dashed border-edge bg-sunken px-3.5 py-2.5"
    >
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <b className="font-semibold">{parent.author ?? words.somebody}</b>
        <span className="text-xs text-soft">{parent.ours ? words.ours : words.theirs}</span>
        <span className="ml-auto text-xs text-faint">
          <Moment at={parent.at} />
        </span>
      </p>
      <p className="message-text">{parent.text}</p>
      {parent.conversation && <Half to={placed.conversation(parent.conversation, place)} word={words.open} />}
    </section>
  );
}

/** What was done with it, the newest first, and the way to take each back. */
export function Handled({ opened, handling: { acts }, place }: HandledProps) {
  const words = useWords().handling.history;
  if (acts.length === 0) return null;
  return (
    <details className="mt-1.5 text-sm">
      <summary className="inline-flex min-h-6 items-center gap-1 text-soft">
        {words.title(acts.length)}
        <Icon name="down" className="size-3.5" />
      </summary>
      <ul className="mt-1 max-h-40 space-y-1 overflow-y-auto">
        {acts.map((act) => (
          <Line key={act.publicId} act={act} id={opened.id} place={place} />
        ))}
      </ul>
    </details>
  );
}

interface LineProps {
  act: HandlingView['acts'][number];
  id: string;
  place: Place;
}

function Line({ act: { publicId, kind, at, by, undone, conversations, other }, id, place }: LineProps) {
  const words = useWords().handling.history;
  const { moment } = useFormats();
  const what = `${by ?? words.program} ${words[kind]} · ${moment(at)}`;
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className={undone ? 'text-soft line-through' : undefined}>{what}</span>
      {conversations > 1 && <span className="text-soft">{words.together(conversations)}</span>}
      {other && other !== id && (
        <Link to={placed.conversation(other, place)} className="link">
          {words.other}
        </Link>
      )}
      {undone ? (
        <span className="text-soft">{words.undone}</span>
      ) : (
        <HandlingForm act="undo" id={id} place={place} hidden={{ done: publicId }}>
          <Button size="small" tone="quiet" icon="reopen" aria-label={words.undoLabel(what)}>
            {words.undo}
          </Button>
        </HandlingForm>
      )}
    </li>
  );
}
