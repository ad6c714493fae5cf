import { Link } from 'react-router';
import type { Trial } from '../../conversations/ruling/trying.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import { Table } from '../ui/table.tsx';
import type { RuleChoices } from './choices.ts';
import { useActs, useReasons } from './said.tsx';

interface TrialViewProps {
  trial: Trial;
  choices: RuleChoices;
}

/** What rules would do with the last conversations. */
export function TrialView({ trial, choices }: TrialViewProps) {
  const words = useWords().ruling.trial;
  const { number } = useFormats();
  return (
    <section id="trial" className="mt-6">
      <Card title={words.title}>
        <p className="mb-4 text-soft">{trial.tried === 0 ? words.none : words.lead(trial.tried)}</p>
        <Table
          caption={words.rule}
          hideCaption
          rows={trial.rules}
          rowKey={({ key }) => key}
          columns={[
            { key: 'rule', label: words.rule, heading: true, cell: (row) => row.name },
            { key: 'holds', label: words.holds, figures: true, cell: (row) => number(row.holds) },
          ]}
        />
        <h3 className="mt-6 mb-2 font-medium">{words.shown}</h3>
        {trial.shown.length === 0 ? (
          <p className="text-soft">{words.nothing}</p>
        ) : (
          <Shown trial={trial} choices={choices} />
        )}
      </Card>
    </section>
  );
}

function Shown({ trial, choices }: TrialViewProps) {
  const { trial: words, here } = useWords().ruling;
  const { list } = useWords().inbox;
  const said = useActs(choices);
  const { reasons } = useReasons(choices);
  const nameOf = (key: string) => trial.rules.find((rule) => rule.key === key)?.name ?? here.unnamed;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {trial.shown.map(({ id, personName, preview, would }) => (
        <li key={id} className="grid gap-x-5 gap-y-1 py-2 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
          <div className="min-w-0">
            <Link to={urls.conversation(id)} className="link">
              {personName ?? list.unknown}
            </Link>
            <p className="truncate text-sm text-soft">{preview}</p>
          </div>
          <ul className="space-y-1">
            {would.map(({ rule, acts, because }) => (
              <li key={rule}>
                {nameOf(rule)}: {said(acts)}
                <span className="block text-sm text-soft">
                  {because.length === 0 ? words.always : reasons(because)}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
