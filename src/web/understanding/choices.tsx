import { useFormats, useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Key } from './key.tsx';
import type { Labelling } from './labelling.ts';
import { choiceKeys } from './use-labelling-keys.ts';

interface ChoicesProps {
  labelling: Labelling;
  message: NonNullable<Labelling['message']>;
}

/** One answer: every class is a button that keeps it. Several: every class can be ticked, and one button keeps them. */
export function Choices({ labelling, message }: ChoicesProps) {
  const Choice = labelling.kind === 'several' ? Tick : Press;
  return (
    <>
      <Suggestion labelling={labelling} message={message} />
      <ul className="grid grid-cols-2 gap-2 md:grid-cols-3">
        {labelling.classes.map(({ key, name }, at) => (
          <li key={key}>
            <Choice
              field={`label.${key}`}
              name={name}
              shortcut={choiceKeys[at] ?? null}
              isSuggested={message.suggested.includes(key)}
            />
          </li>
        ))}
      </ul>
      {labelling.kind === 'several' && <Keep />}
    </>
  );
}

function Suggestion({ labelling, message }: ChoicesProps) {
  const { understanding, heads } = useWords();
  const { labelling: words } = understanding;
  const { percent, list } = useFormats();
  const { suggested, confidence, outOfScope } = message;
  if (outOfScope) return <p className="mb-3 text-soft">{words.suggestionRules(heads.outOfScope)}</p>;
  if (suggested.length === 0) return null;
  const names = suggested.map((key) => labelling.classes.find((one) => one.key === key)?.name ?? key);
  const named = list(names);
  return (
    <p className="mb-3 text-soft">
      {confidence === null ? words.suggestionRules(named) : words.suggestion(named, percent(confidence))}
    </p>
  );
}

interface ChoiceProps {
  field: string;
  name: string;
  shortcut: string | null;
  isSuggested: boolean;
}

const look =
  'flex min-h-12 w-full items-center gap-2.5 rounded-md border px-3 py-2 text-left font-medium hover:bg-sunken';

/** Pressing it says the class and keeps it, in one. */
function Press({ field, name, shortcut, isSuggested }: ChoiceProps) {
  return (
    <button
      type="submit"
      name={field}
      value="1"
      data-key={shortcut}
      data-suggested={isSuggested ? '' : undefined}
      aria-keyshortcuts={[shortcut, isSuggested && 'Enter'].filter(Boolean).join(' ')}
      className={`${look} ${isSuggested ? 'border-water bg-water-wash' : 'border-edge bg-surface'}`}
    >
      {shortcut && <Key>{shortcut}</Key>}
      <span className="min-w-0 break-words">{name}</span>
      {isSuggested && <Suggested />}
    </button>
  );
}

function Suggested() {
  const { labelling: words } = useWords().understanding;
  return (
    <span className="ml-auto flex items-center gap-1.5 text-water-strong">
      <Icon name="check" className="size-4" label={words.suggested} />
      <Key>Enter</Key>
    </span>
  );
}

function Tick({ field, name, shortcut, isSuggested }: ChoiceProps) {
  return (
    <label className={`${look} border-edge bg-surface has-checked:border-water has-checked:bg-water-wash`}>
      <input
        type="checkbox"
        name={field}
        value="1"
        data-key={shortcut}
        defaultChecked={isSuggested}
        className="size-5 accent-water"
      />
      {shortcut && <Key>{shortcut}</Key>}
      {name}
    </label>
  );
}

function Keep() {
  const { labelling: words } = useWords().understanding;
  return (
    <div className="mt-3">
      <Button tone="primary" icon="check" data-suggested="">
        {words.save} <Key>Enter</Key>
      </Button>
    </div>
  );
}
