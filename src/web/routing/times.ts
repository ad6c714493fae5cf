/** Seconds of a time as people type it: `45 m`, `1,5 u`, `4h`, `2 d`; null when nothing is typed, undefined when unreadable. */
export function readTime(typed: string): number | null | undefined {
  const text = typed.trim().toLowerCase();
  if (text === '') return null;
  const [, amount = '', unit = ''] =
    /^(\d{1,4}(?:[.,]\d{1,2})?) ?(m|min|u|uur|h|hours?|d|dag|dagen|days?)$/.exec(text) ?? [];
  const length = { m: 60, u: 3600, h: 3600, d: 86_400 }[unit.charAt(0)];
  if (length === undefined) return undefined;
  const seconds = Math.round(Number(amount.replace(',', '.')) * length);
  return seconds > 0 && seconds <= 400 * 86_400 ? seconds : undefined;
}

/** The same the other way round, in the largest unit that is whole. */
export function writeTime(seconds: number | null, locale: 'nl' | 'en'): string {
  if (seconds === null) return '';
  if (seconds % 86_400 === 0) return `${seconds / 86_400} d`;
  if (seconds % 3600 === 0) return `${seconds / 3600} ${locale === 'nl' ? 'u' : 'h'}`;
  return `${Math.round(seconds / 60)} m`;
}
