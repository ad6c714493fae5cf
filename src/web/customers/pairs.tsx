import type { ReactNode } from 'react';
import type { FormAnswer } from '../forms.ts';
import { PageHeader } from '../layout/page-header.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Form } from '../ui/form.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Pair } from './pair.tsx';
import { CustomerTabs } from './tabs.tsx';

type Row = Parameters<typeof Pair>[0]['row'];

interface PairsProps<R extends Row> {
  words: { title: string; lead: string; empty: string; emptyNext: string };
  aside: ReactNode;
  answer: FormAnswer | undefined;
  rows: readonly R[];
  /** What can be done with one. */
  children: (row: R) => ReactNode;
  next: string | null;
  first: string | null;
}

/** Pairs of persons who may be one, or of whom somebody said that they are two. */
export function Pairs<R extends Row>({ words, aside, answer, rows, children, next, first }: PairsProps<R>) {
  return (
    <div className="max-w-5xl">
      <PageHeader title={words.title} lead={words.lead} aside={aside} />
      <CustomerTabs current="doubles" />
      {answer && <Form answer={answer}>{null}</Form>}
      {rows.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyNext}</EmptyState>
      ) : (
        <ul className="space-y-4">
          {rows.map((row) => (
            <Pair key={row.publicId} row={row}>
              {children(row)}
            </Pair>
          ))}
        </ul>
      )}
      <Pagination next={next} first={first} />
    </div>
  );
}
