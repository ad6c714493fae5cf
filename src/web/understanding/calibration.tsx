import { useFormats, useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import { DataTwin } from '../ui/data-twin.tsx';
import { Table } from '../ui/table.tsx';
import type { HeadView } from './head-view.ts';
import { Plot } from './plot.tsx';

const ticks = [0, 0.25, 0.5, 0.75, 1];

/** Whether what Polder is sure of comes true. */
export function Calibration({ bins }: { bins: HeadView['calibration'] }) {
  const { calibration: words } = useWords().understanding;
  if (bins.length === 0) return null;
  return (
    <Card title={words.title}>
      <p className="mb-3 max-w-prose text-sm text-soft">{words.lead}</p>
      <DataTwin chart={<Picture bins={bins} />} table={<AsTable bins={bins} />} />
    </Card>
  );
}

type Bins = Readonly<{ bins: HeadView['calibration'] }>;

function Picture({ bins }: Bins) {
  const { calibration: words } = useWords().understanding;
  const { percent, number } = useFormats();
  const most = Math.max(...bins.map(({ n }) => n));
  const points = bins.map(({ confidence, right, n }) => ({
    x: confidence,
    y: right,
    size: 4 + 6 * Math.sqrt(n / most),
    title: `${words.confidence}: ${percent(confidence)}. ${words.right}: ${percent(right)}. ${words.n}: ${number(n)}`,
  }));
  return (
    <Plot
      spoken={words.spoken(bins.length)}
      xLabel={words.confidence}
      yLabel={words.right}
      points={points}
      from={0}
      to={1}
      ticks={ticks}
      writeTick={(share) => percent(share)}
      diagonal
    />
  );
}

function AsTable({ bins }: Bins) {
  const { calibration: words } = useWords().understanding;
  const { percent, number } = useFormats();
  return (
    <Table
      caption={words.caption}
      rows={bins}
      rowKey={(bin) => String(bin.confidence)}
      columns={[
        {
          key: 'confidence',
          label: words.confidence,
          heading: true,
          cell: (bin) => percent(bin.confidence, 1),
        },
        { key: 'right', label: words.right, figures: true, cell: (bin) => percent(bin.right, 1) },
        { key: 'n', label: words.n, figures: true, cell: (bin) => number(bin.n) },
      ]}
    />
  );
}
