import { Link } from 'react-router';
import { requires } from '../../organisation/authority.ts';
import { listPilots } from '../../pilots/living/pilot.ts';
import { integrationPlan } from '../../pilots/portfolio/spread.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/plan-page.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'pilot.read');
  return { rows: integrationPlan(await listPilots(ctx)) };
}

type Cells = Route.ComponentProps['loaderData']['rows'][number]['cells'];

export default function PlanPage({ loaderData: { rows } }: Route.ComponentProps) {
  const { pilots: words } = useWords();
  const { integration } = words;
  return (
    <div className="max-w-6xl">
      <PageHeader
        title={integration.title}
        lead={integration.lead}
        aside={
          <LinkButton to={urls.integrationPlanFile()} document icon="download">
            {integration.file}
          </LinkButton>
        }
      />
      <Table
        caption={integration.caption}
        hideCaption
        wide
        rows={rows}
        rowKey={(row) => row.area}
        columns={[
          { key: 'area', label: integration.area, heading: true, cell: (row) => words.areas[row.area] },
          ...([0, 1, 2] as const).map((at) => ({
            key: `phase-${at}`,
            label: words.phase(at + 1),
            cell: (row: (typeof rows)[number]) => <Phase cells={row.cells[at]} />,
          })),
        ]}
      />
    </div>
  );
}

function Phase({ cells }: { cells: Cells[number] }) {
  const { integration } = useWords().pilots;
  if (cells.length === 0) return <span className="text-sm text-faint">{integration.empty}</span>;
  return (
    <ul className="my-2 min-w-48 space-y-2">
      {cells.map((cell) => (
        <li key={cell.publicId}>
          <Link to={urls.pilot(cell.publicId)} className="link font-medium">
            {cell.title}
          </Link>{' '}
          <span className="text-sm text-faint">({integration.status[cell.status]})</span>
          {cell.about && <p className="text-sm text-soft">{cell.about}</p>}
        </li>
      ))}
    </ul>
  );
}
