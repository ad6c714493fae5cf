import { requires } from '../../../organisation/authority.ts';
import { transact } from '../../../platform/context.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { recordOfProcessing } from '../../../privacy/records/processing.ts';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Table } from '../../ui/table.tsx';
import type { Route } from './+types/processing-page.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'privacy.manage');
  const lines = await transact(ctx, 'legal', (ctx) => recordOfProcessing(ctx, locale));
  return {
    lines: lines.map(({ lastAt, categories, ...line }) => ({
      ...line,
      categories: categories.map(({ name }) => name),
      lastAt: lastAt?.toISOString() ?? null,
    })),
  };
}

export default function ProcessingPage({ loaderData: { lines } }: Route.ComponentProps) {
  const words = useWords().privacy.processing;
  const { number, list, day } = useFormats();
  return (
    <div className="max-w-6xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        aside={
          <div className="flex gap-3">
            <LinkButton to={urls.processingFile('csv')} document icon="download">
              {words.csv}
            </LinkButton>
            <LinkButton to={urls.processingFile('json')} document icon="download">
              {words.json}
            </LinkButton>
          </div>
        }
      />
      <Table
        caption={words.caption}
        hideCaption
        rows={lines}
        rowKey={(line) => line.activity}
        columns={[
          {
            key: 'what',
            label: words.what,
            heading: true,
            cell: (line) => (
              <span className="my-1.5 block">
                {line.what}
                <span className="block text-sm font-normal text-soft">{line.why}</span>
                <span className="block text-sm font-normal text-faint md:hidden">
                  {words.bases[line.basis] ?? line.basis} · {number(line.uses)}
                </span>
                {line.recipient && (
                  <span className="block text-sm font-normal text-soft">
                    {words.recipient}: {line.recipient}
                  </span>
                )}
              </span>
            ),
          },
          {
            key: 'basis',
            label: words.basis,
            wideOnly: true,
            cell: (line) => words.bases[line.basis] ?? line.basis,
          },
          {
            key: 'categories',
            label: words.categories,
            wideOnly: true,
            cell: (line) => <span className="my-1.5 block text-sm">{list(line.categories)}</span>,
          },
          {
            key: 'uses',
            label: words.uses,
            figures: true,
            wideOnly: true,
            cell: (line) => number(line.uses),
          },
          {
            key: 'last',
            label: words.last,
            wideOnly: true,
            cell: (line) => <span className="whitespace-nowrap">{line.lastAt ? day(line.lastAt) : '–'}</span>,
          },
        ]}
      />
    </div>
  );
}
