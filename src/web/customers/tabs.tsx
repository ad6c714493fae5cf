import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { useShell, useWords } from '../layout/frame.tsx';

export type CustomerTab = 'people' | 'followUps' | 'doubles' | 'quality' | 'attributes' | 'exchange';

/** The pages about customers, beside each other. What somebody may not open still says so itself. */
export function CustomerTabs({ current }: { current: CustomerTab }) {
  const { tabs } = useWords().keeping;
  const addresses: Record<CustomerTab, string> = {
    people: urls.customers(),
    followUps: urls.customerFollowUps(),
    doubles: urls.customerDoubles(),
    quality: urls.customerQuality(),
    attributes: urls.customerAttributes(),
    exchange: urls.customerFiles(),
  };
  const mayExchange = useShell()?.colleague?.sections.includes('imports') ?? false;
  const shown = (Object.keys(addresses) as CustomerTab[]).filter(
    (tab) => mayExchange || (tab !== 'exchange' && tab !== 'attributes'),
  );
  return (
    <nav aria-label={tabs.label} className="mb-6 border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {shown.map((tab) => (
          <li key={tab}>
            <Link
              to={addresses[tab]}
              aria-current={tab === current ? 'page' : undefined}
              className="inline-flex h-10 items-center border-b-2 border-transparent text-soft hover:text-ink aria-[current=page]:border-water aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              {tabs[tab]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
