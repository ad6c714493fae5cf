import { Link } from 'react-router';
import type { Catalogue } from '../../../platform/words.ts';
import { urls } from '../../../urls.ts';
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

/** What each beginning opens first: learning, or the board of pilots. */
const kits = {
  uncertain: [
    { to: urls.training(), label: (words: Catalogue) => words.training.title },
    { to: urls.houseRules(), label: (words: Catalogue) => words.houseRules.title },
    { to: urls.pilotTemplate('CV1'), label: (words: Catalogue) => words.advice.names.CV1 },
  ],
  scattered: [
    { to: urls.pilots(), label: (words: Catalogue) => words.pilots.nav.board },
    { to: urls.integrationPlan(), label: (words: Catalogue) => words.pilots.nav.plan },
  ],
};

/** The question that chooses where to begin, and what of the model does not exist here. */
export function Beginning({ notes, steers, answer }: BeginningProps) {
  const catalogue = useWords();
  const words = catalogue.journeying.team;
  const said = saidOf(notes, 'intake', 'kit').choice;
  const choice = said === 'uncertain' || said === 'scattered' ? said : null;
  const absent = saidOf(notes, 'intake', 'absent');
  return (
    <Card title={words.intake}>
      {choice && (
        <>
          <p className="font-medium">{words.intakeChoices[choice]}</p>
          <p className="max-w-prose text-soft">{words.intakeAdvice[choice]}</p>
          <p className="mb-3 flex flex-wrap gap-x-4">
            {kits[choice].map(({ to, label }) => (
              <Link key={to} to={to} className="link">
                {label(catalogue)}
              </Link>
            ))}
          </p>
        </>
      )}
      {steers && (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-3 print:hidden sm:grid-cols-2">
          <Act act="intake" label={words.intakeQuestion} send={words.save} answer={answer}>
            <Select
              name="choice"
              label={words.intakeChoice}
              options={(['uncertain', 'scattered'] as const).map((value) => ({
                value,
                label: words.intakeChoices[value],
              }))}
              defaultValue={choice ?? 'uncertain'}
            />
          </Act>
          <Act act="absent" label={words.absent} send={words.save} answer={answer}>
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
