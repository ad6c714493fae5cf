import type { FormAnswer } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { Act } from '../../privacy/act.tsx';
import { Card } from '../../ui/card.tsx';
import { Select } from '../../ui/field.tsx';
import { type NoteView, saidOf } from './note-view.ts';
import { Tick } from './tick.tsx';

interface BeginningProps {
  notes: readonly NoteView[];
  steers: boolean;
  answer: FormAnswer | undefined;
}

/** The question that chooses where to begin, and what of the model does not exist here. */
export function Beginning({ notes, steers, answer }: BeginningProps) {
  const words = useWords().journeying.team;
  const said = saidOf(notes, 'intake', 'kit').choice;
  const choice = said === 'uncertain' || said === 'scattered' ? said : null;
  const absent = saidOf(notes, 'intake', 'absent');
  return (
    <Card title={words.intake}>
      {choice && (
        <>
          <p className="font-medium">{words.intakeChoices[choice]}</p>
          <p className="mb-3 max-w-prose text-soft">{words.intakeAdvice[choice]}</p>
        </>
      )}
      {steers && (
        <div className="grid items-start gap-3 print:hidden sm:grid-cols-2">
          <Act act="intake" label={words.intakeQuestion} answer={answer}>
            <Select
              name="choice"
              label={words.intakeQuestion}
              options={(['uncertain', 'scattered'] as const).map((value) => ({
                value,
                label: words.intakeChoices[value],
              }))}
              defaultValue={choice ?? 'uncertain'}
            />
          </Act>
          <Act act="absent" label={words.absent} answer={answer}>
            <div className="mb-4">
              <Tick name="community" label={words.noCommunity} ticked={absent.community === true} />
              <Tick name="consumers" label={words.noConsumers} ticked={absent.consumers === true} />
            </div>
          </Act>
        </div>
      )}
    </Card>
  );
}
