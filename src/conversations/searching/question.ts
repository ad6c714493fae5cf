/** What a search asks: words as they were typed, and what it is narrowed to; null: not asked. */
export interface Question {
  text: string;
  channel: string | null;
  /** Key of the queue. */
  queue: string | null;
  /** Public id; those under it count too. */
  label: string | null;
  state: SearchState | null;
  /** Days, as `2026-11-24`, both included. */
  from: string | null;
  until: string | null;
  /** Public id of a colleague who wrote it, or who had the conversation; `me`. */
  colleague: string | null;
}

export const searchStates = ['open', 'snoozed', 'done'] as const;
export type SearchState = (typeof searchStates)[number];

export const noQuestion: Question = {
  text: '',
  channel: null,
  queue: null,
  label: null,
  state: null,
  from: null,
  until: null,
  colleague: null,
};

export const longestText = 200;

/** What must stand there, and of what nothing may: `pakket -buren`. */
export interface Wanted {
  words: string;
  /** Any of these, as PostgreSQL's web search reads it. */
  without: string;
}

/** Takes the text of a search apart. */
export function wantedOf(text: string): Wanted {
  const without: string[] = [];
  const words = text
    .slice(0, longestText)
    .replaceAll('\0', ' ')
    .replace(/(?<!\S)-("[^"]*"|[^\s"-]\S*)/g, (_, term: string) => {
      without.push(term);
      return ' ';
    });
  return { words: words.trim(), without: without.join(' or ') };
}

/** A piece of what was said; marked when it is what was asked for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** Marks of the excerpt, of the private use area: nobody writes them, and who does is not heard here. */
export const marks = { begin: '\uE000', end: '\uE001' } as const;

/** What `ts_headline` gave, as pieces. */
export function piecesOf(excerpt: string): Piece[] {
  return excerpt
    .split(marks.begin)
    .flatMap((part, n) => {
      if (n === 0) return [{ text: part, marked: false }];
      const [inside = '', ...after] = part.split(marks.end);
      return [
        { text: inside, marked: true },
        { text: after.join(''), marked: false },
      ];
    })
    .filter(({ text }) => text !== '');
}
