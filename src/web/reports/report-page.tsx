import { readReport } from '../../insights/reporting/report.ts';
import { noteLook } from '../../insights/using.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { noon } from '../layout/noon.ts';
import { PageHeader } from '../layout/page-header.tsx';
import { Age } from '../ui/age.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Route } from './+types/report-page.ts';
import { askedOf } from './asked.ts';
import { Choice } from './choice.tsx';
import { Colleagues } from './colleagues.tsx';
import { Demand } from './demand.tsx';
import { Answering } from './figures.tsx';
import { Groups } from './groups.tsx';
import { Reasons } from './reasons.tsx';
import { reportView } from './report-view.ts';
import { Volumes } from './volumes.tsx';
import { Week } from './week.tsx';

export async function loader({ context, url }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'journey.read');
  const report = await readReport(ctx, askedOf(url.searchParams));
  await noteLook(ctx, 'report');
  return { report: await reportView(ctx, report, locale) };
}

export default function ReportPage({ loaderData: { report } }: Route.ComponentProps) {
  const { reporting: words } = useWords();
  const { day } = useFormats();
  const { from, to } = report.place;
  const empty = report.figures.every(({ n, before }) => n === 0 && before.n === 0);
  return (
    <div className="max-w-6xl space-y-8">
      <div>
        <PageHeader
          title={words.title}
          lead={words.lead(day(noon(from)), day(noon(to)))}
          aside={
            report.countedAt && (
              <p className="text-sm text-faint">
                {words.counted} <Age at={report.countedAt} />
              </p>
            )
          }
        />
        <p className="-mt-3 mb-3 text-soft">{words.compared(report.days)}</p>
        <Choice report={report} />
      </div>
      {report.countedAt === null && <EmptyState title={words.never.title}>{words.never.text}</EmptyState>}
      {report.countedAt !== null && empty && (
        <EmptyState title={words.none.title}>{words.none.text}</EmptyState>
      )}
      {report.countedAt !== null && !empty && <Body report={report} />}
    </div>
  );
}

function Body({ report }: Pick<Route.ComponentProps['loaderData'], 'report'>) {
  return (
    <>
      <Answering report={report} />
      <Demand report={report} />
      <Week report={report} />
      <Groups report={report} />
      <Volumes report={report} />
      <Reasons report={report} />
      <Colleagues report={report} />
    </>
  );
}
