import { Link, useMatches } from 'react-router';
import { urls } from '../../urls.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Mark } from './brand.tsx';
import { useShell, useWords } from './frame.tsx';
import type { SectionName } from './sections.ts';

/** A rail on the left; on a telephone a bar on top for the account and one below for the sections. */
export function Rail() {
  const { product } = useWords().shell;
  return (
    <header className="on-rail sticky top-0 z-20 flex h-12 items-center justify-between bg-rail px-3 text-rail-ink md:h-dvh md:flex-col md:items-stretch md:justify-start md:px-2 md:py-3">
      <Link
        to={urls.home()}
        className="flex items-center gap-2 rounded-md p-1 font-semibold md:mb-4 md:flex-col md:gap-1 md:text-sm"
      >
        <Mark className="size-8 md:size-10" />
        {product}
      </Link>
      <Sections />
      <AccountMenu />
    </header>
  );
}

interface Section {
  /** Left out: open to every colleague. */
  name?: SectionName;
  to: string;
  icon: IconName;
  label: string;
  /** Pages of another address that belong to this section. */
  also?: string;
  /** Another door than the pages: needs a full load. */
  document?: boolean;
}

function Sections() {
  const { nav, sections } = useWords().shell;
  const mine = useShell()?.colleague?.sections ?? [];
  const all: Section[] = [
    { name: 'inbox', to: urls.inbox(), icon: 'inbox', label: nav.inbox, also: '/conversations' },
    { name: 'customers', to: urls.customers(), icon: 'people', label: nav.customers },
    { name: 'journey', to: urls.journey(), icon: 'path', label: nav.journey },
    { name: 'understanding', to: urls.understanding(), icon: 'speech', label: nav.understanding },
    { name: 'imports', to: urls.imports(), icon: 'upload', label: nav.imports },
    { to: urls.apiDocs(), icon: 'braces', label: nav.api, document: true },
  ];
  const shown = all.filter(({ name }) => !name || mine.includes(name));
  return (
    <nav
      aria-label={sections}
      className="border-rail-line bg-rail max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:border-t max-md:pb-[env(safe-area-inset-bottom)]"
    >
      <ul className="flex md:flex-col md:gap-1">
        {shown.map((section) => (
          <li key={section.to} className="flex-1">
            <SectionLink section={section} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SectionLink({ section: { to, icon, label, also, document = false } }: { section: Section }) {
  const path = useMatches().at(-1)?.pathname ?? '';
  const current = path === to || path.startsWith(`${to}/`) || Boolean(also && path.startsWith(also));
  return (
    <Link to={to} reloadDocument={document} aria-current={current ? 'page' : undefined} className="rail-link">
      <Icon name={icon} className="size-6" />
      {label}
    </Link>
  );
}
