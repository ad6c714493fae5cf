import { longestName, longestWords, type Macro } from '../../conversations/macros/macro.ts';
import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Field, Select, Textarea } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { type ActionChoices, MacroActionFields } from './macro-actions.tsx';

interface MacroFormProps {
  /** Absent: a new one. */
  macro?: Macro;
  /** May make texts that others send in their own name. */
  mayShare: boolean;
  choices: ActionChoices;
  answer: FormAnswer | undefined;
}

export function MacroForm({ macro, mayShare, choices, answer }: MacroFormProps) {
  const words = useWords().answers.macros;
  const scopes = mayShare ? (['own', 'team', 'all'] as const) : (['own'] as const);
  return (
    <Form answer={answer}>
      <input type="hidden" name="act" value="keep" />
      {macro && <input type="hidden" name="version" value={macro.version} />}
      <div className="grid gap-x-5 md:grid-cols-2">
        <Field
          name="name"
          label={words.name}
          maxLength={longestName}
          defaultValue={macro?.name}
          answer={answer}
        />
        <Select
          name="scope"
          label={words.scope}
          defaultValue={macro?.scope ?? 'own'}
          options={scopes.map((value) => ({ value, label: words.scopes[value] }))}
          answer={answer}
        />
        <Textarea
          name="nl"
          label={words.nl}
          hint={words.places}
          maxLength={longestWords}
          defaultValue={macro?.words.nl}
          optional
          answer={answer}
        />
        <Textarea
          name="en"
          label={words.en}
          hint={words.placesEn}
          maxLength={longestWords}
          defaultValue={macro?.words.en}
          optional
          answer={answer}
        />
      </div>
      <MacroActionFields actions={macro?.actions ?? {}} choices={choices} />
      <Button tone="primary">{words.keep}</Button>
    </Form>
  );
}
