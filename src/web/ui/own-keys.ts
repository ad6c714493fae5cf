import { useMemo, useSyncExternalStore } from 'react';
import { listenToKeys, tellKeys } from './key-changes.ts';

/** From the key of the house to the key of this colleague; what is not here is as the house has it. */
export type OwnKeys = Readonly<Record<string, string>>;

const storageKey = 'polder.keys';

/** The keys that can be changed: single letters and figures. Enter, Escape and what goes with Ctrl stay. */
export function isChangeable(key: string): boolean {
  return /^[a-z0-9]$/.test(key);
}

function readKeys(stored: string | null): OwnKeys {
  try {
    const found: unknown = JSON.parse(stored ?? '{}');
    if (typeof found !== 'object' || found === null) return {};
    const pairs = Object.entries(found).filter(
      ([key, own]) => isChangeable(key) && typeof own === 'string' && isChangeable(own),
    );
    return Object.fromEntries(pairs) as OwnKeys;
  } catch {
    return {};
  }
}

/** Kept in this browser. */
export function useOwnKeys(): OwnKeys {
  const stored = useSyncExternalStore(
    listenToKeys,
    () => localStorage.getItem(storageKey),
    () => null,
  );
  return useMemo(() => readKeys(stored), [stored]);
}

/** The key that does this here: of `g i` the second stays. */
export function ownKey(keys: OwnKeys, key: string): string {
  return keys[key] ?? key;
}

/** Gives an act another key; undefined: that of the house again. False: another act has that key. */
export function changeKey(key: string, own: string | undefined, all: readonly string[]): boolean {
  const keys = readKeys(localStorage.getItem(storageKey));
  const wanted = own ?? key;
  if (!isChangeable(wanted) || all.some((other) => other !== key && ownKey(keys, other) === wanted))
    return false;
  const { [key]: _, ...rest } = keys;
  localStorage.setItem(storageKey, JSON.stringify(wanted === key ? rest : { ...rest, [key]: wanted }));
  tellKeys();
  return true;
}
