export const attributeTypes = ['text', 'number', 'date', 'yes_no', 'choice'] as const;
export type AttributeType = (typeof attributeTypes)[number];

/** One thing that the organisation wants to know of customers, in its own words, and for what. */
export interface AttributeDefinition {
  key: string;
  type: AttributeType;
  nl: string;
  en: string;
  /** Kind of data, as the privacy contract names them. */
  category: string;
  /** Read only while this purpose runs. */
  purpose: string;
  /** Of a choice; otherwise empty. */
  choices: string[];
}

const longest = 500;

/**
 * A value as it is kept, or null when it does not fit its type. Numbers keep a point, whatever they were typed with;
 * dates are real days; yes and no also in Dutch; a choice is one of the list, exactly.
 */
export function attributeValue(
  { type, choices }: Pick<AttributeDefinition, 'type' | 'choices'>,
  given: string,
): string | null {
  const value = given.normalize('NFC').trim();
  if (value === '' || value.length > longest || /\p{Cc}/u.test(value)) return null;
  if (type === 'number') return numberValue(value);
  if (type === 'date') return dateValue(value);
  if (type === 'yes_no') return yesNo(value);
  if (type === 'choice') return choices.includes(value) ? value : null;
  return value;
}

function numberValue(value: string): string | null {
  const written = value.replace(',', '.');
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(written) ? String(Number(written)) : null;
}

export function dateValue(value: string): string | null {
  const found =
    /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? swapped(/^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(value));
  if (!found) return null;
  try {
    const day = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
    const date = Temporal.PlainDate.from(day, { overflow: 'reject' });
    return date.year >= 1850 && date.year <= 2200 ? date.toString() : null;
  } catch {
    return null;
  }
}

/** Day-month-year, as the Dutch write it. */
function swapped(found: RegExpExecArray | null): (string | undefined)[] | null {
  return found && [found[0], found[3], found[2], found[1]];
}

function yesNo(value: string): string | null {
  const word = value.toLowerCase();
  if (['yes', 'ja', 'true', '1'].includes(word)) return 'yes';
  return ['no', 'nee', 'false', '0'].includes(word) ? 'no' : null;
}
