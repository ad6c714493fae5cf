import type { Kappa } from '../../insights/kappa.ts';
import type { Mean, Quality } from '../../insights/reporting/quality.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import { type Column, Table } from '../ui/table.tsx';

interface Row {
  key: string;
  name: string;
  mean: Mean;
  kappa: Kappa;
}

/** How good our answers were found, and how far those who looked agreed. */
export function Results({ quality }: { quality: Quality }) {
  const { results: words, criteria } = useWords().quality;
  const rows: Row[] = [
    ...quality.criteria.map(({ key, ...row }) => ({ key, name: criteria[key], ...row })),
    { key: 'all', name: words.all, mean: quality.all, kappa: quality.kappa },
  ];
  const columns: Column<Row>[] = [
    { key: 'name', label: words.criterion, heading: true, cell: ({ name }) => name },
    { key: 'mean', label: words.mean, figures: true, cell: ({ mean }) => <MeanCell mean={mean} /> },
    { key: 'kappa', label: words.kappa, figures: true, cell: ({ kappa }) => <KappaCell kappa={kappa} /> },
  ];
  return (
    <Card title={words.title}>
      <p className="text-sm text-soft">{words.lead}</p>
      <p className="mb-3 text-sm text-soft">{words.kappaWhy}</p>
      {quality.all.n === 0 ? (
        <p className="text-lg text-soft">{words.few(0)}</p>
      ) : (
        <>
          <Table caption={words.title} hideCaption rows={rows} rowKey={({ key }) => key} columns={columns} />
          <p className="mt-3 text-sm text-soft">{words.differing(quality.differing, quality.open)}</p>
        </>
      )}
    </Card>
  );
}

/** Fewer answers than this say nothing. */
export const leastAnswers = 10;

export function MeanCell({ mean: { value, low, high, n } }: { mean: Mean }) {
  const words = useWords().quality.results;
  const { number } = useFormats();
  if (value === null || n < leastAnswers) return <span className="text-sm text-faint">{words.few(n)}</span>;
  return (
    <span className="my-1 block">
      {number(value, 2)}
      <span className="block text-xs text-faint">
        {low !== null && high !== null && `${words.interval(number(low, 2), number(high, 2))}, `}
        {words.n(number(n))}
      </span>
    </span>
  );
}

function KappaCell({ kappa: { value, low, high, n, same } }: { kappa: Kappa }) {
  const words = useWords().quality.results;
  const { number, percent } = useFormats();
  if (n < leastAnswers) return <span className="text-sm text-faint">{words.few(n)}</span>;
  return (
    <span className="my-1 block">
      {value === null ? words.noKappa : number(value, 2)}
      <span className="block text-xs text-faint">
        {low !== null && high !== null && `${words.interval(number(low, 2), number(high, 2))}, `}
        {same !== null && `${words.same(percent(same))}, `}
        {words.n(number(n))}
      </span>
    </span>
  );
}
