import { Refusal } from './refusal.ts';

/** PostgreSQL: text with a NUL in it, and half of a surrogate pair in JSON. */
const codes = new Set(['22021', '22P05']);

/**
 * What no browser sends, and PostgreSQL cannot keep: then whoever sent it is told so, as with any other field that is
 * wrong. Every other error stays as it is.
 */
export function asRefusal(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return codes.has(code) ? new Refusal('invalid.text') : error;
}
