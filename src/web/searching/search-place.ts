import { longestText, type Question, searchStates } from '../../conversations/searching/question.ts';
import { type SearchPlace, urls } from '../../urls.ts';

/** From the address. A day that does not exist is not asked; whatever else is unknown finds nothing. */
export function questionOf(search: URLSearchParams): Question {
  const of = (name: string) => search.get(name)?.replaceAll('\0', '').trim().slice(0, 100) || null;
  const state = of('state');
  return {
    text: search.get('q')?.replaceAll('\0', '').slice(0, longestText) ?? '',
    channel: of('channel'),
    queue: of('queue'),
    label: of('label'),
    state: searchStates.find((one) => one === state) ?? null,
    from: dayOf(of('from')),
    until: dayOf(of('until')),
    colleague: of('colleague'),
  };
}

function dayOf(given: string | null): string | null {
  if (given === null || !/^[1-9]\d{3}-\d\d-\d\d$/.test(given)) return null;
  try {
    return Temporal.PlainDate.from(given).toString();
  } catch {
    return null;
  }
}

/** The address of a question; `narrow`: with its filters unfolded. */
export function placeOfQuestion(
  { text, ...asked }: Question,
  { narrow = false, cursor }: { narrow?: boolean; cursor?: string | undefined } = {},
): string {
  const narrowed: SearchPlace = Object.fromEntries(
    Object.entries(asked).filter(([, value]) => value !== null),
  );
  return urls.search({ q: text || undefined, ...narrowed, narrow: narrow ? '1' : undefined, cursor });
}

export function isNarrowed({ text: _, ...asked }: Question): boolean {
  return Object.values(asked).some((value) => value !== null);
}
