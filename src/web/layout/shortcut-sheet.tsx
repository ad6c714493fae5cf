import { useState, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { urls } from '../../urls.ts';
import { Dialog, openDialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { changeKey, isChangeable, ownKey, useOwnKeys } from '../ui/own-keys.ts';
import { useShortcutSwitch, useShortcuts } from '../ui/shortcuts.ts';
import { useShell, useWords } from './frame.tsx';

const sheet = 'shortcuts';

/** The sheet behind `?`, and the keys that work everywhere. Once per page, outside anything that may be folded. */
export function ShortcutSheet() {
  const { shortcuts } = useWords().shell;
  const navigate = useNavigate();
  const places = usePlaces();
  const going = places.map(({ keys, to }) => [keys, () => navigate(to)] as const);
  useShortcuts({ '[Shift]+?': () => openDialog(sheet), ...Object.fromEntries(going) });
  if (!useScripted()) return null;
  return (
    <Dialog id={sheet} title={shortcuts.title}>
      <Sheet />
    </Dialog>
  );
}

/** Where two keys lead: only what somebody may open. */
function usePlaces() {
  const { shortcuts } = useWords().shell;
  const mine = useShell()?.colleague?.sections ?? [];
  const all = [
    { name: 'inbox', keys: 'g i', to: urls.inbox(), label: shortcuts.goInbox },
    { name: 'customers', keys: 'g c', to: urls.customers(), label: shortcuts.goCustomers },
    { name: 'journey', keys: 'g j', to: urls.journey(), label: shortcuts.goJourney },
    { name: 'understanding', keys: 'g b', to: urls.understanding(), label: shortcuts.goUnderstanding },
  ] as const;
  return all.filter(({ name }) => mine.includes(name));
}

const never = () => () => {};

/** False in the HTML from the server: what only script can open need not be sent with every page. */
function useScripted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

export function ShortcutButton() {
  const { shortcuts } = useWords().shell;
  return (
    <button
      type="button"
      onClick={() => openDialog(sheet)}
      className="needs-script flex h-9 w-full items-center gap-2 rounded-md px-2 text-left hover:bg-sunken"
    >
      <Icon name="keyboard" />
      {shortcuts.title}
      <Key>?</Key>
    </button>
  );
}

function Sheet() {
  const { shortcuts } = useWords().shell;
  const [enabled, enable] = useShortcutSwitch();
  const [changing, change] = useState(false);
  const places = usePlaces();
  return (
    <>
      <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
        <Group
          title={shortcuts.general}
          keys={[...places.map(({ keys, label }) => [keys, label] as const), ['?', shortcuts.help]]}
        />
        <Group
          title={shortcuts.inbox}
          changing={changing}
          keys={[
            ['j', shortcuts.next],
            ['k', shortcuts.previous],
            ['Enter', shortcuts.openOne],
            ['r', shortcuts.reply],
            ['n', shortcuts.note],
            ['e', shortcuts.finish],
            ['m', shortcuts.mine],
            ['p', shortcuts.first],
            ['s', shortcuts.snooze],
            ['l', shortcuts.label],
            ['h', shortcuts.handOver],
            ['a', shortcuts.assign],
            ['u', shortcuts.backToList],
            ['x', shortcuts.select],
            ['/', shortcuts.search],
            ['/', shortcuts.insert],
            ['Ctrl+Enter', shortcuts.send],
            ['Esc', shortcuts.leave],
          ]}
        />
      </div>
      <label className="mt-5 flex min-h-row items-center gap-3 border-t border-line pt-3">
        <input
          type="checkbox"
          checked={changing}
          onChange={(event) => change(event.currentTarget.checked)}
          className="size-5 accent-water"
        />
        {shortcuts.change}
      </label>
      <label className="flex min-h-row items-center gap-3">
        <input
          type="checkbox"
          checked={enabled}
          onChange={(event) => enable(event.currentTarget.checked)}
          className="size-5 accent-water"
        />
        {shortcuts.enabled}
      </label>
    </>
  );
}

interface GroupProps {
  title: string;
  keys: readonly (readonly [string, string])[];
  /** With a field for each key that can be another one. */
  changing?: boolean;
}

function Group({ title, keys, changing = false }: GroupProps) {
  const own = useOwnKeys();
  const all = keys.map(([key]) => key);
  return (
    <section>
      <h3 className="mb-1 text-sm text-soft">{title}</h3>
      <dl>
        {keys.map(([key, does]) => (
          <div key={does} className="flex min-h-9 items-center justify-between gap-4 border-b border-line">
            <dt className="order-2 whitespace-nowrap">
              {changing && isChangeable(key) ? (
                <OtherKey standard={key} does={does} all={all} />
              ) : (
                <Keys keys={ownKey(own, key)} />
              )}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Keys({ keys }: { keys: string }) {
  const { shortcuts } = useWords().shell;
  return keys.split(' ').map((one, i) => (
    <span key={one}>
      {i > 0 && <span className="px-1 text-xs text-faint">{shortcuts.andThen}</span>}
      <Key>{one}</Key>
    </span>
  ));
}

/** Empty: the key of the house again. */
function OtherKey({ standard, does, all }: { standard: string; does: string; all: readonly string[] }) {
  const { shortcuts } = useWords().shell;
  const own = ownKey(useOwnKeys(), standard);
  const [taken, setTaken] = useState(false);
  return (
    <span className="inline-flex items-center gap-2">
      {taken && (
        <span role="status" className="text-xs font-medium text-clay">
          {shortcuts.taken}
        </span>
      )}
      <input
        aria-label={shortcuts.keyFor(does)}
        defaultValue={own}
        maxLength={1}
        autoCapitalize="off"
        autoComplete="off"
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => {
          const typed = event.currentTarget.value.toLowerCase();
          setTaken(!changeKey(standard, typed || undefined, all));
        }}
        className="h-8 w-10 rounded-sm border border-edge bg-surface text-center text-ink"
      />
    </span>
  );
}

function Key({ children }: { children: string }) {
  return (
    <kbd className="inline-block min-w-6 rounded-sm border border-edge bg-surface px-1.5 text-center font-sans text-xs text-ink">
      {children}
    </kbd>
  );
}
