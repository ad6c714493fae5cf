const brand = Symbol.for('polder.refusal');

export type Details = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * An expected "no": something a person or program may do differently. `code` is stable and public
 * (API clients match on it, catalogues hold the words for it); `details` fill the words in.
 *
 * Branded by a registered symbol instead of `instanceof`, because the web bundle and the server each hold
 * their own copy of this file.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly details: Details;
  readonly status: number;

  constructor(code: string, details: Details = {}, status = statusOf(code)) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
    this.status = status;
    Object.defineProperty(this, brand, { value: true });
  }
}

export function isRefusal(error: unknown): error is Refusal {
  return typeof error === 'object' && error !== null && brand in error;
}

const statuses: Readonly<Record<string, number>> = {
  'not-found': 404,
  forbidden: 403,
  'sign-in': 401,
  conflict: 409,
  invalid: 422,
  'too-large': 413,
  'too-many': 429,
};

/** The first part of the code decides the HTTP status: `not-found.conversation` → 404; unknown → 400. */
function statusOf(code: string): number {
  return statuses[code.split('.')[0] ?? ''] ?? 400;
}
