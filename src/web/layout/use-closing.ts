import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** Of a menu that opens without script: closes it by Escape, by a click elsewhere and after a step to another page. */
export function useClosing(box: RefObject<HTMLDetailsElement | null>): void {
  const { key } = useLocation();
  const shownAt = useRef(key);
  useEffect(() => {
    // Not at the first run: somebody may have opened the menu before the script arrived.
    if (shownAt.current !== key) box.current?.removeAttribute('open');
    shownAt.current = key;
  }, [key, box]);
  useDismissing(box);
}

/** Closes what opens without script by Escape, while no dialog is in front of it, and by a click elsewhere. */
export function useDismissing(box: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const close = (event: Event) => {
      const details = box.current;
      if (!details?.open) return;
      const byKey =
        event instanceof KeyboardEvent && event.key === 'Escape' && !document.querySelector('dialog[open]');
      const elsewhere = event.type === 'pointerdown' && !details.contains(event.target as Node);
      if (byKey || elsewhere) details.open = false;
      if (byKey) details.querySelector('summary')?.focus();
    };
    document.addEventListener('keydown', close);
    document.addEventListener('pointerdown', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('pointerdown', close);
    };
  }, [box]);
}
