import { getCalendar, timelineOf } from '../../../organisation/opening/calendar-overview.ts';
import { keepHours } from '../../../organisation/opening/planning.ts';
import { mondayOf, weekFrom } from '../../../organisation/opening/week.ts';
import { writeHours } from '../../../organisation/opening/written-hours.ts';
import { listQueues } from '../../../organisation/queues.ts';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Act } from '../../privacy/act.tsx';
import { Badge } from '../../ui/badge.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Select } from '../../ui/field.tsx';
import { Table } from '../../ui/table.tsx';
import { kept, manager } from '../managing.ts';
import type { Route } from './+types/calendar-page.ts';
import { standingOf, timezoneOf } from './calendar-view.ts';
import { HoursForm } from './hours-form.tsx';
import { actOnHours } from './hours-posted.ts';
import { OpenNow } from './open-now.tsx';
import { WeekPicture } from './week-picture.tsx';

const monday = /^\d{4}-\d{2}-\d{2}$/;

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = manager(context);
  const calendar = await getCalendar(ctx, params.key);
  const timeline = timelineOf(calendar);
  const now = ctx.clock.now();
  const timezone = timezoneOf(timeline, now.epochMilliseconds / 1000);
  const today = now.toZonedDateTimeISO(timezone).toPlainDate();
  const asked = url.searchParams.get('week') ?? '';
  const start = mondayOf(dateOf(asked) ?? today);
  const last = calendar.versions[0];
  const queues = await listQueues(ctx);
  return {
    key: calendar.key,
    name: calendar.name,
    standing: standingOf(ctx, calendar),
    week: weekFrom(timeline, start, timezone),
    before: start.subtract({ days: 7 }).toString(),
    after: start.add({ days: 7 }).toString(),
    today: today.toString(),
    year: today.year,
    versions: calendar.versions.map(({ version, from, by }) => ({ version, from, by })),
    written: last ? writeHours(last.hours) : null,
    queues: calendar.queues,
    others: queues.filter(({ key }) => !calendar.queues.some((own) => own.key === key)),
  };
}

function dateOf(text: string): Temporal.PlainDate | undefined {
  if (!monday.test(text)) return undefined;
  try {
    const date = Temporal.PlainDate.from(text);
    return date.year >= 1900 && date.year < 2200 ? date : undefined;
  } catch {
    return undefined;
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = manager(context);
  const form = await request.formData();
  if (form.get('act') !== 'queue') return actOnHours(ctx, params.key, form);
  await keepHours(ctx, String(form.get('queue') ?? ''), params.key);
  return kept(urls.calendar(params.key));
}

export default function CalendarPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().openingHours;
  const { key, name, standing, week, before, after, written, today, year } = loaderData;
  const answer = actionData && 'written' in actionData ? actionData : undefined;
  const back = (
    <LinkButton to={urls.calendars()} tone="quiet" size="small" icon="previous">
      {words.title}
    </LinkButton>
  );
  return (
    <div className="max-w-4xl">
      <PageHeader title={name} lead={words.timezoneIs(standing.timezone)} aside={back} />
      <p className="mb-5">
        <OpenNow standing={standing} />
      </p>
      <div className="space-y-5">
        <Card
          title={words.week}
          aside={
            <span className="flex gap-2">
              <LinkButton to={urls.calendar(key, { week: before })} size="small" tone="quiet" icon="previous">
                {words.before}
              </LinkButton>
              <LinkButton to={urls.calendar(key, { week: after })} size="small" tone="quiet" iconAfter="next">
                {words.after}
              </LinkButton>
            </span>
          }
        >
          <WeekPicture week={week} today={today} />
        </Card>
        <Queues queues={loaderData.queues} others={loaderData.others} />
        <Versions rows={loaderData.versions} current={standing.version} />
        {(answer?.written ?? written) && (
          <Card title={words.plan}>
            <HoursForm written={answer?.written ?? written} today={today} year={year} answer={answer} />
          </Card>
        )}
      </div>
    </div>
  );
}

function Queues({ queues, others }: Pick<Route.ComponentProps['loaderData'], 'queues' | 'others'>) {
  const words = useWords().openingHours;
  return (
    <Card title={words.queues}>
      <p className="mb-3">{queues.map(({ name }) => name).join(', ') || words.noQueues}</p>
      {others.length > 0 && (
        <Act act="queue" label={words.addQueue} answer={undefined}>
          <Select
            name="queue"
            label={words.queue}
            options={others.map((one) => ({ value: one.key, label: one.name }))}
          />
        </Act>
      )}
    </Card>
  );
}

interface VersionsProps {
  rows: readonly { version: number; from: string; by: string | null }[];
  current: number | null;
}

function Versions({ rows, current }: VersionsProps) {
  const words = useWords().openingHours;
  const { system } = useWords().organisation;
  const { day, time } = useFormats();
  return (
    <Card title={words.versions}>
      <p className="mb-3 text-soft">{words.versionsWhy}</p>
      <Table
        caption={words.versions}
        hideCaption
        rows={rows}
        rowKey={(row) => String(row.version)}
        columns={[
          {
            key: 'version',
            label: words.version,
            heading: true,
            cell: (row) => (
              <span className="inline-flex items-center gap-2">
                {row.version}
                {row.version === current && <Badge tone="water">{words.holdsNow}</Badge>}
              </span>
            ),
          },
          { key: 'from', label: words.from, cell: (row) => `${day(row.from)}, ${time(row.from)}` },
          { key: 'by', label: words.by, cell: (row) => row.by ?? system },
        ]}
      />
    </Card>
  );
}
