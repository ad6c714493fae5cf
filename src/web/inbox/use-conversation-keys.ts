import type { RefObject } from 'react';
import { useShortcuts } from '../ui/shortcuts.ts';

/**
 * r answers, n notes, e closes (and asks why while a customer waits), a assigns, m makes it mine, p puts it first, s sets
 * it aside, l labels and more, h asks another department.
 */
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
    p: () => find('#first')?.click(),
    s: () => unfold('snoozing', 'button'),
    l: () => unfold('handling', 'select'),
    h: () => unfold('hand-over', 'select'),
    e: () => {
      if (!submit('close-at-once')) unfold('closing', '[name="reason"]');
    },
  });
}
