import { Link } from 'react-router';
import { least } from '../../insights/reporting/figures.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { MeanCell } from '../quality/results.tsx';
import { Card } from '../ui/card.tsx';
import type { ReportView } from './report-view.ts';

/** What customers said. Nothing asked is nothing known; that is said, and no number made of it. */
export function Satisfaction({ report }: { report: ReportView }) {
  const words = useWords().reporting.satisfaction;
  const asked = report.content.filter((one) => one.asked > 0 || one.n > 0);
  return (
    <Card title={words.title}>
      {asked.length === 0 ? (
        <>
          <p className="text-lg text-soft">{words.unknown}</p>
          <p className="mt-1 text-sm text-soft">{words.text}</p>
        </>
      ) : (
        <dl className="space-y-4">
          {asked.map((one) => (
            <One key={one.kind} report={report} one={one} />
          ))}
        </dl>
      )}
      {report.place.channel && asked.length > 0 && (
        <p className="mt-3 text-sm text-faint">{words.perQueue}</p>
      )}
    </Card>
  );
}

function One({ report, one }: { report: ReportView; one: ReportView['content'][number] }) {
  const { satisfaction: words, figure } = useWords().reporting;
  const { figure: kit } = useWords().kit;
  const { percent, number } = useFormats();
  const { kind, value, n, low, high, asked, mean, before } = one;
  const enough = value !== null && n >= least.seconds;
  return (
    <div>
      <dt className="text-sm text-soft">{words[kind]}</dt>
      <dd className="figures text-xl font-semibold">
        {enough ? (
          <Link to={urls.reportRows({ ...report.place, of: kind.toUpperCase() })} className="link">
            {percent(value)}
          </Link>
        ) : (
          <span className="text-base font-normal text-soft">{kit.tooLittle(n)}</span>
        )}
      </dd>
      <dd className="text-sm text-soft">
        {enough && low !== null && high !== null && `${kit.interval(percent(low), percent(high))}. `}
        {enough && mean !== null && `${words.mean(number(mean, 1))} `}
        {words.asked(asked, n)}
      </dd>
      <dd className="text-sm text-faint">
        {before.value !== null && before.n >= least.seconds
          ? figure.before(percent(before.value), number(before.n))
          : figure.noBefore(before.n)}
      </dd>
    </div>
  );
}

/** What a sample of our answers was worth, as two colleagues found. */
export function QualityCard({ report: { quality } }: { report: ReportView }) {
  const { quality: words, satisfaction } = useWords().reporting;
  const { results } = useWords().quality;
  return (
    <Card title={words.title}>
      {quality.all.n === 0 ? (
        <>
          <p className="text-lg text-soft">{satisfaction.unknown}</p>
          <p className="mt-1 text-sm text-soft">{words.none}</p>
        </>
      ) : (
        <>
          <p className="text-sm text-soft">{words.scale}</p>
          <div className="figures text-xl font-semibold">
            <MeanCell mean={quality.all} />
          </div>
          <p className="mt-1 text-sm text-soft">{results.differing(quality.differing, quality.open)}</p>
        </>
      )}
      <p className="mt-3">
        <Link to={urls.quality()} className="link text-sm">
          {words.link}
        </Link>
      </p>
    </Card>
  );
}
