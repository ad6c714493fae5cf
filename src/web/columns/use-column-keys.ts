import type { RefObject } from 'react';
import { useShortcuts } from '../ui/shortcuts.ts';

/** j and k walk through a column, the arrows go to the one beside it; Enter opens, because a row is a link. */
export function useColumnKeys(board: RefObject<HTMLElement | null>): void {
  const columns = () => [...(board.current?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
  const rowsOf = (column: HTMLElement | undefined) => [
    ...(column?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
  ];
  const here = () => columns().findIndex((column) => column.contains(document.activeElement));
  const step = (by: 1 | -1) => {
    const rows = rowsOf(columns()[Math.max(0, here())]);
    const at = rows.indexOf(document.activeElement as HTMLElement);
    rows[at < 0 ? 0 : at + by]?.focus();
  };
  const beside = (by: 1 | -1) => {
    const all = columns();
    const from = here();
    for (let at = from + by; at >= 0 && at < all.length; at += by) {
      const [first] = rowsOf(all[at]);
      if (first) return first.focus();
    }
  };
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    ArrowRight: () => beside(1),
    ArrowLeft: () => beside(-1),
  });
}
