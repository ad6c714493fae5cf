import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Acting } from './use-acts.ts';

/** What is being written. It stays in this tab until it was sent, also when somebody looks elsewhere in between. */
export interface Draft {
  field: RefObject<HTMLTextAreaElement | null>;
  length: number;
  write: () => void;
  /** Back to reading; the text stays. */
  leave: () => void;
  /** An answer was prepared, and does not stand in the field, because something was written there already. */
  waiting: boolean;
  /** Puts it there after all. */
  take: () => void;
}

/** An answer that was prepared for this field. */
export interface PreparedText {
  id: string;
  text: string | null;
}

interface DraftOf {
  key: string;
  acting: Acting;
  section: RefObject<HTMLElement | null>;
  prepared?: PreparedText | null;
}

export function useDraft({ key, acting, section, prepared = null }: DraftOf): Draft {
  const field = useRef<HTMLTextAreaElement>(null);
  const [length, setLength] = useState(0);
  const stored = `polder.draft.${key}`;
  const { waiting, take } = usePrepared({ field, stored, prepared, setLength });
  const done = acting.answer?.done ? acting.answer : null;
  useEffect(() => {
    const kept = sessionStorage.getItem(stored);
    // What the server put there was prepared by software; what somebody wrote goes before it.
    if (field.current && kept && field.current.value === field.current.defaultValue)
      field.current.value = kept;
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
    waiting,
    take,
  };
}

interface PreparedOf {
  field: Draft['field'];
  stored: string;
  prepared: PreparedText | null;
  setLength: (length: number) => void;
}

/** A prepared answer fills an empty field, or the place of an earlier one that nobody touched; once. */
function usePrepared({ field, stored, prepared, setLength }: PreparedOf) {
  const [waiting, setWaiting] = useState(false);
  const untouched = useRef<string | null>(null);
  const put = (area: HTMLTextAreaElement, { id, text }: PreparedText) => {
    area.value = text ?? '';
    untouched.current = area.value;
    sessionStorage.setItem(`${stored}.prepared`, id);
    sessionStorage.setItem(stored, area.value);
    setLength(area.value.length);
    setWaiting(false);
  };
  const putNow = useRef(put);
  putNow.current = put;
  const id = prepared?.id;
  const text = prepared?.text ?? null;
  useEffect(() => {
    const area = field.current;
    if (!area || id === undefined || text === null) return setWaiting(false);
    if (sessionStorage.getItem(`${stored}.prepared`) === id) return;
    const free = area.value === '' || area.value === text || area.value === untouched.current;
    if (free) putNow.current(area, { id, text });
    else setWaiting(true);
  }, [field, stored, id, text]);
  return {
    waiting,
    take: () => {
      if (!field.current || !prepared) return;
      put(field.current, prepared);
      field.current.focus();
    },
  };
}
