import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Acting } from './use-acts.ts';

/** What is being written. It stays in this tab until it was sent, also when somebody looks elsewhere in between. */
export interface Draft {
  field: RefObject<HTMLTextAreaElement | null>;
  length: number;
  write: () => void;
  /** Back to reading; the text stays. */
  leave: () => void;
}

interface DraftOf {
  key: string;
  acting: Acting;
  section: RefObject<HTMLElement | null>;
}

export function useDraft({ key, acting, section }: DraftOf): Draft {
  const field = useRef<HTMLTextAreaElement>(null);
  const [length, setLength] = useState(0);
  const stored = `polder.draft.${key}`;
  const done = acting.answer?.done ? acting.answer : null;
  useEffect(() => {
    const kept = sessionStorage.getItem(stored);
    if (field.current && kept && field.current.value === '') field.current.value = kept;
    setLength(field.current?.value.length ?? 0);
  }, [stored]);
  useEffect(() => {
    if (!done || !field.current) return;
    field.current.value = '';
    sessionStorage.removeItem(stored);
    setLength(0);
    section.current?.focus();
  }, [done, stored, section]);
  return {
    field,
    length,
    write: () => {
      const text = field.current?.value ?? '';
      setLength(text.length);
      if (text === '') sessionStorage.removeItem(stored);
      else sessionStorage.setItem(stored, text);
    },
    leave: () => section.current?.focus(),
  };
}
