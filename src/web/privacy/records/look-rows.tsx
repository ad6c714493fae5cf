import { Link } from 'react-router';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Moment } from '../../ui/age.tsx';
import { Card } from '../../ui/card.tsx';
import { Table } from '../../ui/table.tsx';
import type { ShownRow, ShownWeek } from './looks-page.tsx';

/** One week: by department or by colleague, by customer whom several looked at, and everything with its reason. */
export function LookRows({ shown }: { shown: ShownWeek }) {
  const words = useWords().looking.review;
  const { number } = useFormats();
  const by = shown.byColleague ? words.perColleague : words.perDepartment;
  return (
    <>
      <Card title={by}>
        <Table
          caption={by}
          hideCaption
          rows={shown.colleagues}
          rowKey={(row) => row.publicId ?? `${row.program} ${row.name}`}
          columns={[
            {
              key: 'who',
              label: shown.byColleague ? words.colleague : words.department,
              heading: true,
              cell: (row) => (row.program ? words.program(row.name ?? '') : (row.name ?? words.noDepartment)),
            },
            { key: 'looks', label: words.times, figures: true, cell: (row) => number(row.looks) },
            { key: 'customers', label: words.customers, figures: true, cell: (row) => number(row.others) },
          ]}
        />
      </Card>
      {shown.persons.length > 0 && <Persons persons={shown.persons} />}
      <Card title={words.all}>
        <Table
          caption={words.allCaption(shown.rows.length)}
          rows={shown.rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'when', label: words.when, wideOnly: true, cell: (row) => <Moment at={row.at} /> },
            { key: 'who', label: words.colleague, cell: (row) => <Who row={row} /> },
            {
              key: 'customer',
              label: words.customer,
              heading: true,
              cell: (row) => (
                <>
                  <Whom row={row} />
                  <span className="mb-1.5 block font-normal md:hidden">
                    <Why row={row} />
                  </span>
                </>
              ),
            },
            { key: 'why', label: words.why, wideOnly: true, cell: (row) => <Why row={row} /> },
          ]}
        />
      </Card>
    </>
  );
}

function Customer({ publicId, name }: { publicId: string; name: string | null }) {
  const words = useWords().looking.review;
  return (
    <Link to={urls.customer(publicId)} className="link">
      {name ?? words.unnamed}
    </Link>
  );
}

function Whom({ row: { person, what } }: { row: ShownRow }) {
  const { looking, exchanging } = useWords();
  if (person) return <Customer {...person} />;
  if (what) return looking.review.file(exchanging.kinds[what as keyof typeof exchanging.kinds] ?? what);
  return looking.review.hidden;
}

function Why({ row }: { row: ShownRow }) {
  const { reasons } = useWords().looking;
  return (
    <span className="my-1 block break-words">
      {reasons[row.reason]}
      {row.words && <span className="block text-sm text-soft">{row.words}</span>}
    </span>
  );
}

function Who({ row }: { row: ShownRow }) {
  const words = useWords().looking.review;
  return (
    <>
      {row.colleague ?? words.program(row.program ?? '')}
      {row.department && <span className="block text-sm text-soft">{row.department}</span>}
    </>
  );
}

function Persons({ persons }: Pick<ShownWeek, 'persons'>) {
  const words = useWords().looking.review;
  const { number } = useFormats();
  return (
    <Card title={words.perCustomer}>
      <Table
        caption={words.perCustomer}
        hideCaption
        rows={persons}
        rowKey={(row) => row.publicId ?? ''}
        columns={[
          {
            key: 'who',
            label: words.customer,
            heading: true,
            cell: (row) => <Customer publicId={row.publicId ?? ''} name={row.name} />,
          },
          { key: 'looks', label: words.times, figures: true, cell: (row) => number(row.looks) },
          { key: 'by', label: words.by, figures: true, cell: (row) => number(row.others) },
        ]}
      />
    </Card>
  );
}
