import { Link } from 'react-router';
import { ownRules } from '../../../organisation/rules/acknowledging.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Table } from '../../ui/table.tsx';
import type { Route } from './+types/house-rules-page.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  const rows = await ownRules(ctx);
  return {
    rows: rows.map(({ publicId, version, words, holdsFrom, acknowledgedAt }) => ({
      id: publicId,
      version,
      title: words[locale].title,
      holdsFrom,
      acknowledgedAt,
    })),
  };
}

/** The house rules as a colleague reads them. */
export default function HouseRulesPage({ loaderData: { rows } }: Route.ComponentProps) {
  const words = useWords().houseRules;
  const { day } = useFormats();
  return (
    <div className="max-w-4xl">
      <PageHeader title={words.title} lead={words.lead} />
      {rows.length === 0 ? (
        <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>
      ) : (
        <Table
          caption={words.title}
          hideCaption
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'title',
              label: words.document,
              heading: true,
              cell: (row) => (
                <Link to={urls.houseRule(row.id)} className="link break-words">
                  {row.title}
                </Link>
              ),
            },
            {
              key: 'version',
              label: words.version,
              figures: true,
              wideOnly: true,
              cell: (row) => row.version,
            },
            {
              key: 'from',
              label: words.holdsFrom,
              wideOnly: true,
              cell: (row) => day(`${row.holdsFrom}T12:00:00Z`),
            },
            {
              key: 'state',
              label: words.state,
              cell: (row) =>
                row.acknowledgedAt ? (
                  <Badge tone="water" icon="check">
                    {words.readOn(day(row.acknowledgedAt))}
                  </Badge>
                ) : (
                  <Badge tone="attention">{words.toRead}</Badge>
                ),
            },
          ]}
        />
      )}
    </div>
  );
}
