/** How somebody is called and reached, as another system keeps it; what may be corrected here. */
export const contactFields = ['name', 'mail', 'phone', 'street', 'postcode', 'town', 'country'] as const;
export type ContactField = (typeof contactFields)[number];

export function isContactField(field: string): field is ContactField {
  return (contactFields as readonly string[]).includes(field);
}

/** One field that was corrected: what that system last said, and what is right. */
export interface Corrected {
  readonly field: ContactField;
  readonly was: string | null;
  readonly value: string | null;
}

/**
 * What a system says of a field that was corrected here. `again`: the same as before, so the correction stands.
 * `agreed`: it says the same now. `newer`: something else, said after it, so theirs holds.
 */
export function heardOf({ was, value }: Corrected, told: string | null): 'again' | 'agreed' | 'newer' {
  if (told === value) return 'agreed';
  return told === was ? 'again' : 'newer';
}
