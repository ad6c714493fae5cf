import type { RuleWords } from '../../../organisation/rules/publishing.ts';
import type { FormAnswer } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Textarea } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';

interface RuleFormProps {
  start: RuleWords;
  today: string;
  inAYear: string;
  answer: FormAnswer | undefined;
}

export function RuleForm({ start, today, inAYear, answer }: RuleFormProps) {
  const { houseRules: words, shell } = useWords();
  return (
    <Form answer={answer}>
      <input type="hidden" name="act" value="publish" />
      {(['nl', 'en'] as const).map((language) => (
        <fieldset key={language} className="mb-3 rounded-md border border-line px-4 pt-2">
          <legend className="px-1 font-medium">{shell.language[language]}</legend>
          <Field
            name={`${language}.title`}
            label={words.name}
            defaultValue={start[language].title}
            answer={answer}
            lang={language}
          />
          <Textarea
            name={`${language}.text`}
            label={words.text}
            hint={words.textHint}
            defaultValue={start[language].text}
            answer={answer}
            rows={12}
            lang={language}
          />
        </fieldset>
      ))}
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Field
          name="holdsFrom"
          type="date"
          label={words.holdsFrom}
          hint={words.holdsFromHint}
          defaultValue={today}
          min={today}
          answer={answer}
        />
        <Field
          name="reviewOn"
          type="date"
          label={words.reviewOn}
          hint={words.reviewHint}
          defaultValue={inAYear}
          min={today}
          answer={answer}
        />
      </div>
      <Button tone="primary">{words.publish}</Button>
    </Form>
  );
}
