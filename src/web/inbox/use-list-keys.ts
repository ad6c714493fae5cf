import { type RefObject, useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useShortcuts } from '../ui/shortcuts.ts';
import { type Place, placed } from './place.ts';

interface Around {
  scroller: RefObject<HTMLElement | null>;
  chosen: string | null;
  place: Place;
  next: string | null;
}

/**
 * j and k walk through the rows, Enter opens (by itself: a row is a link), u goes back to the list, x selects. Walking
 * opens nothing: opening is written into the customer's ledger.
 */
export function useListKeys({ scroller, chosen, place, next }: Around): void {
  const navigate = useNavigate();
  const rows = () => [...(scroller.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const rowOf = (id: string | null) => rows().find((row) => row.dataset.row === id);
  const step = (by: 1 | -1) => {
    const all = rows();
    const focused = all.indexOf(document.activeElement as HTMLElement);
    const from = focused >= 0 ? focused : all.findIndex((row) => row.dataset.row === chosen);
    const beside = from < 0 ? (rowOf(next) ?? all[0]) : all[from + by];
    // On a narrow screen the list is away while a conversation is open.
    if (beside?.offsetParent) beside.focus();
    else if (beside?.dataset.row) navigate(placed.conversation(beside.dataset.row, place));
  };
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    Enter: () => {
      const first = rows()[0]?.dataset.row;
      if (!chosen && first) navigate(placed.conversation(first, place));
    },
    x: () => {
      const row = (document.activeElement as HTMLElement | null)?.closest('.row');
      if (place.select) row?.querySelector<HTMLInputElement>('[type=checkbox]')?.click();
      else if (!place.among) navigate(placed.inbox({ ...place, select: true }));
    },
    u: () => {
      if (chosen) navigate(placed.inbox(place));
    },
  });
  const before = useRef(chosen);
  useEffect(() => {
    if (before.current && !chosen) (rowOf(before.current) ?? rows()[0])?.focus();
    before.current = chosen;
  });
}
