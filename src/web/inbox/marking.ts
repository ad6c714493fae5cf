/** A word of a text that deserves a mark, and why. */
export interface Marking {
  value: string;
  /** `because` shows when the reasons are open, `personal` always. */
  as: 'because' | 'personal';
  /** The head it counted for, or the kind of personal data. */
  what: string;
}

/** A stretch of the text with everything that is said about it. Together the stretches are the text. */
export interface Stretch {
  text: string;
  because: string[];
  personal: string[];
}

/** Cuts a text where marks begin and end; marks may overlap. A value counts wherever it stands as a whole word. */
export function stretches(text: string, markings: readonly Marking[]): Stretch[] {
  const ranges = markings.flatMap((marking) =>
    placesOf(text, marking.value).map((at) => ({ ...at, marking })),
  );
  const cuts = [...new Set([0, text.length, ...ranges.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i] ?? 0;
    const here = ranges.filter((range) => range.start <= start && range.end >= end);
    return {
      text: text.slice(start, end),
      because: whats(here, 'because'),
      personal: whats(here, 'personal'),
    };
  });
}

function whats(here: readonly { marking: Marking }[], as: Marking['as']): string[] {
  return [...new Set(here.filter(({ marking }) => marking.as === as).map(({ marking }) => marking.what))];
}

const inWord = /[\p{L}\p{N}]/u;

function placesOf(text: string, value: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  if (value === '') return found;
  for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + 1)) {
    const end = start + value.length;
    if (!runsOn(text, start) && !runsOn(text, end)) found.push({ start, end });
  }
  return found;
}

/** Whether the word goes on over this place: `last` does not stand in `lastig`. */
function runsOn(text: string, at: number): boolean {
  return inWord.test(text.charAt(at - 1)) && inWord.test(text.charAt(at));
}
