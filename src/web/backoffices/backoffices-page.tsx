import { Link } from 'react-router';
import { listBackoffices } from '../../customers/syncing/backoffice.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { CustomerTabs } from '../customers/tabs.tsx';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/backoffices-page.ts';
import { StateBadge } from './state-badge.tsx';

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'backoffice.manage');
  const rows = await listBackoffices(ctx);
  return { rows: rows.map(({ publicId, name, url, state }) => ({ id: publicId, name, url, state })) };
}

export default function BackofficesPage({ loaderData: { rows } }: Route.ComponentProps) {
  const words = useWords().backoffice;
  return (
    <div className="max-w-5xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        aside={<LinkButton to={urls.newBackoffice()}>{words.connect}</LinkButton>}
      />
      <CustomerTabs current="backoffices" />
      {rows.length === 0 ? (
        <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>
      ) : (
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
                <Link to={urls.backoffice(row.id)} className="link break-words">
                  {row.name}
                </Link>
              ),
            },
            { key: 'state', label: words.list.state, cell: (row) => <StateBadge state={row.state} /> },
            { key: 'url', label: words.form.url, wideOnly: true, cell: (row) => row.url },
          ]}
        />
      )}
    </div>
  );
}
