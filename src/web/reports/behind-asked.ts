import type { BehindAsked } from '../../insights/reporting/rows.ts';
import { askedOf } from './asked.ts';

/** Which number of which report an address asks the rows of. */
export function behindAsked(search: URLSearchParams): BehindAsked {
  const value = (name: string) => search.get(name)?.slice(0, 100) || undefined;
  const [, weekday, hour] = /^([1-7])-(\d|1\d|2[0-3])$/.exec(search.get('hour') ?? '') ?? [];
  return {
    report: askedOf(search),
    code: value('of') ?? '',
    key: value('key'),
    after: value('cursor'),
    hour: weekday && hour ? { weekday: Number(weekday), hour: Number(hour) } : undefined,
  };
}
