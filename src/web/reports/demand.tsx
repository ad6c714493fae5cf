import { Link } from 'react-router';
import { parts } from '../../insights/reporting/demand.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { ReportView } from './report-view.ts';

/** The template of webcare with opening hours that widen in steps. */
const template = 'CX1';

/** What was asked while we were closed: the case for the next step of a pilot. */
export function Demand({ report }: { report: ReportView }) {
  const words = useWords().reporting.demand;
  const { number, percent } = useFormats();
  const { asked, all, waited, unanswered } = report.demand;
  if (asked === 0)
    return (
      <Card title={words.title}>
        <p className="text-soft">{words.none}</p>
      </Card>
    );
  const rows = (of: string) => urls.reportRows({ ...report.place, of });
  return (
    <Card title={words.title}>
      <ul className="max-w-prose space-y-1">
        <li>
          <Link to={rows('OUTSIDE')} className="link">
            {words.share(number(asked), number(all), percent(all === 0 ? 0 : asked / all))}
          </Link>
        </li>
        <li>
          <Link to={rows('OUTSIDE_WAITED')} className="link">
            {words.waited(number(waited.k ?? 0), percent(waited.value ?? 0))}
          </Link>
        </li>
        {unanswered.n > 0 && (
          <li>
            <Link to={rows('OUTSIDE_UNANSWERED')} className="link">
              {words.unanswered(number(unanswered.k ?? 0), number(unanswered.n))}
            </Link>
          </li>
        )}
      </ul>
      <div className="mt-4">
        <Parts report={report} />
      </div>
      <NextStep report={report} />
    </Card>
  );
}

type Part = { key: (typeof parts)[number] };

interface Share {
  k: number | null;
  n: number;
  low: number | null;
  high: number | null;
}

function Parts({ report: { demand } }: { report: ReportView }) {
  const { demand: words, groups } = useWords().reporting;
  const { number, percent } = useFormats();
  const share = ({ k, n, low, high }: Share) =>
    n === 0 || k === null ? (
      '–'
    ) : (
      <span className="my-1 block">
        {number(k)}
        <span className="block text-xs whitespace-nowrap text-faint">
          {groups.between(percent(low ?? 0), percent(high ?? 1))}
        </span>
      </span>
    );
  const columns: Column<Part>[] = [
    { key: 'part', label: words.columns.part, heading: true, cell: ({ key }) => words.parts[key] },
    {
      key: 'asked',
      label: words.columns.asked,
      figures: true,
      cell: ({ key }) => number(demand.parts[key].asked),
    },
    {
      key: 'waited',
      label: words.columns.waited,
      figures: true,
      cell: ({ key }) => share(demand.parts[key].waited),
    },
    {
      key: 'unanswered',
      label: words.columns.unanswered,
      figures: true,
      cell: ({ key }) => share(demand.parts[key].unanswered),
    },
  ];
  return (
    <Table
      caption={words.title}
      hideCaption
      wide
      rows={parts.map((key) => ({ key }))}
      rowKey={({ key }) => key}
      columns={columns}
    />
  );
}

function NextStep({ report: { demand, next } }: { report: ReportView }) {
  const { next: words, parts: partNames } = useWords().reporting.demand;
  const { most } = demand;
  if (!next || most === null) return null;
  const goal = words.goal(demand.asked, demand.waited.k ?? 0, partNames[most].toLowerCase());
  return (
    <div className="mt-5 border-t border-line pt-4">
      <h3 className="font-medium">{words.title}</h3>
      <p className="mt-1 mb-3 max-w-prose text-soft">{words[most]}</p>
      <Link
        to={next.pilot ? urls.pilot(next.pilot.id) : urls.newPilot({ template, goal })}
        className="link inline-flex items-center gap-1 font-medium"
      >
        {next.pilot ? words.running(next.pilot.title) : words.plan}
        <Icon name="next" className="size-4 shrink-0" />
      </Link>
    </div>
  );
}
