/** A day as a moment that lies in it in every time zone that people live in, for formats that take a moment. */
export function noon(day: string): string {
  return `${day}T12:00:00Z`;
}
