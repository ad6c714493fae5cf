const mask = '[…]';

/** Addresses, telephone numbers, bank accounts and names on networks, as they stand in a text. */
const contacts =
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?\b|(?<![\w.])(?:\+|00)?\d(?:[\s-]?\d){8,13}(?!\w)|(?<![\w@/])@[\w.-]{2,}/gi;

/**
 * Takes the contacts of others out of what we wrote: only the person's own stay. What the person wrote is theirs and
 * is not touched.
 */
export function maskOthers(text: string, own: readonly string[]): string {
  const known = new Set(own.map(plain));
  return text.replaceAll(contacts, (found) => (known.has(plain(found)) ? found : mask));
}

function plain(contact: string): string {
  return contact.toLowerCase().replaceAll(/^@|[\s-]/g, '');
}

/** A row of an export, with the words of others masked. Rows say whose words they are in `by`. */
export function maskRow(row: unknown, own: readonly string[]): unknown {
  if (typeof row !== 'object' || row === null || !('text' in row) || !('by' in row)) return row;
  if (row.by === 'you' || typeof row.text !== 'string') return row;
  return { ...row, text: maskOthers(row.text, own) };
}
