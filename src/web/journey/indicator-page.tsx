import { Link } from 'react-router';
import { type Evidence, rowsBehind } from '../../insights/evidence.ts';
import { momentOf, readJourney } from '../../journey/journey.ts';
import { requires } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { fallbackTimeZone } from '../layout/time-zone.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { Pagination } from '../ui/pagination.tsx';
import type { Route } from './+types/indicator-page.ts';
import { asOfView } from './as-of.ts';
import { Until } from './date-choice.tsx';
import { figureView } from './figure-view.ts';
import { OneFigure } from './figures.tsx';
import { Rows } from './rows.tsx';
import { wordFor } from './writing.ts';

export async function loader({ params: { code }, context, url }: Route.LoaderArgs) {
  const { context: ctx, timeZone = fallbackTimeZone } = pageContext(context);
  requires(ctx.actor, 'journey.read');
  const at = url.searchParams.get('at');
  const journey = await readJourney(ctx, at ? await momentOf(ctx, at) : undefined);
  const measured = journey.indicators.find((one) => one.code === code);
  if (!measured) throw new Refusal('not-found.indicator', { code });
  const days = daysOf(url.searchParams.get('days')) ?? daysOf(String(measured.window)) ?? 28;
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const evidence = await rowsBehind(ctx, code, { asOf: asDate(journey.asOf), days, after: cursor });
  return {
    code,
    days,
    further: cursor !== undefined,
    asOf: asOfView(journey.asOf, timeZone),
    // Over another window than the figure's own, the rows are not those behind its value.
    figure: days === measured.window ? figureView(measured, journey.outcomes) : null,
    rows: evidence.rows.map(rowView),
    next: evidence.next ?? null,
  };
}

function daysOf(text: string | null): 28 | 91 | 182 | undefined {
  return ([28, 91, 182] as const).find((days) => String(days) === text);
}

function rowView({ at, ...row }: Evidence['rows'][number]) {
  return { ...row, at: at.toISOString() };
}

export type RowView = ReturnType<typeof rowView>;

export default function IndicatorPage({ loaderData }: Route.ComponentProps) {
  const { code, days, further, asOf, figure, rows, next } = loaderData;
  const { journey, measures } = useWords();
  const place = { at: asOf.place, days };
  return (
    <div className="max-w-5xl">
      <Link
        to={urls.journey(asOf.wholeDay ? asOf.day : undefined)}
        className="link inline-flex items-center gap-1 text-sm"
      >
        <Icon name="previous" className="size-4" />
        {journey.rows.back}
      </Link>
      <div className="mt-2">
        <PageHeader title={wordFor(measures.names, code)} aside={<Until asOf={asOf} />} />
      </div>
      <div className="grid items-start gap-5 md:grid-cols-[minmax(0,1fr)_20rem]">
        <p className="max-w-prose text-lg">{wordFor(measures.definitions, code)}</p>
        {figure && (
          <section>
            <h2 className="sr-only">{journey.rows.value}</h2>
            <OneFigure figure={figure} asOf={asOf} linked={false} />
          </section>
        )}
      </div>
      <h2 className="mt-8 mb-2 text-lg">{journey.rows.title}</h2>
      {rows.length === 0 ? (
        <EmptyState title={journey.rows.empty}>{journey.figures.window(days)}</EmptyState>
      ) : (
        <Rows code={code} rows={rows} />
      )}
      <Pagination
        next={next && urls.indicatorRows(code, { ...place, cursor: next })}
        first={further ? urls.indicatorRows(code, place) : null}
      />
      <p className="mt-3 text-sm text-faint">{journey.rows.lists}</p>
    </div>
  );
}
