import type { RefObject } from 'react';
import { useShortcuts } from '../ui/shortcuts.ts';

/** Figures first, then letters. Not s, which skips, nor those that lead to another page after g. */
export const choiceKeys: readonly string[] = [...'1234567890qwertyuopdfhklzxvnm'];

/** The keys that stand on the buttons (`data-key`), and Enter for what is suggested. Deaf while an answer is under way. */
export function useLabellingKeys(form: RefObject<HTMLFormElement | null>, busy: boolean): void {
  const press = (selector: string) => {
    if (!busy) form.current?.querySelector<HTMLElement>(selector)?.click();
  };
  const bound = [...choiceKeys, 's'].map((key) => [key, () => press(`[data-key="${key}"]`)] as const);
  useShortcuts({ ...Object.fromEntries(bound), Enter: () => press('[data-suggested]') });
}
