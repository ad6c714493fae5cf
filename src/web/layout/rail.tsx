import { useRef } from 'react';
import { Link, useMatches } from 'react-router';
import { urls } from '../../urls.ts';
import { Bell } from '../notifying/bell.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Mark } from './brand.tsx';
import { useShell, useWords } from './frame.tsx';
import type { SectionName } from './sections.ts';
import { useClosing } from './use-closing.ts';

/** So many sections stand on a telephone's bar, and so many on the rail of a low screen; the rest is behind one more. */
const onBar = 4;
const onRail = 7;

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
      <div className="flex items-center gap-1 md:mt-auto md:flex-col">
        <Bell />
        <AccountMenu />
      </div>
    </header>
  );
}

interface Section {
  /** Left out: open to every colleague. */
  name?: SectionName;
  to: string;
  icon: IconName;
  label: string;
  /** Pages of other addresses that belong to this section. */
  also?: readonly string[];
  /** Another door than the pages: needs a full load. */
  document?: boolean;
}

function Sections() {
  const { nav, sections } = useWords().shell;
  const mine = useShell()?.colleague?.sections ?? [];
  const all: Section[] = [
    { name: 'inbox', to: urls.inbox(), icon: 'inbox', label: nav.inbox, also: ['/conversations'] },
    {
      name: 'customers',
      to: urls.customers(),
      icon: 'people',
      label: nav.customers,
      also: [urls.segments(), urls.backoffices()],
    },
    { name: 'journey', to: urls.journey(), icon: 'path', label: nav.journey },
    { name: 'reports', to: urls.reports(), icon: 'rows', label: nav.reports },
    { name: 'pilots', to: urls.pilots(), icon: 'water', label: nav.pilots },
    { name: 'signals', to: urls.signals(), icon: 'rising', label: nav.signals },
    { name: 'understanding', to: urls.understanding(), icon: 'speech', label: nav.understanding },
    { name: 'privacy', to: urls.privacy(), icon: 'lock', label: nav.privacy, also: [urls.offer()] },
    { name: 'mailings', to: urls.mailings(), icon: 'send', label: nav.mailings, also: ['/mail'] },
    { name: 'organisation', to: urls.organisation(), icon: 'building', label: nav.organisation },
    { name: 'imports', to: urls.imports(), icon: 'upload', label: nav.imports },
    { to: urls.apiDocs(), icon: 'braces', label: nav.api, document: true },
  ];
  const shown = all.filter(({ name }) => !name || mine.includes(name));
  return (
    <nav
      aria-label={sections}
      className="border-rail-line bg-rail md:-mx-2 md:min-h-0 md:overflow-y-auto md:px-2 max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:border-t max-md:pb-[env(safe-area-inset-bottom)]"
    >
      <ul className="flex md:flex-col md:gap-1">
        {shown.map((section, place) => (
          <li key={section.to} className={placed(place)}>
            <SectionLink section={section} />
          </li>
        ))}
        {shown.length > onBar && (
          <li className={`flex-1 ${shown.length > onRail ? '' : 'md:hidden'}`}>
            <More sections={shown.slice(onBar)} />
          </li>
        )}
      </ul>
    </nav>
  );
}

function placed(place: number): string {
  if (place >= onRail) return 'hidden';
  return place < onBar ? 'flex-1' : 'flex-1 max-md:hidden';
}

/** What does not fit on a telephone's bar, and on a wide screen what does not fit on the rail. Opens without script. */
function More({ sections }: { sections: readonly Section[] }) {
  const { nav } = useWords().shell;
  const box = useRef<HTMLDetailsElement>(null);
  useClosing(box);
  const path = useMatches().at(-1)?.pathname ?? '';
  const at = sections.findIndex((section) => isAt(section, path));
  const beyondRail = onRail - onBar;
  const here =
    at < 0 ? '' : `font-semibold text-rail-ink ${at < beyondRail ? 'md:font-normal md:text-rail-soft' : ''}`;
  return (
    <details ref={box} className="relative">
      <summary className={`rail-link ${here}`}>
        <Icon name="more" className="size-6" />
        {nav.more}
      </summary>
      <ul className="absolute right-1 bottom-full z-30 mb-2 w-56 rounded-lg border border-line bg-surface p-2 text-ink shadow-xl md:fixed md:right-auto md:bottom-20 md:left-[6.75rem] md:mb-0">
        {sections.map((section, place) => (
          <li key={section.to} className={place < beyondRail ? 'md:hidden' : undefined}>
            <Link
              to={section.to}
              reloadDocument={section.document ?? false}
              aria-current={isAt(section, path) ? 'page' : undefined}
              className="flex h-11 items-center gap-3 rounded-md px-3 hover:bg-sunken aria-[current=page]:font-semibold"
            >
              <Icon name={section.icon} className="size-5" />
              {section.label}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

function isAt({ to, also = [] }: Section, path: string): boolean {
  return path === to || path.startsWith(`${to}/`) || also.some((one) => path.startsWith(one));
}

function SectionLink({ section }: { section: Section }) {
  const path = useMatches().at(-1)?.pathname ?? '';
  const current = isAt(section, path);
  const { to, icon, label, document = false } = section;
  return (
    <Link to={to} reloadDocument={document} aria-current={current ? 'page' : undefined} className="rail-link">
      <Icon name={icon} className="size-6" />
      {label}
    </Link>
  );
}
