import { Link } from 'react-router';
import type { Trial } from '../../conversations/routing/trying.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import { Table } from '../ui/table.tsx';
import type { Choices } from './choices.ts';
import { ReasonsSaid } from './conditions-said.tsx';

interface TrialViewProps {
  trial: Trial;
  choices: Choices;
}

/** What the rules would do with the last conversations. */
export function TrialView({ trial, choices }: TrialViewProps) {
  const words = useWords().routing.trial;
  const { number } = useFormats();
  return (
    <section id="trial" className="mt-6">
      <Card title={words.title}>
        <p className="mb-4 text-soft">{trial.tried === 0 ? words.none : words.lead(trial.tried)}</p>
        <div className="grid gap-6 md:grid-cols-2">
          <Table
            caption={words.queue}
            hideCaption
            rows={trial.queues}
            rowKey={(row) => row.name}
            columns={[
              { key: 'queue', label: words.queue, heading: true, cell: (row) => row.name },
              { key: 'now', label: words.now, figures: true, cell: (row) => number(row.now) },
              { key: 'later', label: words.later, figures: true, cell: (row) => number(row.later) },
            ]}
          />
          <Table
            caption={words.rule}
            hideCaption
            rows={trial.rules.map((row, at) => ({ ...row, at }))}
            rowKey={(row) => String(row.at)}
            columns={[
              { key: 'rule', label: words.rule, heading: true, cell: (row) => row.name ?? words.noRule },
              { key: 'takes', label: words.takes, figures: true, cell: (row) => number(row.takes) },
            ]}
          />
        </div>
        <h3 className="mt-6 mb-2 font-medium">{words.changes}</h3>
        {trial.changes.length === 0 ? (
          <p className="text-soft">{words.noChanges}</p>
        ) : (
          <Changes trial={trial} choices={choices} />
        )}
      </Card>
    </section>
  );
}

function Changes({ trial, choices }: TrialViewProps) {
  const words = useWords().routing.trial;
  const { list } = useWords().inbox;
  return (
    <Table
      caption={words.changes}
      hideCaption
      wide
      rows={trial.changes}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'conversation',
          label: words.conversation,
          heading: true,
          cell: (row) => (
            <span className="block max-w-md py-1">
              <Link to={urls.conversation(row.id)} className="link">
                {row.personName ?? list.unknown}
              </Link>
              <span className="block truncate text-sm font-normal text-soft">{row.preview}</span>
            </span>
          ),
        },
        { key: 'goes', label: words.goes, cell: (row) => words.fromTo(row.from, row.to) },
        {
          key: 'because',
          label: words.because,
          cell: (row) => (
            <span className="block py-1">
              {row.rule ?? words.noRule}
              {row.rule && (
                <span className="block text-sm text-soft">
                  <ReasonsSaid because={row.because} choices={choices} />
                </span>
              )}
            </span>
          ),
        },
      ]}
    />
  );
}
