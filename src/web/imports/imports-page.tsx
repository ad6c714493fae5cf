import { Link } from 'react-router';
import { type Import, listImports } from '../../listening/imports.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Age } from '../ui/age.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { RefusedNotice } from '../ui/refused-notice.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/imports-page.ts';
import { StateBadge, shownState } from './state-badge.tsx';
import { UploadForm } from './upload-form.tsx';

const shown = 20;

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'import.run');
  const imports = (await listImports(ctx, shown)).map(rowOf);
  return { imports, refused: url.searchParams.get('refused') };
}

function rowOf(job: Import) {
  const { publicId, fileName, stored, rejected, createdAt } = job;
  return { publicId, fileName, stored, rejected, state: shownState(job), at: createdAt.toISOString() };
}

type Row = ReturnType<typeof rowOf>;

export default function ImportsPage({ loaderData: { imports, refused } }: Route.ComponentProps) {
  const words = useWords();
  return (
    <div className="max-w-4xl">
      <PageHeader title={words.imports.title} lead={words.imports.lead} />
      {refused && <RefusedNotice code={refused} />}
      <UploadForm />
      {imports.length === 0 ? (
        <EmptyState title={words.imports.empty.title}>{words.imports.empty.next}</EmptyState>
      ) : (
        <Earlier rows={imports} />
      )}
    </div>
  );
}

function Earlier({ rows }: { rows: readonly Row[] }) {
  const { list } = useWords().imports;
  const { number } = useFormats();
  return (
    <section className="mt-8">
      <h2 className="mb-2 text-lg">{list.title}</h2>
      <Table
        caption={list.title}
        hideCaption
        rows={rows}
        rowKey={(row) => row.publicId}
        columns={[
          {
            key: 'file',
            label: list.file,
            heading: true,
            cell: (row) => (
              <Link to={urls.import(row.publicId)} className="link break-all">
                {row.fileName}
              </Link>
            ),
          },
          { key: 'state', label: list.state, cell: (row) => <StateBadge state={row.state} /> },
          { key: 'stored', label: list.stored, figures: true, cell: (row) => number(row.stored) },
          {
            key: 'rejected',
            label: list.rejected,
            figures: true,
            wideOnly: true,
            cell: (row) => number(row.rejected),
          },
          {
            key: 'when',
            label: list.when,
            figures: true,
            wideOnly: true,
            cell: (row) => <Age at={row.at} />,
          },
        ]}
      />
      {rows.length === shown && <p className="mt-2 text-sm text-faint">{list.newest(shown)}</p>}
    </section>
  );
}
