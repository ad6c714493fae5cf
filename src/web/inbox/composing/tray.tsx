import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { Link } from 'react-router';
import { urls } from '../../../urls.ts';
import { useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useScripted } from '../use-acts.ts';
import type { MacroView } from './composer-view.ts';

interface TrayProps {
  macros: readonly MacroView[];
  /** Where the form with the text posts to, without script. */
  address: string;
  /** Opened by `/` or its button; focus goes to the search field. */
  tray: RefObject<HTMLDetailsElement | null>;
  /** With script: puts it in the field. */
  onChoose: (macro: MacroView) => void;
  onLeave: () => void;
}

/** Ready-made texts: a list to choose from without script, a field to find one by with it. */
export function Tray(props: TrayProps) {
  const words = useWords().answers.tray;
  const scripted = useScripted();
  if (!scripted) return <Plain {...props} />;
  return (
    <details ref={props.tray} className="tray">
      <summary>
        <Icon name="note" className="size-4" />
        {words.label}
      </summary>
      <Finder {...props} />
    </details>
  );
}

function Plain({ macros, address }: TrayProps) {
  const words = useWords().answers.tray;
  const id = useId();
  if (macros.length === 0)
    return (
      <Link to={urls.macros()} className="link text-sm">
        {words.manage}
      </Link>
    );
  return (
    <span className="inline-flex items-center gap-1.5">
      <label htmlFor={id} className="sr-only">
        {words.choose}
      </label>
      <select id={id} name="macro" className="judging-select max-w-44">
        {macros.map(({ publicId, name }) => (
          <option key={publicId} value={publicId}>
            {name}
          </option>
        ))}
      </select>
      <Button size="small" formAction={address} name="do" value="insert">
        {words.insert}
      </Button>
    </span>
  );
}

function Finder({ macros, onChoose, onLeave, tray }: TrayProps) {
  const words = useWords().answers.tray;
  const id = useId();
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  const found = macros
    .filter(({ name }) => name.toLowerCase().includes(asked.trim().toLowerCase()))
    .slice(0, 8);
  const current = found[Math.min(at, found.length - 1)];
  const close = () => {
    if (tray.current) tray.current.open = false;
    setAsked('');
    setAt(0);
  };
  const choose = (macro: MacroView) => {
    close();
    onChoose(macro);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt((before) => Math.min(before + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt((before) => Math.max(before - 1, 0));
    else if (event.key === 'Enter' && current) choose(current);
    else if (event.key === 'Escape') {
      close();
      onLeave();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="tray-panel">
      <input
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={current ? `${id}-${current.publicId}` : undefined}
        aria-label={words.search}
        placeholder={words.search}
        value={asked}
        onChange={(event) => {
          setAsked(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        className="mb-1 block h-8 w-full rounded-md border border-edge bg-surface px-2 text-ink"
      />
      <div id={`${id}-list`} role="listbox" aria-label={words.label}>
        {found.map((macro) => (
          <div
            key={macro.publicId}
            id={`${id}-${macro.publicId}`}
            role="option"
            tabIndex={-1}
            aria-selected={macro === current}
            onPointerDown={(event) => {
              // The keys are those of the field above it, which keeps the focus.
              event.preventDefault();
              choose(macro);
            }}
          >
            <b className="font-medium">{macro.name}</b>
            <span className="line-clamp-1 text-sm text-soft">{macro.text}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="px-2 py-1 text-sm text-soft">{words.none}</p>}
      <p className="mt-1 border-t border-line px-2 pt-1.5 text-sm">
        <Link to={urls.macros()} className="link">
          {words.manage}
        </Link>
      </p>
    </div>
  );
}
