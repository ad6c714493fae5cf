import type { Field } from '../../customers/exchanging/field.ts';
import { type ExchangeKind, exchangeKinds, fieldsOf } from '../../customers/exchanging/kind.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/guide-page.ts';

export function loader({ context }: Route.LoaderArgs) {
  requires(pageContext(context).context.actor, 'customer.exchange');
  return { kinds: exchangeKinds.map((kind) => ({ kind, fields: [...fieldsOf[kind]] })) };
}

/** How a file may be written; made from what the import itself reads by, so that it cannot tell otherwise. */
export default function GuidePage({ loaderData: { kinds } }: Route.ComponentProps) {
  const { exchanging } = useWords();
  const { guide } = exchanging;
  return (
    <div className="max-w-5xl">
      <PageHeader
        title={guide.title}
        lead={guide.lead}
        aside={
          <LinkButton to={urls.customerFiles()} tone="quiet" size="small" icon="previous">
            {exchanging.title}
          </LinkButton>
        }
      />
      <ul className="mb-6 max-w-prose list-disc space-y-1 pl-5">
        {guide.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <div className="space-y-5">
        {kinds.map(({ kind, fields }) => (
          <Kind key={kind} kind={kind} fields={fields} />
        ))}
      </div>
    </div>
  );
}

/** What scrolls must be reachable by keyboard. */
const scrollable = { tabIndex: 0 };

function Kind({ kind, fields }: { kind: ExchangeKind; fields: readonly Field[] }) {
  const { exchanging } = useWords();
  const { guide, fields: names } = exchanging;
  return (
    <Card title={guide.of[kind]}>
      <p className="mb-1 text-sm text-soft">{guide.example}</p>
      <section
        aria-label={`${guide.example}: ${guide.of[kind]}`}
        className="mb-5 overflow-x-auto rounded-md bg-sunken p-3"
        {...scrollable}
      >
        <pre className="font-mono text-sm">{guide.examples[kind]}</pre>
      </section>
      <Table
        caption={guide.columns}
        rows={fields}
        rowKey={(field) => field.name}
        columns={[
          {
            key: 'field',
            label: guide.field,
            heading: true,
            cell: (field) => (
              <p className="py-1.5">
                {names[field.name as keyof typeof names]}
                {field.required && (
                  <span className="block text-sm font-normal text-soft">{guide.required}</span>
                )}
              </p>
            ),
          },
          {
            key: 'headings',
            label: guide.headings,
            cell: (field) => (
              <div className="space-y-1 py-1.5 text-sm wrap-anywhere">
                <p>{field.headings.join(', ')}</p>
                <Writing field={field} />
              </div>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** How a value is written; of a state, the words that mean it. */
function Writing({ field }: { field: Field }) {
  const { guide } = useWords().exchanging;
  const states = Object.entries(field.states ?? {});
  if (states.length === 0) return <p className="text-soft">{guide.types[field.type]}</p>;
  return (
    <ul className="text-soft">
      {states.map(([state, words]) => (
        <li key={state}>{[state, ...words].join(', ')}</li>
      ))}
    </ul>
  );
}
