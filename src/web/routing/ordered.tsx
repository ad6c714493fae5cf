import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormats } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { OrderButtons } from './order-buttons.tsx';

interface Named {
  readonly key: string;
  readonly name: string;
}

interface OrderedPageProps {
  words: { title: string; lead: string; add: string; empty: { title: string; next: string } };
  /** Where a new one is made. */
  add: string;
  isEmpty: boolean;
  /** The list, and what belongs right below it. */
  list: ReactNode;
  children: ReactNode;
}

/** A page of rules of which the first that fits holds. */
export function OrderedPage({ words, add, isEmpty, list, children }: OrderedPageProps) {
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        aside={
          <LinkButton to={add} tone="primary">
            {words.add}
          </LinkButton>
        }
      />
      {isEmpty ? <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState> : list}
      {children}
    </div>
  );
}

interface OrderedListProps<One extends Named> {
  rows: readonly One[];
  to: (key: string) => string;
  /** Behind the name, and below it. */
  beside: (one: One) => ReactNode;
  below: (one: One) => ReactNode;
}

/** Numbered, each with its way to what it says and its buttons for earlier and later. */
export function OrderedList<One extends Named>({ rows, to, beside, below }: OrderedListProps<One>) {
  const { number } = useFormats();
  return (
    <ol className="divide-y divide-line rounded-lg border border-line bg-surface">
      {rows.map((one, at) => (
        <li key={one.key} className="flex items-start gap-3 px-4 py-3">
          <span className="w-6 shrink-0 text-right text-soft tabular-nums">{number(at + 1)}</span>
          <div className="min-w-0 flex-1">
            <p>
              <Link to={to(one.key)} className="link font-medium">
                {one.name}
              </Link>{' '}
              {beside(one)}
            </p>
            {below(one)}
          </div>
          <OrderButtons one={one} isFirst={at === 0} isLast={at === rows.length - 1} />
        </li>
      ))}
    </ol>
  );
}
