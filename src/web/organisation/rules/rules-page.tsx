import { Link } from 'react-router';
import { listRules } from '../../../organisation/rules/rule-overview.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Badge } from '../../ui/badge.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Table } from '../../ui/table.tsx';
import { manager } from '../managing.ts';
import type { Route } from './+types/rules-page.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = manager(context);
  const { locale } = pageContext(context);
  const rows = await listRules(ctx);
  return { rows: rows.map(({ words, ...row }) => ({ ...row, title: words[locale].title })) };
}

export default function RulesPage({ loaderData: { rows } }: Route.ComponentProps) {
  const words = useWords().houseRules;
  const { day } = useFormats();
  const make = <LinkButton to={urls.newRule()}>{words.make}</LinkButton>;
  return (
    <div className="max-w-5xl">
      <PageHeader title={words.title} lead={words.manageLead} aside={rows.length > 0 && make} />
      {rows.length === 0 ? (
        <EmptyState title={words.none.title} action={make}>
          {words.none.next}
        </EmptyState>
      ) : (
        <Table
          caption={words.title}
          hideCaption
          rows={rows}
          rowKey={(row) => row.publicId}
          columns={[
            {
              key: 'title',
              label: words.document,
              heading: true,
              cell: (row) => (
                <Link to={urls.ruleAdmin(row.publicId)} className="link break-words">
                  {row.title}
                </Link>
              ),
            },
            {
              key: 'version',
              label: words.version,
              wideOnly: true,
              cell: (row) =>
                row.holds ? row.version : words.comes(row.version, day(`${row.holdsFrom}T12:00:00Z`)),
            },
            {
              key: 'review',
              label: words.reviewOn,
              wideOnly: true,
              cell: (row) =>
                row.reviewDue ? (
                  <Badge tone="attention">{words.reviewDue}</Badge>
                ) : (
                  day(`${row.reviewOn}T12:00:00Z`)
                ),
            },
            {
              key: 'read',
              label: words.acknowledged,
              figures: true,
              cell: (row) => words.of(row.acknowledged, row.colleagues),
            },
          ]}
        />
      )}
    </div>
  );
}
