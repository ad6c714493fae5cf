import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { AsOf } from './as-of.ts';
import type { CriterionView } from './criterion-view.ts';
import { Fold } from './fold.tsx';
import type { ShownJourney } from './journey-page.tsx';
import { Part } from './part.tsx';
import { StateBadge } from './state-badge.tsx';
import { whyWords } from './why.ts';
import { figureName, lowered } from './writing.ts';

const stages = [2, 3, 4, 5] as const;
const keys = ['experimental', 'operational', 'results', 'fully_engaged'] as const;

/** Every criterion of every stage, also of those far away: all steps are necessary. */
export function Criteria({ journey: { criteria, asOf } }: { journey: ShownJourney }) {
  const { journey: words } = useWords();
  const count = (state: CriterionView['state']) => criteria.filter((one) => one.state === state).length;
  return (
    <Fold
      title={words.criteria.title}
      gist={words.criteria.gist(count('met'), count('not_met'), count('unknown'))}
    >
      <StageTables criteria={criteria} asOf={asOf} />
    </Fold>
  );
}

export function StageTables({ criteria, asOf }: Pick<ShownJourney, 'criteria' | 'asOf'>) {
  const { journey: words } = useWords();
  return (
    <div className="space-y-8">
      {stages.map((stage, i) => (
        <section key={stage}>
          <h3 className="mb-1 text-base">
            {words.stage(stage)}: {words.stages[keys[i] ?? 'experimental']}
          </h3>
          <StageTable stage={stage} rows={criteria.filter((one) => one.stage === stage)} asOf={asOf} />
        </section>
      ))}
    </div>
  );
}

interface StageTableProps {
  stage: number;
  rows: readonly CriterionView[];
  asOf: AsOf;
}

function StageTable({ stage, rows, asOf }: StageTableProps) {
  const { journey } = useWords();
  return (
    <Table
      caption={`${journey.criteria.title}: ${journey.stage(stage)}`}
      hideCaption
      wide
      rows={rows}
      rowKey={(row) => row.id}
      columns={useColumns(asOf)}
    />
  );
}

function useColumns(asOf: AsOf): Column<CriterionView>[] {
  const words = useWords().journey.criteria;
  return [
    { key: 'point', label: words.point, heading: true, cell: (row) => <Point row={row} /> },
    { key: 'state', label: words.state, cell: (row) => <StateBadge state={row.state} /> },
    {
      key: 'value',
      label: words.value,
      cell: (row) => (
        <div className="my-2 min-w-48 space-y-1">
          {row.parts.map((part) => (
            <Part key={part.indicator} part={part} asOf={asOf} named={row.parts.length > 1} />
          ))}
        </div>
      ),
    },
    { key: 'why', label: words.why, cell: (row) => <Why row={row} /> },
  ];
}

function Point({ row }: { row: CriterionView }) {
  const { criteria } = useWords().journey;
  return (
    <span className="my-2 block min-w-44">
      <span className="figures mr-1.5 font-normal text-faint">{row.id}</span>
      <Link to={urls.criterion(row.id)} className="link">
        {row.name}
      </Link>
      <span className="block text-sm font-normal text-faint">
        {row.required ? criteria.required : criteria.supporting}, {criteria.basis[row.basis]}
      </span>
    </span>
  );
}

function Why({ row }: { row: CriterionView }) {
  const catalogue = useWords();
  const { why } = catalogue.journey;
  const measure = figureName(catalogue, row.parts[0]?.indicator ?? '');
  return (
    <span className="my-2 block min-w-52 text-sm text-soft">
      {row.substituted && `${why.absence[row.substituted]} ${why.substituted(lowered(measure))} `}
      {whyWords(catalogue, row.why)}
    </span>
  );
}
