import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Mode } from '../../conversations/composing/mode.ts';
import type { DraftView } from './composing/composer-view.ts';
import { type Saved, useSaving } from './composing/use-saving.ts';
import type { Acting } from './use-acts.ts';

/** What is being written on one paper. It is kept on the server; the newest words also in this tab. */
export interface Draft {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  length: number;
  saved: Saved;
  write: () => void;
  /** Puts words in at the cursor, as if they were typed. */
  insert: (words: string) => void;
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
  id: string;
  mode: Mode;
  /** What the server kept. */
  kept: DraftView | undefined;
  acting: Acting;
  section: RefObject<HTMLElement | null>;
  prepared?: PreparedText | null;
}

export function useDraft({ id, mode, kept, acting, section, prepared = null }: DraftOf): Draft {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(kept?.text ?? '');
  const stored = `polder.draft.${id}.${mode}`;
  const saving = useSaving({ id, mode, revision: kept?.revision ?? 0 });
  const { waiting, take } = usePrepared({ field, stored, prepared, setText });
  useKept({ field, stored, kept, setText });
  const done = acting.answer?.done && acting.answer.mode === mode ? acting.answer : null;
  const forget = useRef(saving.forget);
  forget.current = saving.forget;
  useEffect(() => {
    if (!done || !field.current) return;
    field.current.value = '';
    sessionStorage.removeItem(stored);
    forget.current();
    setText('');
    section.current?.focus();
  }, [done, stored, section]);
  const write = () => {
    const now = field.current?.value ?? '';
    setText(now);
    sessionStorage.setItem(stored, JSON.stringify({ text: now, revision: saving.revision() }));
    saving.later(now);
  };
  return {
    field,
    text,
    length: text.length,
    saved: saving.saved,
    write,
    insert: (words) => {
      const area = field.current;
      if (!area) return;
      area.setRangeText(words, area.selectionStart, area.selectionEnd, 'end');
      area.focus();
      write();
    },
    leave: () => section.current?.focus(),
    waiting,
    take,
  };
}

interface KeptOf {
  field: Draft['field'];
  stored: string;
  kept: DraftView | undefined;
  setText: (text: string) => void;
}

/**
 * What this tab typed last goes before what the server kept, so long as nobody kept something newer there. A text that
 * comes back, because it was taken back or not approved, stands in the field at once.
 */
function useKept({ field, stored, kept, setText }: KeptOf): void {
  const shown = useRef<number | null>(null);
  const revision = kept?.revision ?? 0;
  const text = kept?.text ?? '';
  const cameBack = Boolean(kept?.back);
  useEffect(() => {
    const area = field.current;
    if (!area) return;
    const first = shown.current === null;
    if (!first && shown.current === revision) return;
    shown.current = revision;
    const here = readStored(stored);
    if (first) area.value = here && here.revision >= revision ? here.text : text || area.value;
    else if (area.value.trim() === '') area.value = text;
    // What came back stands above what was begun meanwhile, as on the server; nothing that was typed is lost.
    else if (cameBack && !area.value.includes(text)) area.value = `${text}\n\n${area.value}`;
    setText(area.value);
  }, [field, stored, revision, text, cameBack, setText]);
}

function readStored(key: string): { text: string; revision: number } | null {
  try {
    const found = JSON.parse(sessionStorage.getItem(key) ?? 'null') as {
      text: string;
      revision: number;
    } | null;
    return found && typeof found.text === 'string' && found.text !== '' ? found : null;
  } catch {
    return null;
  }
}

interface PreparedOf {
  field: Draft['field'];
  stored: string;
  prepared: PreparedText | null;
  setText: (text: string) => void;
}

/** A prepared answer fills an empty field, or the place of an earlier one that nobody touched; once. */
function usePrepared({ field, stored, prepared, setText }: PreparedOf) {
  const [waiting, setWaiting] = useState(false);
  const untouched = useRef<string | null>(null);
  const put = (area: HTMLTextAreaElement, { id, text }: PreparedText) => {
    area.value = text ?? '';
    untouched.current = area.value;
    sessionStorage.setItem(`${stored}.prepared`, id);
    sessionStorage.setItem(stored, JSON.stringify({ text: area.value, revision: 0 }));
    setText(area.value);
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
