import { type RefObject, useRef } from 'react';
import type { Mode } from '../../../conversations/composing/mode.ts';
import type { Draft } from '../use-draft.ts';
import type { MacroView } from './composer-view.ts';
import { usePost } from './use-saving.ts';

interface TrayOf {
  id: string;
  mode: Mode;
  draft: Draft;
}

/** Opens the tray of ready-made texts, and puts the chosen one where the cursor was. */
export function useTray({ id, mode, draft }: TrayOf) {
  const ref: RefObject<HTMLDetailsElement | null> = useRef(null);
  const post = usePost(id);
  return {
    ref,
    show: () => {
      if (!ref.current) return;
      ref.current.open = true;
      ref.current.querySelector('input')?.focus();
    },
    leave: () => draft.field.current?.focus(),
    choose: async ({ publicId }: MacroView) => {
      const answer = await post({ do: 'insert', mode, macro: publicId, text: '' });
      if (answer?.text === undefined) return draft.leave();
      draft.insert(answer.text);
      const after = draft.field.current?.form?.elements.namedItem('after');
      if (answer.close && after instanceof HTMLSelectElement && after.value === '') after.value = 'done';
    },
  };
}
