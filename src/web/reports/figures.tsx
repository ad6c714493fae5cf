import { Link } from 'react-router';
import { least } from '../../insights/reporting/figures.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Figure } from '../ui/figure.tsx';
import type { FigureView, ReportView } from './report-view.ts';
import { QualityCard, Satisfaction } from './satisfaction.tsx';

/** How a figure of its unit is written. */
export function useWriter(unit: FigureView['unit']): (value: number) => string {
  const { percent, duration, number } = useFormats();
  if (unit === 'share') return (value) => percent(value);
  return unit === 'seconds' ? duration : (value) => number(value);
}

/** The same for a table, where a length of time must be short. */
export function useShortWriter(unit: FigureView['unit']): (value: number) => string {
  const write = useWriter(unit);
  const { short } = useWords().reporting;
  const { number } = useFormats();
  if (unit !== 'seconds') return write;
  return (seconds) => {
    if (seconds < 60) return short.seconds(number(seconds));
    if (seconds < 3600) return short.minutes(number(seconds / 60));
    if (seconds < 172_800) return short.hours(number(seconds / 3600, 1));
    return short.days(number(seconds / 86_400, 1));
  };
}

export function figureOf(report: ReportView, code: FigureView['code']): FigureView {
  const found = report.figures.find((figure) => figure.code === code);
  if (!found) throw new Error(`no figure ${code}`);
  return found;
}

/** The figures about answering, each with its interval, its n, the period before and the way to its rows. */
export function Answering({ report }: { report: ReportView }) {
  const { answering } = useWords().reporting;
  return (
    <section aria-labelledby="answering">
      <h2 id="answering" className="mb-3 text-lg">
        {answering}
      </h2>
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        <One report={report} code="RR" />
        <One report={report} code="FRT" />
        <One report={report} code="SL60" />
        <One report={report} code="NORM" />
        <One report={report} code="TTR" />
        <Satisfaction report={report} />
        <QualityCard report={report} />
      </div>
    </section>
  );
}

function One({ report, code }: { report: ReportView; code: FigureView['code'] }) {
  const { names, about, figure: words } = useWords().reporting;
  const figure = figureOf(report, code);
  const write = useWriter(figure.unit);
  const scale = Math.max(figure.value ?? 0, figure.high ?? 0, figure.before.high ?? 0);
  return (
    <Figure
      label={names[code]}
      value={figure.value}
      n={figure.n}
      least={least[figure.unit]}
      low={figure.low}
      high={figure.high}
      to={figure.unit === 'share' ? 1 : Math.max(1, scale * 1.15)}
      write={write}
      asOf={report.countedAt ?? ''}
      rows={urls.reportRows({ ...report.place, of: code })}
      {...(code === 'NORM' && figure.n === 0 && { why: words.noNorms })}
    >
      <p>{about[code]}</p>
      {figure.enough && <Beside report={report} code={code} />}
      <Before figure={figure} />
    </Figure>
  );
}

/** The ninth of ten, the clock on the wall, and what was addressed to us. */
function Beside({ report, code }: { report: ReportView; code: FigureView['code'] }) {
  const words = useWords().reporting.figure;
  const { percent, duration, number } = useFormats();
  const rows = (of: FigureView['code'], text: string) => (
    <p className="mt-1">
      <Link to={urls.reportRows({ ...report.place, of })} className="link">
        {text}
      </Link>
    </p>
  );
  if (code === 'RR') {
    const addressed = figureOf(report, 'RR_ADDRESSED');
    if (addressed.value === null) return null;
    return rows('RR_ADDRESSED', words.addressed(percent(addressed.value), number(addressed.n)));
  }
  if (code !== 'FRT' && code !== 'TTR') return null;
  const [tenth, clock, clockTenth] = [
    figureOf(report, `${code}_P90`).value,
    figureOf(report, `${code}_CLOCK`).value,
    figureOf(report, `${code}_CLOCK_P90`).value,
  ];
  return (
    <>
      {tenth !== null && rows(`${code}_P90`, words.p90(duration(tenth)))}
      {clock !== null &&
        clockTenth !== null &&
        rows(`${code}_CLOCK`, words.clock(duration(clock), duration(clockTenth)))}
    </>
  );
}

function Before({ figure }: { figure: FigureView }) {
  const words = useWords().reporting.figure;
  const { number } = useFormats();
  const write = useWriter(figure.unit);
  const { before, changed, enough, enoughBefore } = figure;
  if (before.value === null || !enoughBefore)
    return <p className="mt-2 text-faint">{words.noBefore(before.n)}</p>;
  return (
    <p className="mt-2">
      {words.before(write(before.value), number(before.n))} {enough && (changed ? words.changed : words.same)}
    </p>
  );
}
