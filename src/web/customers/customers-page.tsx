import { Form, Link } from 'react-router';
import { type CustomerRow, listCustomers } from '../../customers/customers.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field } from '../ui/field.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/customers-page.ts';
import { useNetworkName } from './network-name.ts';
import { CustomerTabs } from './tabs.tsx';

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'customer.read');
  const search = url.searchParams.get('search')?.replaceAll('\0', '').trim().slice(0, 100) ?? '';
  const before = url.searchParams.get('cursor')?.replaceAll('\0', '');
  const page = await listCustomers(ctx, { ...(search && { search }), ...(before && { before }) });
  if (before && page.rows.length === 0) throw new Refusal('invalid.cursor');
  return { search, further: Boolean(before), rows: page.rows.map(rowOf), next: page.next ?? null };
}

function rowOf({ publicId, name, relation, networks, identities, since }: CustomerRow) {
  return { publicId, name, relation, networks: networks ?? [], identities, since: since.toISOString() };
}

type Row = ReturnType<typeof rowOf>;

export default function CustomersPage({ loaderData }: Route.ComponentProps) {
  const { customers } = useWords();
  const { rows, search, further, next } = loaderData;
  const nobody = rows.length === 0 && !search && !further;
  return (
    <div className="max-w-5xl">
      <PageHeader title={customers.title} lead={customers.lead} />
      <CustomerTabs current="people" />
      {nobody ? (
        <EmptyState title={customers.empty.title}>{customers.empty.next}</EmptyState>
      ) : (
        <>
          <Search search={search} />
          <Found {...loaderData} />
          <Pagination
            next={next && urls.customers({ search: search || undefined, cursor: next })}
            first={further ? urls.customers({ search: search || undefined }) : null}
          />
        </>
      )}
    </div>
  );
}

/** A question, not a change: the answer has an address of its own. */
function Search({ search }: { search: string }) {
  const { customers, keeping } = useWords();
  const words = customers.search;
  return (
    <Form method="get" role="search" className="flex flex-wrap items-end gap-x-3">
      <div className="w-full max-w-lg">
        <Field
          key={search}
          name="search"
          type="search"
          label={keeping.search.label}
          optional={false}
          autoComplete="off"
          defaultValue={search}
        />
      </div>
      <div className="mb-5 flex gap-3">
        <Button icon="search">{words.submit}</Button>
        {search && (
          <LinkButton to={urls.customers()} tone="quiet">
            {words.clear}
          </LinkButton>
        )}
      </div>
    </Form>
  );
}

function Found({ rows, search }: { rows: readonly Row[]; search: string }) {
  const words = useWords().customers.search;
  if (rows.length > 0) return <People rows={rows} search={search} />;
  return <EmptyState title={words.none(search)}>{words.noneNext}</EmptyState>;
}

function People({ rows, search }: { rows: readonly Row[]; search: string }) {
  const { list, unnamed, relations, search: words } = useWords().customers;
  const networkName = useNetworkName();
  const { number, day, list: listed } = useFormats();
  return (
    <Table
      caption={search ? words.found(search) : list.caption}
      hideCaption={!search}
      rows={rows}
      rowKey={(row) => row.publicId}
      columns={[
        {
          key: 'name',
          label: list.name,
          heading: true,
          cell: (row) => (
            <Link to={urls.customer(row.publicId)} className="link break-words">
              {row.name ?? unnamed}
            </Link>
          ),
        },
        { key: 'relation', label: list.relation, wideOnly: true, cell: (row) => relations[row.relation] },
        { key: 'networks', label: list.networks, cell: (row) => listed(row.networks.map(networkName)) },
        {
          key: 'identities',
          label: list.identities,
          figures: true,
          wideOnly: true,
          cell: (row) => number(row.identities),
        },
        { key: 'since', label: list.since, figures: true, wideOnly: true, cell: (row) => day(row.since) },
      ]}
    />
  );
}
