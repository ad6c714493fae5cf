import { Link } from 'react-router';
import { ownCourses } from '../../../organisation/training/learning.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { urls } from '../../../urls.ts';
import { useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Badge } from '../../ui/badge.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Table } from '../../ui/table.tsx';
import type { Route } from './+types/training-page.ts';
import { Goodness } from './goodness.tsx';

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  const rows = await ownCourses(ctx);
  return {
    rows: rows.map(({ publicId, words, needed, goodUntil }) => ({
      id: publicId,
      title: words[locale].title,
      needed,
      goodUntil,
    })),
  };
}

/** The courses of a colleague, and their own certificates. */
export default function TrainingPage({ loaderData: { rows } }: Route.ComponentProps) {
  const { training: words, practice } = useWords();
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        aside={<LinkButton to={urls.practices()}>{practice.title}</LinkButton>}
      />
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
              label: words.course,
              heading: true,
              cell: (row) => (
                <span className="flex flex-wrap items-center gap-2 py-1">
                  <Link to={urls.course(row.id)} className="link break-words">
                    {row.title}
                  </Link>
                  {row.needed && <Badge>{words.needed}</Badge>}
                </span>
              ),
            },
            { key: 'good', label: words.certificate, cell: (row) => <Goodness until={row.goodUntil} /> },
          ]}
        />
      )}
    </div>
  );
}
