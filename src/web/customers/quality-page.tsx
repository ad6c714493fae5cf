import { Link, redirect } from 'react-router';
import { holdsQuality, type QualityCheck, qualityChecks, type Tally } from '../../customers/measures.ts';
import {
  listQualityRows,
  readQuality,
  refreshQuality,
  qualityRows as shown,
} from '../../customers/quality.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Age } from '../ui/age.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/quality-page.ts';
import { plain } from './loading-customer.ts';
import { CustomerTabs } from './tabs.tsx';

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'customer.read');
  const quality = await readQuality(ctx);
  const checks = qualityChecks.map((check) => ({
    check,
    tally: quality[check],
    holds: holdsQuality(check, quality[check]),
  }));
  return { checks, at: quality.at.toISOString(), rows: plain(await listQualityRows(ctx, quality)) };
}

/** Counts now, for who has just mended something. */
export async function action({ context }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'customer.read');
  await refreshQuality(ctx);
  return redirect(urls.customerQuality(), 303);
}

type Rows = Route.ComponentProps['loaderData']['rows'];

export default function QualityPage({ loaderData: { checks, at, rows } }: Route.ComponentProps) {
  const { quality } = useWords().keeping;
  const failing = checks.filter(({ holds }) => holds === false).length;
  const judged = checks.some(({ holds }) => holds !== null);
  return (
    <div className="max-w-4xl">
      <PageHeader title={quality.title} lead={quality.lead} />
      <CustomerTabs current="quality" />
      {judged && (
        <Notice tone={failing > 0 ? 'attention' : 'done'} title={failing > 0 ? quality.shut : quality.open}>
          {failing > 0 ? quality.shutNext(failing) : quality.openNext}
        </Notice>
      )}
      <Form className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-soft">
        <span>
          {quality.counted} <Age at={at} />
        </span>
        <Button size="small">{quality.again}</Button>
      </Form>
      <div className="mt-5 space-y-5">
        {checks.map((one) => (
          <Check key={one.check} {...one} rows={rows} />
        ))}
      </div>
    </div>
  );
}

interface CheckProps {
  check: QualityCheck;
  tally: Tally;
  holds: boolean | null;
  rows: Rows;
}

function Check({ check, tally, holds, rows }: CheckProps) {
  const { quality } = useWords().keeping;
  const { number, percent } = useFormats();
  const { name, norm, mend } = quality.checks[check];
  return (
    <Card
      title={name}
      aside={
        <Badge
          tone={holds === false ? 'attention' : holds ? 'water' : 'neutral'}
          {...(holds !== null && { icon: holds ? ('check' as const) : ('warning' as const) })}
        >
          {holds === null ? quality.empty : holds ? quality.holds : quality.fails}
        </Badge>
      }
    >
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="figures text-2xl font-semibold">
          {tally.n === 0 ? '–' : percent(tally.k / tally.n, 1)}
        </span>
        <span className="text-soft">{quality.of(number(tally.k), number(tally.n))}</span>
        <span className="text-soft">{quality.norm(norm)}</span>
      </p>
      {holds === false && <p className="mt-2">{mend}</p>}
      <ToMend check={check} rows={rows} holds={holds} />
    </Card>
  );
}

function ToMend({ check, rows, holds }: { check: QualityCheck; rows: Rows; holds: boolean | null }) {
  const { keeping } = useWords();
  if (check === 'duplicates')
    return holds === null ? null : (
      <p className="mt-3">
        <LinkButton to={urls.customerDoubles()} size="small">
          {keeping.merging.page}
        </LinkButton>
      </p>
    );
  if (check === 'contact') return <Unreachable rows={rows.contact} />;
  return check === 'linked' ? <Unlinked rows={rows.linked} /> : <Sources rows={rows.sources} />;
}

function Unreachable({ rows }: { rows: Rows['contact'] }) {
  const { quality, merging } = useWords().keeping;
  if (rows.length === 0) return null;
  return (
    <>
      <p className="mt-3 text-sm text-soft">{quality.without}</p>
      <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        {rows.map((row) => (
          <li key={row.publicId}>
            <Link to={urls.customer(row.publicId)} className="link">
              {row.name ?? merging.unnamed}
            </Link>
          </li>
        ))}
      </ul>
      {rows.length === shown && <p className="mt-2 text-sm text-faint">{quality.more(shown)}</p>}
    </>
  );
}

function Unlinked({ rows }: { rows: Rows['linked'] }) {
  const { quality, timeline } = useWords().keeping;
  if (rows.length === 0) return null;
  return (
    <div className="mt-3">
      <Table
        caption={rows.length === shown ? quality.more(shown) : quality.rows}
        rows={rows}
        rowKey={(row) => `${row.kind} ${row.source} ${row.number}`}
        columns={[
          {
            key: 'number',
            label: quality.number,
            heading: true,
            cell: (row) => `${timeline.kinds[row.kind]} ${row.number}`,
          },
          { key: 'source', label: quality.source, cell: (row) => row.source },
          { key: 'customer', label: quality.customer, cell: (row) => row.customerKey ?? '' },
        ]}
      />
    </div>
  );
}

function Sources({ rows }: { rows: Rows['sources'] }) {
  const { quality } = useWords().keeping;
  if (rows.length === 0) return null;
  return (
    <div className="mt-3">
      <Table
        caption={quality.source}
        hideCaption
        rows={rows}
        rowKey={(row) => row.source}
        columns={[
          { key: 'source', label: quality.source, heading: true, cell: (row) => row.source },
          { key: 'last', label: quality.last, cell: (row) => <Age at={row.last} /> },
          {
            key: 'fresh',
            label: quality.refreshed,
            cell: (row) => (row.fresh ? quality.holds : quality.fails),
          },
        ]}
      />
    </div>
  );
}
