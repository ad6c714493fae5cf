import { Link } from 'react-router';
import { listConnections } from '../../listening/connecting/connection.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Age } from '../ui/age.tsx';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/channels-page.ts';
import { endingOf } from './ending.ts';
import { StateBadge } from './state-badge.tsx';

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'channel.manage');
  const rows = await listConnections(ctx);
  return {
    rows: rows.map(({ publicId, name, connector, state, heardAt, problem, failures, expiresAt }) => ({
      ...{ id: publicId, name, state, isBroken: problem !== null || failures >= 5 },
      ...{ kind: connector, heardAt: heardAt?.toISOString() ?? null },
      ends: endingOf(expiresAt, ctx.clock),
    })),
  };
}

export default function ChannelsPage({ loaderData: { rows } }: Route.ComponentProps) {
  const { channels: words } = useWords();
  const connect = <LinkButton to={urls.channelKinds()}>{words.connect}</LinkButton>;
  return (
    <div className="max-w-5xl">
      <PageHeader title={words.title} lead={words.lead} aside={connect} />
      {rows.length === 0 && <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>}
      {rows.length > 0 && (
        <Table
          caption={words.list.caption}
          hideCaption
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              label: words.list.name,
              heading: true,
              cell: (row) => (
                <Link to={urls.channel(row.id)} className="link wrap-anywhere">
                  {row.name}
                </Link>
              ),
            },
            { key: 'state', label: words.list.state, cell: (row) => <StateBadge {...row} /> },
            {
              key: 'heard',
              wideOnly: true,
              label: words.list.heard,
              cell: (row) => (row.heardAt ? <Age at={row.heardAt} /> : words.never),
            },
          ]}
        />
      )}
    </div>
  );
}
