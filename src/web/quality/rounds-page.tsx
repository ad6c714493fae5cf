import { Link, redirect } from 'react-router';
import { drawNow } from '../../conversations/reviewing/drawing.ts';
import { listRounds, type Round } from '../../conversations/reviewing/rounds.ts';
import { readQuality } from '../../insights/reporting/quality.ts';
import { may, requires } from '../../organisation/authority.ts';
import { queuesFor } from '../../organisation/queues.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { refusedForm } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { noon } from '../layout/noon.ts';
import { PageHeader } from '../layout/page-header.tsx';
import { fallbackTimeZone } from '../layout/time-zone.ts';
import { flashCookie } from '../preferences/flash.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Form } from '../ui/form.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { Route } from './+types/rounds-page.ts';
import { Results } from './results.tsx';

const shownWeeks = 13;

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx, timeZone = fallbackTimeZone } = pageContext(context);
  requires(ctx.actor, 'journey.read');
  const today = ctx.clock.now().toZonedDateTimeISO(timeZone).toPlainDate();
  const queues = await queuesFor(ctx, 'journey.read');
  return {
    rounds: await listRounds(ctx),
    quality: await readQuality(ctx, {
      from: today.subtract({ weeks: shownWeeks }).toString(),
      to: today.add({ days: 1 }).toString(),
      queueIds: queues.map(({ id }) => id),
    }),
    mayDraw: may(ctx.actor, 'journey.manage'),
  };
}

export async function action({ context }: Route.ActionArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'journey.manage');
  try {
    await drawNow(ctx);
    return redirect(urls.quality(), { status: 303, headers: { 'Set-Cookie': flashCookie('kept') } });
  } catch (error) {
    return refusedForm(error, {});
  }
}

export default function RoundsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { rounds, quality, mayDraw } = loaderData;
  const words = useWords().quality;
  return (
    <div className="max-w-5xl space-y-6">
      <PageHeader
        title={words.title}
        lead={words.lead}
        aside={
          mayDraw && (
            <Form answer={actionData}>
              <Button>{words.draw}</Button>
            </Form>
          )
        }
      />
      {rounds.length === 0 ? (
        <EmptyState title={words.none.title}>{words.none.text}</EmptyState>
      ) : (
        <>
          <Results quality={quality} />
          <RoundTable rounds={rounds} />
        </>
      )}
    </div>
  );
}

function RoundTable({ rounds }: { rounds: readonly Round[] }) {
  const words = useWords().quality;
  const { day } = useFormats();
  const columns: Column<Round>[] = [
    {
      key: 'week',
      label: words.columns.week,
      heading: true,
      cell: ({ publicId, week }) => (
        <Link to={urls.qualityRound(publicId)} className="link">
          {day(noon(week))}
        </Link>
      ),
    },
    { key: 'queue', label: words.columns.queue, cell: ({ queue }) => queue },
    {
      key: 'drawn',
      label: words.columns.drawn,
      figures: true,
      cell: (row) => words.of(row.drawn, row.answers),
    },
    { key: 'done', label: words.columns.done, figures: true, cell: ({ done }) => done },
    { key: 'differing', label: words.columns.differing, figures: true, cell: ({ differing }) => differing },
    { key: 'open', label: words.columns.open, figures: true, cell: ({ open }) => open },
    { key: 'mine', label: words.columns.mine, figures: true, cell: ({ mine }) => mine },
  ];
  return (
    <Table
      caption={words.title}
      hideCaption
      wide
      rows={rounds}
      rowKey={({ publicId }) => publicId}
      columns={columns}
    />
  );
}
