import { listBackoffices } from '../../customers/syncing/backoffice.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { NamedList } from '../customers/named-list.tsx';
import { useWords } from '../layout/frame.tsx';
import { LinkButton } from '../ui/button.tsx';
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
    <NamedList
      current="backoffices"
      words={words}
      aside={<LinkButton to={urls.newBackoffice()}>{words.connect}</LinkButton>}
      rows={rows}
      to={urls.backoffice}
      columns={[
        { key: 'state', label: words.list.state, cell: (row) => <StateBadge state={row.state} /> },
        { key: 'url', label: words.form.url, wideOnly: true, cell: (row) => row.url },
      ]}
    />
  );
}
