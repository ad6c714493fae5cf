import type { FormAnswer } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, Select, Textarea } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import type { SetupView } from './setup-view.ts';

interface AddingClassProps {
  view: SetupView;
  answer: FormAnswer | undefined;
}

export function AddingClass({ view, answer }: AddingClassProps) {
  const { adding: words } = useWords().heads;
  return (
    <Card title={view.isAspects ? words.aspect : words.title}>
      {view.isAspects && <p className="mb-4 text-soft">{words.aspectWhy}</p>}
      <Form answer={answer} key={view.classes.length}>
        <ClassFields view={view} answer={answer} />
        <Button tone="primary" name="act" value="add">
          {words.submit}
        </Button>
      </Form>
    </Card>
  );
}

interface ClassFieldsProps {
  view: Pick<SetupView, 'parents' | 'usesWords'>;
  answer: FormAnswer | undefined;
  /** What stands there now. */
  given?: { nl: string; en: string; parent: string; words: string };
}

/** The fields of a class, empty or as it stands. */
export function ClassFields({ view, answer, given }: ClassFieldsProps) {
  const { adding: words } = useWords().heads;
  return (
    <>
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Field name="nl" label={words.nl} answer={answer} maxLength={60} defaultValue={given?.nl} lang="nl" />
        <Field name="en" label={words.en} answer={answer} maxLength={60} defaultValue={given?.en} lang="en" />
      </div>
      {view.parents.length > 1 && (
        <Select
          name="parent"
          label={words.parent}
          options={view.parents}
          answer={answer}
          defaultValue={given?.parent ?? ''}
          optional
        />
      )}
      {view.usesWords && (
        <Textarea
          name="words"
          label={words.words}
          hint={words.wordsWhy}
          answer={answer}
          defaultValue={given?.words}
          optional
        />
      )}
    </>
  );
}
