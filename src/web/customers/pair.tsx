import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Suggestion } from '../../customers/identifying/suggestions.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import type { Plain } from './loading-customer.ts';
import { Reasons, Strength } from './merging.tsx';
import { useNetworkName } from './network-name.ts';

type Row = Plain<Suggestion>;

/** Two persons beside each other, with why they may be one; what can be done stands below. */
export function Pair({ row, children }: { row: Row; children: ReactNode }) {
  return (
    <li className="rounded-lg border border-line bg-surface p-4">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <Reasons reasons={row.reasons} />
        {row.score > 0 && <Strength score={row.score} />}
      </div>
      <div className="grid gap-4 md:grid-cols-2">
        <Candidate one={row.one} />
        <Candidate one={row.other} />
      </div>
      {children}
    </li>
  );
}

function Candidate({ one }: { one: Row['one'] }) {
  const { customers, keeping } = useWords();
  const networkName = useNetworkName();
  const { day } = useFormats();
  return (
    <div className="min-w-0 border-l-2 border-line pl-3">
      <Link to={urls.customer(one.publicId)} className="link font-medium break-words">
        {one.name ?? keeping.merging.unnamed}
      </Link>
      <p className="text-sm break-words text-soft">
        {[...one.networks.map(networkName), one.town].filter(Boolean).join(', ')}
      </p>
      {one.handles.length > 0 && <p className="text-sm break-words text-soft">{one.handles.join(', ')}</p>}
      <p className="text-sm text-faint">{customers.since(day(one.since))}</p>
    </div>
  );
}
