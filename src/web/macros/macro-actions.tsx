import type { MacroActions } from '../../conversations/macros/macro.ts';
import { useWords } from '../layout/frame.tsx';
import { type Option, Select } from '../ui/field.tsx';

export interface ActionChoices {
  labels: Option[];
  substates: Option[];
  colleagues: Option[];
  queues: Option[];
}

interface MacroActionsProps {
  actions: MacroActions;
  choices: ActionChoices;
}

/** What comes along with a text when somebody uses it. */
export function MacroActionFields({ actions, choices }: MacroActionsProps) {
  const words = useWords().answers.macros;
  const none = { value: '', label: words.nothing };
  const people = [{ value: 'me', label: words.me }, ...choices.colleagues];
  const selects = [
    ['label', choices.labels],
    ['substate', choices.substates],
    ['assignee', people],
    ['queue', choices.queues],
  ] as const;
  return (
    <fieldset className="mb-4 rounded-md border border-line px-4 pt-2">
      <legend className="px-1 font-medium">{words.along}</legend>
      <p className="mb-3 text-sm text-soft">{words.alongHint}</p>
      <div className="grid gap-x-5 md:grid-cols-2">
        {selects
          .filter(([, options]) => options.length > 0)
          .map(([name, options]) => (
            <Select
              key={name}
              name={name}
              label={words.acts[name]}
              defaultValue={actions[name] ?? ''}
              options={[none, ...options]}
            />
          ))}
      </div>
      <label className="mb-4 flex min-h-row items-center gap-2">
        <input
          type="checkbox"
          name="close"
          value="1"
          defaultChecked={actions.close}
          className="size-5 accent-water"
        />
        {words.close}
      </label>
    </fieldset>
  );
}
