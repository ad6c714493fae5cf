import type { ReportAsked } from '../../insights/reporting/asking.ts';
import type { ReportPlace } from '../../urls.ts';

/** What an address asks of a report. Empty fields of a form ask nothing. */
export function askedOf(search: URLSearchParams): ReportAsked {
  const value = (name: string) => search.get(name)?.trim().slice(0, 100) || undefined;
  return {
    from: value('from'),
    to: value('to'),
    department: value('department'),
    queue: value('queue'),
    channel: value('channel'),
  };
}

/** The same as an address carries it on. */
export function placeOf({ from, to, department, queue, channel }: ReportAsked): ReportPlace {
  return { from, to, department, queue, channel };
}
