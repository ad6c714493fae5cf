import { useFormats, useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import { DataTwin } from '../ui/data-twin.tsx';
import { Table } from '../ui/table.tsx';
import type { HeadView } from './head-view.ts';
import { Plot } from './plot.tsx';

/** How right every version was against how many corrections it had. */
export function LearningCurve({ curve }: { curve: HeadView['curve'] }) {
  const { curve: words } = useWords().understanding;
  if (curve.length === 0) return null;
  return (
    <Card title={words.title}>
      <p className="mb-3 max-w-prose text-sm text-soft">{curve.length > 1 ? words.lead : words.one}</p>
      <DataTwin chart={<Picture curve={curve} />} table={<AsTable curve={curve} />} />
    </Card>
  );
}

type Curve = Readonly<{ curve: HeadView['curve'] }>;

function Picture({ curve }: Curve) {
  const { curve: words } = useWords().understanding;
  const { percent, number } = useFormats();
  const most = Math.max(...curve.map(({ labels }) => labels));
  const points = curve.map(({ version, labels, value, low, high }) => ({
    x: labels,
    y: value,
    ...(low === null || high === null ? {} : { low, high }),
    title: `${words.version} ${version}: ${percent(value, 1)}, ${number(labels)} ${words.labels.toLowerCase()}`,
  }));
  return (
    <Plot
      spoken={words.spoken(curve.length)}
      xLabel={words.labels}
      yLabel={words.accuracy}
      points={points}
      from={0}
      to={most * 1.1}
      ticks={[0, Math.round(most / 2), most]}
      writeTick={(labels) => number(labels)}
      joined
    />
  );
}

function AsTable({ curve }: Curve) {
  const { curve: words } = useWords().understanding;
  const { percent, number } = useFormats();
  const { figure } = useWords().kit;
  return (
    <Table
      caption={words.caption}
      rows={curve}
      rowKey={(one) => one.version}
      columns={[
        { key: 'version', label: words.version, heading: true, cell: (one) => one.version },
        { key: 'labels', label: words.labels, figures: true, cell: (one) => number(one.labels) },
        {
          key: 'accuracy',
          label: words.accuracy,
          figures: true,
          cell: ({ value, low, high }) =>
            low === null || high === null
              ? percent(value, 1)
              : `${percent(value, 1)} (${figure.interval(percent(low), percent(high))})`,
        },
      ]}
    />
  );
}
