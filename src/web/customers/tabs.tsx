import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { useShell, useWords } from '../layout/frame.tsx';

/** Tabs that not everybody who reads customers may open. */
const guarded = ['attributes', 'exchange', 'backoffices'] as const;

const tabs = [
  'people',
  'segments',
  'followUps',
  'doubles',
  'quality',
  'attributes',
  'exchange',
  'backoffices',
] as const;
export type CustomerTab = (typeof tabs)[number];

/** The pages about customers, beside each other; a door that stays shut for somebody is not drawn for them. */
export function CustomerTabs({ current }: { current: CustomerTab }) {
  const { tabs: words } = useWords().keeping;
  const addresses: Record<CustomerTab, string> = {
    people: urls.customers(),
    segments: urls.segments(),
    followUps: urls.customerFollowUps(),
    doubles: urls.customerDoubles(),
    quality: urls.customerQuality(),
    attributes: urls.customerAttributes(),
    exchange: urls.customerFiles(),
    backoffices: urls.backoffices(),
  };
  const mine = useShell()?.colleague?.sections ?? [];
  const shown = tabs.filter((tab) => !isGuarded(tab) || mine.includes(tab));
  return (
    <nav aria-label={words.label} className="mb-6 border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {shown.map((tab) => (
          <li key={tab}>
            <Link
              to={addresses[tab]}
              aria-current={tab === current ? 'page' : undefined}
              className="inline-flex h-10 items-center border-b-2 border-transparent text-soft hover:text-ink aria-[current=page]:border-water aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              {words[tab]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isGuarded(tab: CustomerTab): tab is (typeof guarded)[number] {
  return guarded.some((one) => one === tab);
}
