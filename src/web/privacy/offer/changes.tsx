import { useWords } from '../../layout/frame.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import type { DifferenceView } from './offer-view.ts';

/** What differs between two versions, and which of it asks more than people agreed to. */
export function Changes({ differences, title }: { differences: readonly DifferenceView[]; title?: string }) {
  const { changes } = useWords().offer;
  return (
    <Card title={title ?? changes.title}>
      {differences.length === 0 ? (
        <p className="text-soft">{changes.none}</p>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {differences.map((one) => (
            <Change key={`${one.kind} ${one.key} ${one.from} ${one.to}`} one={one} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Change({ one }: { one: DifferenceView }) {
  const { offer, customers } = useWords();
  const { changes } = offer;
  const names: Readonly<Record<string, string>> = customers.contract.purposes;
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-medium">{names[one.key] ?? changes.kinds[one.kind]}</span>
        {names[one.key] && <span>{changes.kinds[one.kind]}</span>}
        <Badge tone={one.material ? 'attention' : 'neutral'} icon={one.material ? 'warning' : 'check'}>
          {one.material ? changes.wider : changes.same}
        </Badge>
      </div>
      <dl className="mt-1 grid grid-cols-[minmax(0,5rem)_minmax(0,1fr)] gap-x-3 text-sm">
        {one.from !== null && <Side name={changes.was} value={one.from} />}
        {one.to !== null && <Side name={changes.becomes} value={one.to} />}
      </dl>
    </li>
  );
}

function Side({ name, value }: { name: string; value: string | number }) {
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
