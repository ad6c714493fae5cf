import { type RefObject, useId } from 'react';
import { Link } from 'react-router';
import { urls } from '../../../urls.ts';
import { useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useScripted } from '../use-acts.ts';
import type { MacroView } from './composer-view.ts';
import { Picker } from './picker.tsx';

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
      <Picker
        picks={props.macros.map((macro) => ({ ...macro, key: macro.publicId }))}
        words={words}
        tray={props.tray}
        onChoose={props.onChoose}
        onLeave={props.onLeave}
      >
        <p className="mt-1 border-t border-line px-2 pt-1.5 text-sm">
          <Link to={urls.macros()} className="link">
            {words.manage}
          </Link>
        </p>
      </Picker>
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
