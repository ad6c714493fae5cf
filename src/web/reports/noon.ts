/** A day as a moment that lies in it in every time zone that people live in. */
export function noon(day: string): string {
  return `${day}T12:00:00Z`;
}
