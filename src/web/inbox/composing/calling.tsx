import { useId, useRef } from 'react';
import { useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { useScripted } from '../use-acts.ts';
import type { Draft } from '../use-draft.ts';
import { Picker } from './picker.tsx';

/** The tray of whom a note can call: `open` by `@` at the beginning of a word. */
export function useCalling(draft: Draft) {
  const ref = useRef<HTMLDetailsElement | null>(null);
  return {
    ref,
    open: () => {
      if (!ref.current) return;
      ref.current.open = true;
      ref.current.querySelector('input')?.focus();
    },
    call: (name: string) => draft.insert(`@${name} `),
    /** The sign was typed for something else. */
    leave: () => draft.insert('@'),
  };
}

interface CallingProps {
  names: readonly string[];
  calling: ReturnType<typeof useCalling>;
  /** Where the form with the note posts to, without script. */
  address: string;
}

/** Colleagues and departments that can be called: a list to choose from without script, a field to find one by with it. */
export function Calling({ names, calling, address }: CallingProps) {
  const { call: words } = useWords().notifying;
  const scripted = useScripted();
  if (names.length === 0) return null;
  if (!scripted) return <Plain names={names} address={address} />;
  return (
    <details ref={calling.ref} className="tray">
      <summary>
        <span aria-hidden="true">@</span>
        {words.label}
      </summary>
      <Picker
        picks={names.map((name, n) => ({ key: String(n), name }))}
        words={words}
        tray={calling.ref}
        onChoose={({ name }) => calling.call(name)}
        onLeave={calling.leave}
      />
    </details>
  );
}

function Plain({ names, address }: Pick<CallingProps, 'names' | 'address'>) {
  const { call: words } = useWords().notifying;
  const id = useId();
  return (
    <span className="inline-flex items-center gap-1.5">
      <label htmlFor={id} className="sr-only">
        {words.label}
      </label>
      <select id={id} name="call" className="judging-select max-w-44">
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <Button size="small" formAction={address} name="do" value="call">
        {words.submit}
      </Button>
    </span>
  );
}
