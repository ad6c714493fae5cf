import type { NoteKind } from '../../../journey/noting/note.ts';

export interface NoteView {
  publicId: string;
  kind: NoteKind;
  about: string;
  said: Readonly<Record<string, unknown>>;
  at: string;
  by: string | null;
}

export function saidOf(notes: readonly NoteView[], kind: NoteKind, about: string): NoteView['said'] {
  return notes.find((note) => note.kind === kind && note.about === about)?.said ?? {};
}
