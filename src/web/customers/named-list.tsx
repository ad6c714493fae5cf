import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { PageHeader } from '../layout/page-header.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { CustomerTabs } from './tabs.tsx';

interface NamedListProps<Row extends { id: string; name: string }> {
  current: Parameters<typeof CustomerTabs>[0]['current'];
  words: {
    title: string;
    lead: string;
    empty: { title: string; next: string };
    list: { caption: string; name: string };
  };
  aside: ReactNode;
  rows: readonly Row[];
  /** Where the page of one is. */
  to(id: string): string;
  /** Behind the name. */
  columns: readonly Column<Row>[];
}

/** A section beside customers: a list of few things with a name, each with a page of its own. */
export function NamedList<Row extends { id: string; name: string }>(list: NamedListProps<Row>) {
  const { current, words, aside, rows, to, columns } = list;
  const name: Column<Row> = {
    key: 'name',
    label: words.list.name,
    heading: true,
    cell: (row) => (
      <Link to={to(row.id)} className="link break-words">
        {row.name}
      </Link>
    ),
  };
  return (
    <div className="max-w-5xl">
      <PageHeader title={words.title} lead={words.lead} aside={aside} />
      <CustomerTabs current={current} />
      {rows.length === 0 ? (
        <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>
      ) : (
        <Table
          caption={words.list.caption}
          hideCaption
          rows={rows}
          rowKey={(row) => row.id}
          columns={[name, ...columns]}
        />
      )}
    </div>
  );
}
