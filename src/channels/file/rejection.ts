/** Why one record of a file was left out. `code` is stable; `details` fill in translated words. */
export interface Rejected {
  /** 1-based physical line where the record starts. */
  readonly line: number;
  readonly reason: string;
  readonly code: RejectionCode;
  readonly details: Details;
}

type Details = Readonly<Record<string, string | number>>;

/** A plain English sentence for each code: what is wrong, where, how to mend it. */
const reasons = {
  'quote.unclosed': (d: Details) =>
    `A quote (") opened in line ${d.line}, column ${d.column}, is never closed; close it, and write a quote inside a text twice ("").`,
  'quote.stray': (d: Details) =>
    `Text follows the closing quote (") in line ${d.line}, column ${d.column}; write a quote inside a text twice ("").`,
  'quote.unopened': (d: Details) =>
    `Line ${d.line} closes a quote (") that it did not open; it looks like the rest of the broken record above it.`,
  'columns.too-many': (d: Details) =>
    `The record has ${d.found} columns and the heading has ${d.expected}; put a text that contains the delimiter between quotes (").`,
  'encoding.broken': () => 'The record is not valid UTF-8; save the file as UTF-8 and import it again.',
  'field.too-large': (d: Details) =>
    `A field is larger than ${d.limit} bytes; shorten it or leave the record out.`,
  'field.too-long': (d: Details) =>
    `The value for ${d.target} has ${d.length} characters and ${d.limit} is the most; check that the right column is used.`,
  'field.not-plain': (d: Details) =>
    `The value of "${d.column}" is a list or an object; it must be a text, a number or true/false.`,
  'text.missing': () => 'The record has no text; fill in the text or leave the record out.',
  'time.unreadable': (d: Details) =>
    `The time "${d.value}" cannot be read; write it like 2026-03-02T08:12:00+01:00 or leave it empty.`,
  'time.out-of-range': (d: Details) =>
    `The time "${d.value}" is not between the years 1970 and 2100; correct it or leave it empty.`,
  'direction.unreadable': (d: Details) =>
    `"${d.value}" does not tell who wrote the message; use true (customer) or false (organisation).`,
  'json.unreadable': () => 'The line is not valid JSON; write one complete JSON object on each line.',
  'json.not-object': (d: Details) =>
    `The line holds ${d.kind} instead of a JSON object; write one object ({…}) on each line.`,
  'gzip.damaged': (d: Details) =>
    `The compressed file is cut off or damaged (${d.problem}); nothing from line ${d.line} on could be read. Make the file again and import it; what was stored is not stored twice.`,
} as const satisfies Record<string, (details: Details) => string>;

export type RejectionCode = keyof typeof reasons;

/** Makes the rejection of the record that starts in `line`. */
export function reject(line: number, code: RejectionCode, details: Details = {}): Rejected {
  const filled = { line, ...details };
  return { line, code, reason: reasons[code](filled), details: filled };
}

/** A value as it may stand in a sentence: one line, at most 40 characters. */
export function excerpt(value: string): string {
  const flat = value.slice(0, 200).replace(/\s+/g, ' ').trim();
  return flat.length > 40 ? `${flat.slice(0, 40)}…` : flat;
}
