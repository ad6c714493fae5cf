import type { Formats } from '../../platform/format.ts';
import type { Catalogue } from '../../platform/words.ts';
import type { GrantView } from './grant-view.ts';

type Words = Catalogue['journey']['scope'];

const lists = [
  ...(['channels', 'departments', 'people', 'roles', 'segments'] as const),
  ...(['products', 'topics', 'languages', 'regions', 'purposes'] as const),
] as const;

/** The bounds of a grant in one line; each field that is absent restricts nothing. */
export function scopeWords(
  words: Words,
  { scope, calendar }: Pick<GrantView, 'scope' | 'calendar'>,
  formats: Formats,
): string {
  const { hours, dates, budget, volumeCap, visibility, approval } = scope;
  const bounds = [
    ...lists.map((field) => scope[field] && words[field](formats.list(scope[field]))),
    hours && calendar && words.hours(calendar, hours.version),
    dates?.from && words.from(formats.day(dates.from)),
    dates?.to && words.until(formats.day(dates.to)),
    visibility && words.visibility[visibility],
    approval && words.approval[approval],
    volumeCap && `${words.cap[volumeCap.per]} ${formats.number(volumeCap.count)}`,
    budget?.eur !== undefined && words.euros(formats.number(budget.eur)),
    budget?.hours !== undefined && words.hoursOfWork(formats.number(budget.hours)),
  ];
  return bounds.filter(Boolean).join('; ') || words.everything;
}
