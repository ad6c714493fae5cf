import { Link } from 'react-router';
import { refusalWords } from '../../../locales/refusals.ts';
import type { RuledOf } from '../../conversations/ruling/runs.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import { Table } from '../ui/table.tsx';

export type ShownRun = Omit<RuledOf, 'at'> & { at: string };

/** What a rule did lately, and what did not work. */
export function RunsView({ runs }: { runs: readonly ShownRun[] }) {
  const words = useWords().ruling.runs;
  const { moment } = useFormats();
  return (
    <section className="mt-6">
      <Card title={words.title}>
        {runs.length === 0 ? (
          <p className="text-soft">{words.none}</p>
        ) : (
          <Table
            caption={words.did}
            hideCaption
            wide
            rows={runs}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'at',
                label: words.at,
                heading: true,
                cell: (row) => (
                  <Link to={urls.conversation(row.conversation)} className="link">
                    {moment(row.at)}
                  </Link>
                ),
              },
              { key: 'by', label: words.conversation, cell: (row) => words.by[row.by] },
              { key: 'did', label: words.did, cell: (row) => <Outcomes run={row} /> },
            ]}
          />
        )}
      </Card>
    </section>
  );
}

/** What became of each action; what was not allowed with the reason in words. */
export function Outcomes({ run: { acts, held } }: { run: Pick<ShownRun, 'acts' | 'held'> }) {
  const { ruling, refusals } = useWords();
  if (held) return <span className="text-clay">{ruling.held[held]}</span>;
  return (
    <>
      {acts.map(({ kind, outcome, code }, at) => (
        <span key={kind} className={outcome === 'refused' || outcome === 'failed' ? 'text-clay' : ''}>
          {at > 0 && ' · '}
          {ruling.kinds[kind]}
          {outcome !== 'done' && ` (${ruling.outcomes[outcome]}${code ? `: ${why(code)}` : ''})`}
        </span>
      ))}
    </>
  );

  function why(code: string): string {
    return refusalWords(refusals, code)?.title ?? code;
  }
}
