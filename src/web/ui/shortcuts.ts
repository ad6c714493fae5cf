import { useEffect, useRef, useSyncExternalStore } from 'react';
import { tinykeys } from 'tinykeys';
import { listenToKeys, tellKeys } from './key-changes.ts';
import { ownKey, useOwnKeys } from './own-keys.ts';

/** From keys to acts, in the notation of tinykeys: `j`, `Enter`, `g i` (one after the other), `[Shift]+?`. */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const storageKey = 'polder.shortcuts';

/**
 * Listens while the component is shown. Silent while somebody types or a dialog is open, and when single letters
 * are switched off (WCAG 2.1.4). Keys are those of the house; what this colleague chose instead is heard in their
 * place. May be given a new object at every render.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const newest = useRef(shortcuts);
  const keys = Object.keys(shortcuts).join('\n');
  const own = useOwnKeys();
  useEffect(() => {
    newest.current = shortcuts;
  });
  useEffect(() => {
    const bindings = keys.split('\n').map((key) => [
      ownKey(own, key),
      (event: KeyboardEvent) => {
        if (!mayListen(event)) return;
        event.preventDefault();
        newest.current[key]?.(event);
      },
    ]);
    return tinykeys(window, Object.fromEntries(bindings));
  }, [keys, own]);
}

function mayListen(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || shortcutsEnabled() === false) return false;
  if (document.querySelector('dialog[open]')) return false;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return true;
  if (target.isContentEditable || target.closest('input, textarea, select')) return false;
  // Enter and space belong to what has the focus.
  return !(event.key === 'Enter' || event.key === ' ') || !target.closest('a, button, summary');
}

function shortcutsEnabled(): boolean {
  return localStorage.getItem(storageKey) !== 'off';
}

/** Whether single letters work, and the switch for it; kept in this browser. */
export function useShortcutSwitch(): [boolean, (on: boolean) => void] {
  const enabled = useSyncExternalStore(listenToKeys, shortcutsEnabled, () => true);
  return [
    enabled,
    (on) => {
      localStorage.setItem(storageKey, on ? 'on' : 'off');
      tellKeys();
    },
  ];
}
