/**
 * Reads JSON that somebody else wrote. Numbers too large to be kept exactly stay as they were written, as text: an id
 * must not become its neighbour.
 * @throws SyntaxError, and RangeError for what is nested too deeply
 */
export function readJson(bytes: Uint8Array): unknown {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  return JSON.parse(text, keepExactly);
}

function keepExactly(_: string, value: unknown, said?: { source?: string }): unknown {
  if (typeof value !== 'number' || !said?.source) return value;
  const isWhole = /^-?\d+$/.test(said.source);
  return (isWhole && !Number.isSafeInteger(value)) || !Number.isFinite(value) ? said.source : value;
}

/** What stands at `message.text` or `items[0].id`; undefined when nothing does. Own keys only. */
export function at(value: unknown, path: string): unknown {
  let here = value;
  for (const step of path.replaceAll(/\[(\d+)\]/g, '.$1').split('.')) {
    if (here === null || typeof here !== 'object' || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string, unknown>)[step];
  }
  return here;
}

/** A text or a number as a text that can be stored; null when it is neither, or nothing is left of it. */
export function textOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') return null;
  const text = String(value).replaceAll('\0', '').toWellFormed().trim();
  return text === '' ? null : text;
}

/** A time as ISO 8601 in UTC: from text, or from seconds or milliseconds since 1970; null when it is none. */
export function timeOf(value: unknown): string | null {
  const number =
    typeof value === 'number' ? value : /^\d{9,13}(\.\d+)?$/.test(String(value)) ? Number(value) : null;
  const at =
    number === null ? new Date(String(value ?? '')) : new Date(number < 1e11 ? number * 1000 : number);
  const time = at.getTime();
  return Number.isNaN(time) || time < 0 || time > 4e12 ? null : at.toISOString();
}
