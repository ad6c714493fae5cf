import type { Burst } from '../src/understanding/comparing/bursts.ts';
import type { Planted } from './burst-stream.ts';

const hour = 3_600_000;

export interface Judged {
  topics: number;
  found: number;
  /** Bursts about nothing planted, about a flood, about a topic already told, or about a daily word once more. */
  falseAlarms: number;
  floods: number;
  repeated: number;
  missed: Planted[];
}

/** Lays what was told beside what was planted. */
export function judgeBursts(bursts: readonly Burst[], planted: readonly Planted[]): Judged {
  const told = new Map<Planted, number>();
  const judged: Judged = { topics: 0, found: 0, falseAlarms: 0, floods: 0, repeated: 0, missed: [] };
  for (const burst of bursts) {
    const about = planted.filter((one) => isAbout(burst, one));
    const fresh = about.filter((one) => one.kind !== 'flood' && !told.has(one));
    if (fresh.length === 0) judged.falseAlarms++;
    if (about.some(({ kind }) => kind === 'flood')) judged.floods++;
    else if (about.length > 0 && fresh.length === 0) judged.repeated++;
    for (const one of fresh) told.set(one, burst.from);
  }
  const topics = planted.filter(({ kind }) => kind === 'topic');
  judged.missed = topics.filter((one) => !told.has(one));
  judged.topics = topics.length;
  judged.found = topics.length - judged.missed.length;
  return judged;
}

function isAbout({ terms, from }: Burst, { words, from: begin, to, kind }: Planted): boolean {
  const at = from / hour;
  if (kind !== 'daily' && (at < begin || at > to)) return false;
  const names = new Set(terms.flatMap((term) => term.split(' ')));
  return words.some((word) => names.has(word));
}
