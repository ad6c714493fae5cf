import { useRef } from 'react';
import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { Preferences } from '../preferences/preferences.tsx';
import { CsrfField } from '../ui/form.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { useShell, useWords } from './frame.tsx';
import { ShortcutButton } from './shortcut-sheet.tsx';
import { useClosing } from './use-closing.ts';

/** Opens without script; script adds closing by Escape, by a click elsewhere and after a step to another page. */
export function AccountMenu() {
  const { account, nav } = useWords().shell;
  const name = useShell()?.colleague?.name ?? '';
  const box = useRef<HTMLDetailsElement>(null);
  useClosing(box);
  return (
    <details ref={box} className="group relative">
      <summary className="flex flex-col items-center gap-0.5 rounded-md px-1 py-1.5 text-xs text-rail-soft -outline-offset-2 hover:text-rail-ink">
        <span
          aria-hidden="true"
          className="grid size-8 place-items-center rounded-full border border-rail-soft font-semibold text-rail-ink group-open:bg-rail-mark"
        >
          {initials(name)}
        </span>
        <span className="sr-only">{account.menu}</span>
      </summary>
      <div className="absolute right-0 z-30 w-80 max-w-[calc(100vw-1.5rem)] rounded-lg border border-line bg-surface p-3 text-ink shadow-xl max-md:top-full max-md:mt-2 md:bottom-0 md:left-full md:ml-3">
        <p className="px-2 pt-1 pb-3 font-medium">{account.signedInAs(name)}</p>
        <div className="border-y border-line px-2 py-3">
          <Preferences />
        </div>
        <div className="pt-2">
          <Own to={urls.houseRules()} icon="note" label={nav.houseRules} />
          <Own to={urls.training()} icon="check" label={nav.training} />
          <Own to={urls.notificationWishes()} icon="bell" label={account.notifications} />
          <Own to={urls.account()} icon="lock" label={account.access} />
          <ShortcutButton />
          <form method="post" action={urls.signOut()}>
            <CsrfField />
            <button
              type="submit"
              className="flex h-9 w-full items-center gap-2 rounded-md px-2 text-left hover:bg-sunken"
            >
              <Icon name="signOut" />
              {account.signOut}
            </button>
          </form>
        </div>
      </div>
    </details>
  );
}

/** What every colleague has, whatever their role. */
function Own({ to, icon, label }: { to: string; icon: IconName; label: string }) {
  return (
    <Link to={to} className="flex h-9 items-center gap-2 rounded-md px-2 hover:bg-sunken">
      <Icon name={icon} />
      {label}
    </Link>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? '';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}
