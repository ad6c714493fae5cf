import { Refusal } from '../../platform/refusal.ts';
import { type ExchangeKind, exchangeKinds, fieldsOf } from './kind.ts';

/** Which heading of a file gives which field; headings as the file writes them. */
export type Columns = Readonly<Record<string, string>>;

export function plainHeading(heading: string): string {
  return heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** What the headings themselves say. A heading gives one field, the first that knows it. */
export function guessColumns(kind: ExchangeKind, headings: readonly string[]): Columns {
  const taken = new Set<string>();
  const found: [string, string][] = [];
  for (const field of fieldsOf[kind]) {
    const heading = field.headings
      .map((name) => headings.find((one) => plainHeading(one) === name && !taken.has(one)))
      .find((one) => one !== undefined);
    if (heading === undefined) continue;
    taken.add(heading);
    found.push([field.name, heading]);
  }
  return Object.fromEntries(found);
}

/** The kind of which most headings are understood. */
export function guessKind(headings: readonly string[]): ExchangeKind {
  const own: Readonly<Record<ExchangeKind, RegExp>> = {
    customers: /naam|name|mail|postcode|woonplaats|phone|telefoon/i,
    orders: /order|bestel/i,
    invoices: /factuur|invoice|vervaldatum|due/i,
    deliveries: /lever|deliver|zending|carrier|vervoerder|track/i,
  };
  const points = (kind: ExchangeKind) =>
    Object.keys(guessColumns(kind, headings)).length +
    2 * headings.filter((one) => own[kind].test(one)).length;
  return exchangeKinds.reduce((best, kind) => (points(kind) > points(best) ? kind : best));
}

/**
 * What was chosen above what is guessed; an empty choice leaves a field out.
 * @throws Refusal `invalid.columns.missing-field` for a required field without a column,
 *   `invalid.columns.missing-heading` for one that the file does not have
 */
export function resolveColumns(
  kind: ExchangeKind,
  headings: readonly string[],
  chosen: Columns = {},
): Columns {
  const guessed = guessColumns(kind, headings);
  const entries: [string, string][] = [];
  for (const { name, required } of fieldsOf[kind]) {
    const heading = chosen[name] ?? guessed[name] ?? '';
    if (heading !== '' && !headings.includes(heading))
      throw new Refusal('invalid.columns.missing-heading', { heading, headings: [...headings] });
    if (heading !== '') entries.push([name, heading]);
    else if (required)
      throw new Refusal('invalid.columns.missing-field', { field: name, headings: [...headings] });
  }
  return Object.fromEntries(entries);
}

/** `name=Naam,mail=E-mail`, as it is given on the command line. */
export function readColumns(given: string): Columns {
  const pairs = given.split(/,(?=\s*\w+\s*=)/).filter((pair) => pair.trim() !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const cut = pair.indexOf('=');
      if (cut === -1) throw new Refusal('invalid.columns.malformed', { given: pair.trim() });
      return [pair.slice(0, cut).trim(), pair.slice(cut + 1).trim()];
    }),
  );
}
