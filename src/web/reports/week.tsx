import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { DataTwin } from '../ui/data-twin.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { ReportView } from './report-view.ts';

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** When people ask, against when we are there. */
export function Week({ report }: { report: ReportView }) {
  const words = useWords().reporting.week;
  return (
    <section aria-labelledby="week">
      <h2 id="week" className="text-lg">
        {words.title}
      </h2>
      <p className="mb-3 text-sm text-soft">{words.lead}</p>
      <DataTwin chart={<Chart report={report} />} table={<Twin report={report} />} />
    </section>
  );
}

const [cellWidth, cellHeight, left, top] = [24, 22, 28, 18];

function Chart({ report: { week, open, demand } }: { report: ReportView }) {
  const words = useWords().reporting.week;
  const most = Math.max(1, ...week.map(({ asked }) => asked));
  const asked = new Map(week.map((cell) => [(cell.weekday - 1) * 24 + cell.hour, cell.asked]));
  return (
    <svg
      role="img"
      aria-label={words.chart(demand.all, demand.asked)}
      viewBox={`0 0 ${left + 24 * cellWidth + 2} ${top + 7 * cellHeight + 2}`}
      className="block w-full max-w-3xl"
    >
      {[0, 6, 12, 18].map((hour) => (
        <text key={hour} x={left + hour * cellWidth} y="12" className="fill-soft text-[11px]">
          {hour}
        </text>
      ))}
      {words.days.map((day, row) => (
        <text key={day} x="0" y={top + row * cellHeight + 15} className="fill-soft text-[11px]">
          {day}
        </text>
      ))}
      {words.days.flatMap((day, row) =>
        hours.map((hour) => {
          const at = row * 24 + hour;
          const share = (asked.get(at) ?? 0) / most;
          return (
            <rect
              key={`${day} ${hour}`}
              x={left + hour * cellWidth + 1}
              y={top + row * cellHeight + 1}
              width={cellWidth - 2}
              height={cellHeight - 2}
              rx="2"
              className={(open[at] ?? 0) > 0 ? 'fill-water stroke-ink' : 'fill-water stroke-line'}
              strokeWidth={(open[at] ?? 0) > 0 ? 1.5 : 0.5}
              fillOpacity={share === 0 ? 0 : 0.12 + 0.88 * Math.sqrt(share)}
            />
          );
        }),
      )}
    </svg>
  );
}

function Twin({ report: { week, open, place } }: { report: ReportView }) {
  const words = useWords().reporting.week;
  const cells = new Map(week.map((cell) => [`${cell.weekday}-${cell.hour}`, cell]));
  const columns: Column<{ hour: number }>[] = [
    {
      key: 'hour',
      label: words.hour,
      heading: true,
      figures: true,
      cell: ({ hour }) => `${hour}–${hour + 1}`,
    },
    ...words.dayNames.map((day, row) => ({
      key: day,
      label: day,
      figures: true,
      cell: ({ hour }: { hour: number }) => {
        const at = `${row + 1}-${hour}`;
        const cell = cells.get(at);
        return (
          <span className={(open[row * 24 + hour] ?? 0) > 0 ? 'font-semibold' : undefined}>
            {cell ? (
              <Link to={urls.reportRows({ ...place, of: 'ASKED', hour: at })} className="link">
                {cell.asked}
              </Link>
            ) : (
              0
            )}
            {(open[row * 24 + hour] ?? 0) > 0 && <span className="sr-only"> {words.open}</span>}
          </span>
        );
      },
    })),
  ];
  return (
    <Table
      caption={words.title}
      hideCaption
      wide
      rows={hours.map((hour) => ({ hour }))}
      rowKey={({ hour }) => String(hour)}
      columns={columns}
    />
  );
}
