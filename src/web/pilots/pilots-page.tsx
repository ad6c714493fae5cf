import { Link } from 'react-router';
import { may, requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Route } from './+types/pilots-page.ts';
import { type Board, type PilotCard, readBoard } from './board-view.ts';
import { ChangeLoad, SpreadMeter } from './portfolio.tsx';
import { PilotState } from './state-badge.tsx';

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'pilot.read');
  return { ...(await readBoard(ctx)), mayManage: may(ctx.actor, 'pilot.manage') };
}

export default function PilotsPage({ loaderData }: Route.ComponentProps) {
  const { pilots: words } = useWords();
  const { any, columns, over, mayManage } = loaderData;
  const make = mayManage && (
    <LinkButton to={urls.newPilot()} tone="primary">
      {words.make}
    </LinkButton>
  );
  return (
    <div className="max-w-6xl">
      <PageHeader title={words.title} lead={words.lead} aside={make} />
      {!any && (
        <EmptyState
          title={words.board.empty.title}
          action={<LinkButton to={urls.pilotTemplates()}>{words.templates.title}</LinkButton>}
        >
          {words.board.empty.next}
        </EmptyState>
      )}
      {any && (
        <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
          {columns.map((column) => (
            <Column key={column.area} column={column} />
          ))}
        </div>
      )}
      <div className="mt-5 grid gap-5 lg:grid-cols-2">
        <SpreadMeter board={loaderData} />
        <ChangeLoad load={loaderData.load} most={loaderData.most} />
      </div>
      {over.length > 0 && (
        <details className="mt-5">
          <summary className="link inline-flex py-2">
            {words.board.over} ({over.length})
          </summary>
          <ul className="mt-2 grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
            {over.map((pilot) => (
              <OnePilot key={pilot.id} pilot={pilot} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Column({ column: { area, pilots } }: { column: Board['columns'][number] }) {
  const { pilots: words } = useWords();
  return (
    <Card title={words.areas[area]}>
      {pilots.length === 0 ? (
        <p className="text-sm text-faint">{words.board.none}</p>
      ) : (
        <ul className="space-y-3">
          {pilots.map((pilot) => (
            <OnePilot key={pilot.id} pilot={pilot} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function OnePilot({ pilot }: { pilot: PilotCard }) {
  const { pilots: words } = useWords();
  const { day } = useFormats();
  const about = [pilot.phase > 0 && words.phase(pilot.phase), pilot.department].filter(Boolean).join(' · ');
  return (
    <li className="rounded-md border border-line bg-surface p-3">
      <Link to={urls.pilot(pilot.id)} className="link font-medium break-words">
        {pilot.title}
      </Link>
      <p className="mt-1.5">
        <PilotState state={pilot.state} />
      </p>
      {about && <p className="mt-1.5 text-sm text-soft">{about}</p>}
      {pilot.endsOn && (
        <p className="text-sm text-faint">{words.board.until(day(`${pilot.endsOn}T12:00:00Z`))}</p>
      )}
    </li>
  );
}
