import type { CourseWords } from '../../../organisation/training/teaching.ts';
import { useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Textarea } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { CourseAnswer } from './course-posted.ts';

export interface CourseStart {
  words: CourseWords;
  questions: Readonly<Record<'nl' | 'en', string>>;
  pass: number;
  months: number;
  needed: boolean;
}

interface CourseFormProps {
  start: CourseStart;
  answer: CourseAnswer | undefined;
}

export function CourseForm({ start, answer }: CourseFormProps) {
  const { training: words, shell } = useWords();
  const needed = answer?.given ? 'needed' in answer.given : start.needed;
  return (
    <Form answer={answer}>
      {answer?.wrong && (
        <div className="mb-5">
          <Notice tone="attention" title={words.wrong[answer.wrong.what]}>
            {words.wrongAt(shell.language[answer.wrong.language], answer.wrong.line)}
          </Notice>
        </div>
      )}
      {(['nl', 'en'] as const).map((language) => (
        <fieldset key={language} className="mb-3 rounded-md border border-line px-4 pt-2">
          <legend className="px-1 font-medium">{shell.language[language]}</legend>
          <Field
            name={`${language}.title`}
            label={words.name}
            defaultValue={start.words[language].title}
            answer={answer}
            lang={language}
          />
          <Textarea
            name={`${language}.text`}
            label={words.text}
            defaultValue={start.words[language].text}
            answer={answer}
            rows={8}
            lang={language}
          />
          <Textarea
            name={`${language}.questions`}
            label={words.questions}
            hint={words.questionsHint}
            defaultValue={start.questions[language]}
            answer={answer}
            rows={8}
            lang={language}
          />
        </fieldset>
      ))}
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Field name="pass" label={words.pass} inputMode="numeric" defaultValue={start.pass} answer={answer} />
        <Field
          name="months"
          label={words.months}
          hint={words.monthsHint}
          inputMode="numeric"
          defaultValue={start.months}
          answer={answer}
        />
      </div>
      <label className="mb-5 flex min-h-8 items-center gap-2">
        <input type="checkbox" name="needed" defaultChecked={needed} className="size-4" />
        {words.isNeeded}
      </label>
      <Button tone="primary">{words.publish}</Button>
    </Form>
  );
}
