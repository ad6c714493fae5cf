import { type RefObject, useRef } from 'react';
import { useShortcuts } from '../ui/shortcuts.ts';

/** j and k walk through the rows of a list, slash goes to the box above it. */
export function useHitKeys(): RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null);
  const step = (by: 1 | -1) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    rows[at < 0 ? 0 : at + by]?.focus();
  };
  useShortcuts({ j: () => step(1), k: () => step(-1) });
  return list;
}

/** Slash goes to the search box, with what stands in it chosen. */
export function useSearchKey(box: RefObject<HTMLInputElement | null>): void {
  useShortcuts({
    '/': () => {
      box.current?.focus();
      box.current?.select();
    },
  });
}
