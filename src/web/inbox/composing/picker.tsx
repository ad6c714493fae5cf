import { type KeyboardEvent, type ReactNode, type RefObject, useId, useState } from 'react';

/** Something to choose by its name; `text` stands under it. */
export interface Pick {
  key: string;
  name: string;
  text?: string;
}

interface PickerProps<P extends Pick> {
  picks: readonly P[];
  words: { label: string; search: string; none: string };
  /** Opened by a key or its button; focus goes to the field. */
  tray: RefObject<HTMLDetailsElement | null>;
  onChoose: (pick: P) => void;
  onLeave: () => void;
  children?: ReactNode;
}

/** A field to find one thing by its name, and what fits under it: arrows walk, Enter chooses, Escape leaves. */
export function Picker<P extends Pick>({ picks, words, tray, onChoose, onLeave, children }: PickerProps<P>) {
  const id = useId();
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  const found = picks
    .filter(({ name }) => name.toLowerCase().includes(asked.trim().toLowerCase()))
    .slice(0, 8);
  const current = found[Math.min(at, found.length - 1)];
  const close = () => {
    if (tray.current) tray.current.open = false;
    setAsked('');
    setAt(0);
  };
  const choose = (pick: P) => {
    close();
    onChoose(pick);
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
        aria-activedescendant={current ? `${id}-${current.key}` : undefined}
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
        {found.map((pick) => (
          <div
            key={pick.key}
            id={`${id}-${pick.key}`}
            role="option"
            tabIndex={-1}
            aria-selected={pick === current}
            onPointerDown={(event) => {
              // The keys are those of the field above it, which keeps the focus.
              event.preventDefault();
              choose(pick);
            }}
          >
            <b className="font-medium">{pick.name}</b>
            {pick.text && <span className="line-clamp-1 text-sm text-soft">{pick.text}</span>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="px-2 py-1 text-sm text-soft">{words.none}</p>}
      {children}
    </div>
  );
}
