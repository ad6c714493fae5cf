/** What is asked of a conversation. */
export const fields = [
  'channel',
  'account',
  'audience',
  'language',
  'topic',
  'intent',
  'sentiment',
  'urgency',
  'words',
  'relation',
  'attribute',
  'followers',
  'label',
  'queue',
  'department',
  'state',
  'assignee',
  'hours',
  'age',
  'score',
] as const;
export type Field = (typeof fields)[number];

/** Fields with a number: at least so much. `not` makes it: less than that. */
export const numeric = ['urgency', 'followers', 'age', 'score'] as const satisfies readonly Field[];
type Numeric = (typeof numeric)[number];

export function isNumeric(field: Field): field is Numeric {
  return (numeric as readonly Field[]).includes(field);
}

/** One of `values` is enough; `not`: none of them may be. What is not known fulfils nothing, and no `not` with a number. */
export interface Condition {
  field: Field;
  not: boolean;
  values: readonly string[];
}

/** All conditions must hold, or one of them. Without conditions a rule always fits. */
export const joins = ['all', 'any'] as const;
export type Joined = (typeof joins)[number];

/** A conversation as conditions see it. A list holds everything that applies; null: not known. */
export interface Known {
  lists: Readonly<Record<Exclude<Field, Numeric | 'words'>, readonly string[]>>;
  numbers: Readonly<Record<Numeric, number | null>>;
  /** The customer's last message. */
  text: string;
}

export interface Reason {
  field: Field;
  not: boolean;
  /** What was found; of `not` what was looked for. */
  found: string;
}

/** Why the conditions hold; undefined when they do not. */
export function fits(
  { joined, conditions }: { joined: Joined; conditions: readonly Condition[] },
  known: Known,
): Reason[] | undefined {
  if (conditions.length === 0) return [];
  const reasons = conditions.map((condition) => holds(condition, known));
  const held = reasons.filter((reason) => reason !== undefined);
  if (joined === 'any') return held.length > 0 ? held.slice(0, 1) : undefined;
  return held.length === conditions.length ? held : undefined;
}

function holds({ field, not, values }: Condition, known: Known): Reason | undefined {
  if (isNumeric(field)) {
    const has = known.numbers[field];
    const least = Number(values[0]);
    if (has === null || Number.isNaN(least)) return undefined;
    return has >= least === !not ? { field, not, found: String(has) } : undefined;
  }
  const found = field === 'words' ? wordIn(known.text, values) : values.find(in_(known.lists[field]));
  if (not) return found === undefined ? { field, not, found: values.join(', ') } : undefined;
  return found === undefined ? undefined : { field, not, found };
}

const in_ =
  (has: readonly string[]) =>
  (value: string): boolean =>
    has.includes(value);

/** The first of `words` that stands in the text, as whole words and whatever the case or the accents. */
function wordIn(text: string, words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const within = ` ${bare(text)} `;
  return words.find((word) => {
    const sought = bare(word);
    return sought !== '' && within.includes(` ${sought} `);
  });
}

function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
