import type { RefObject } from 'react';
import { useShortcuts } from '../ui/shortcuts.ts';

/** r answers, n notes, e closes (and asks why while a customer waits), a assigns, m makes it mine. */
export function useConversationKeys(section: RefObject<HTMLElement | null>): void {
  const find = (selector: string) => section.current?.querySelector<HTMLElement>(selector) ?? null;
  const unfold = (id: string, field: string) => {
    const details = find(`#${id}`);
    if (!(details instanceof HTMLDetailsElement)) return;
    details.open = true;
    details.querySelector<HTMLElement>(field)?.focus();
  };
  const submit = (id: string): boolean => {
    const form = find(`#${id}`);
    if (!(form instanceof HTMLFormElement)) return false;
    form.requestSubmit();
    return true;
  };
  useShortcuts({
    r: () => unfold('reply', 'textarea'),
    n: () => unfold('note', 'textarea'),
    a: () => unfold('assigning', 'select'),
    m: () => submit('assign-to-me'),
    e: () => {
      if (!submit('close-at-once')) unfold('closing', '[name="reason"]');
    },
  });
}
