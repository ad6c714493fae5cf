import { useEffect, useRef, useSyncExternalStore } from 'react';
import { tinykeys } from 'tinykeys';

/** From keys to acts, in the notation of tinykeys: `j`, `Enter`, `g i` (one after the other), `[Shift]+?`. */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const storageKey = 'polder.shortcuts';
const changed = 'polder:shortcuts';

/**
 * Listens while the component is shown. Silent while somebody types or a dialog is open, and when single letters
 * are switched off (WCAG 2.1.4). May be given a new object at every render.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const newest = useRef(shortcuts);
  const keys = Object.keys(shortcuts).join('\n');
  useEffect(() => {
    newest.current = shortcuts;
  });
  useEffect(() => {
    const bindings = keys.split('\n').map((key) => [
      key,
      (event: KeyboardEvent) => {
        if (!mayListen(event)) return;
        event.preventDefault();
        newest.current[key]?.(event);
      },
    ]);
    return tinykeys(window, Object.fromEntries(bindings));
  }, [keys]);
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

function subscribe(listen: () => void): () => void {
  window.addEventListener(changed, listen);
  window.addEventListener('storage', listen);
  return () => {
    window.removeEventListener(changed, listen);
    window.removeEventListener('storage', listen);
  };
}

/** Whether single letters work, and the switch for it; kept in this browser. */
export function useShortcutSwitch(): [boolean, (on: boolean) => void] {
  const enabled = useSyncExternalStore(subscribe, shortcutsEnabled, () => true);
  return [
    enabled,
    (on) => {
      localStorage.setItem(storageKey, on ? 'on' : 'off');
      window.dispatchEvent(new Event(changed));
    },
  ];
}
