import { Link } from 'react-router';
import { listMailings } from '../../customers/sending/results.ts';
import { may, requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Moment } from '../ui/age.tsx';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Notice } from '../ui/notice.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/mailings-page.ts';
import { StateBadge } from './state-badge.tsx';

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx } = pageContext(context);
  requires(ctx.actor, 'mailing.write');
  const rows = await listMailings(ctx);
  return {
    rows: rows.map(({ changedAt, ...row }) => ({ ...row, changedAt: changedAt.toISOString() })),
    server: ctx.outside.smtp !== null,
    outbox: may(ctx.actor, 'mail.manage'),
    heard: may(ctx.actor, 'heard.write'),
  };
}

export default function MailingsPage({ loaderData: { rows, server, outbox, heard } }: Route.ComponentProps) {
  const { mailings, intentions } = useWords();
  const { number } = useFormats();
  const begin = (
    <LinkButton to={urls.newMailing()} tone="primary">
      {mailings.form.new}
    </LinkButton>
  );
  return (
    <div className="max-w-5xl">
      <PageHeader
        title={mailings.title}
        lead={mailings.lead}
        aside={
          <div className="flex flex-wrap gap-3">
            {heard && <LinkButton to={urls.heard()}>{intentions.telling.title}</LinkButton>}
            {outbox && <LinkButton to={urls.outbox()}>{mailings.outbox.title}</LinkButton>}
            {rows.length > 0 && begin}
          </div>
        }
      />
      {!server && <NoServer />}
      {rows.length === 0 ? (
        <EmptyState title={mailings.empty} action={begin}>
          {mailings.emptyNext}
        </EmptyState>
      ) : (
        <Table
          caption={mailings.title}
          hideCaption
          rows={rows}
          rowKey={(row) => row.publicId}
          columns={[
            {
              key: 'title',
              label: mailings.list.title,
              heading: true,
              cell: (row) => (
                <Link to={urls.mailing(row.publicId)} className="link break-words">
                  {row.title}
                </Link>
              ),
            },
            { key: 'state', label: mailings.list.state, cell: (row) => <StateBadge state={row.state} /> },
            {
              key: 'purpose',
              label: mailings.list.purpose,
              wideOnly: true,
              cell: (row) => mailings.purposes[row.purpose],
            },
            {
              key: 'people',
              label: mailings.list.sent,
              figures: true,
              cell: (row) =>
                row.people === 0 ? '–' : mailings.list.of(number(row.sent), number(row.people)),
            },
            { key: 'by', label: mailings.list.by, wideOnly: true, cell: (row) => row.madeBy },
            {
              key: 'changed',
              label: mailings.list.changed,
              wideOnly: true,
              cell: (row) => <Moment at={row.changedAt} />,
            },
          ]}
        />
      )}
    </div>
  );
}

export function NoServer() {
  const { noServer } = useWords().mailings;
  return (
    <div className="mb-5">
      <Notice tone="attention" title={noServer.title}>
        {noServer.next}
      </Notice>
    </div>
  );
}
