import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { useFormats, useNow, useWords } from '../layout/frame.tsx';
import { noon } from '../layout/noon.ts';
import { DataTwin } from '../ui/data-twin.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { Download } from './download.tsx';
import { figureOf } from './figures.tsx';
import type { ReportView } from './report-view.ts';

const codes = ['MESSAGES', 'ASKED', 'ANSWERS', 'STARTED', 'CLOSED'] as const;

/** How much came and went. */
export function Volumes({ report }: { report: ReportView }) {
  const words = useWords().reporting;
  const { number } = useFormats();
  const { step, rows } = report.volumes;
  return (
    <section aria-labelledby="volumes">
      <h2 id="volumes" className="mb-3 text-lg">
        {words.volumes.title}
      </h2>
      <dl className="mb-4 flex flex-wrap gap-x-8 gap-y-3">
        {codes.map((code) => {
          const figure = figureOf(report, code);
          return (
            <div key={code}>
              <dt className="text-sm text-soft">{words.names[code]}</dt>
              <dd className="figures text-xl font-semibold">
                <Link to={urls.reportRows({ ...report.place, of: code })} className="link">
                  {number(figure.n)}
                </Link>
              </dd>
              <dd className="text-xs text-faint">
                {words.reasons.before}: <span className="figures">{number(figure.before.n)}</span>
              </dd>
            </div>
          );
        })}
      </dl>
      {rows.length > 0 && (
        <>
          <p className="mb-2 text-sm text-soft">{words.volumes.lead[step]}</p>
          <DataTwin chart={<Bars report={report} />} table={<Twin report={report} />} />
          <Download table="volumes" report={report} what={words.volumes.title} />
        </>
      )}
    </section>
  );
}

const [width, height] = [720, 120];

/** Questions as bars, answers as a stroke across each. */
function Bars({ report }: { report: ReportView }) {
  const words = useWords().reporting.volumes;
  const { rows } = report.volumes;
  const most = Math.max(1, ...rows.map(({ asked, answers }) => Math.max(asked, answers)));
  const each = width / rows.length;
  const tall = (n: number) => (n / most) * (height - 4);
  return (
    <figure>
      <svg
        role="img"
        aria-label={words.chart}
        viewBox={`0 0 ${width} ${height}`}
        className="block w-full max-w-3xl"
      >
        <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} className="stroke-edge" />
        {rows.map(({ day, asked, answers }, at) => (
          <g key={day}>
            <rect
              x={at * each + each * 0.15}
              y={height - tall(asked)}
              width={each * 0.7}
              height={tall(asked)}
              className="fill-wet"
            />
            <line
              x1={at * each + each * 0.05}
              x2={at * each + each * 0.95}
              y1={height - tall(answers)}
              y2={height - tall(answers)}
              strokeWidth="2.5"
              className="stroke-ink"
            />
          </g>
        ))}
      </svg>
      <figcaption className="mt-1 flex gap-5 text-sm text-soft">
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="inline-block size-3 bg-wet" /> {words.legend.asked}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span aria-hidden className="inline-block h-0.5 w-4 bg-ink" /> {words.legend.answers}
        </span>
      </figcaption>
    </figure>
  );
}

type Row = ReportView['volumes']['rows'][number];

function Twin({ report }: { report: ReportView }) {
  const { columns: names, title } = useWords().reporting.volumes;
  const { number, shortDay } = useFormats();
  const now = useNow();
  const count = (key: Exclude<keyof typeof names, 'day'>): Column<Row> => ({
    key,
    label: names[key],
    figures: true,
    cell: (row) => number(row[key]),
  });
  return (
    <Table
      caption={title}
      hideCaption
      wide
      rows={report.volumes.rows}
      rowKey={({ day }) => day}
      columns={[
        { key: 'day', label: names.day, heading: true, cell: ({ day }) => shortDay(noon(day), now) },
        ...(['messages', 'asked', 'answers', 'started', 'closed'] as const).map(count),
      ]}
    />
  );
}
