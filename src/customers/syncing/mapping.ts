import { isContactField } from '../correcting/contact.ts';
import { type ExchangeKind, exchangeKinds, fieldsOf } from '../exchanging/kind.ts';

/**
 * Whose word holds for a field. `theirs`: what they say, always; it cannot be corrected here. `newest`: what they say,
 * until it is corrected here, and then until they say something else; the correction goes to them. `ours`: what stands
 * here stays, only what is empty is filled, and a correction goes to them whatever they changed meanwhile. `never`: it
 * is not taken at all; nobody needs it here.
 */
export type Ruling = 'theirs' | 'newest' | 'ours' | 'never';
const rulings = ['theirs', 'newest', 'ours', 'never'] as const satisfies readonly Ruling[];

export type Mapping = Readonly<Record<ExchangeKind, Readonly<Record<string, Ruling>>>>;

/** What may be ruled: of orders, invoices and deliveries they are the record, so only whether it is taken. */
export function rulingsFor(kind: ExchangeKind, field: string): readonly Ruling[] {
  if (kind !== 'customers') return ['theirs', 'never'];
  return isContactField(field) ? rulings : ['theirs', 'ours', 'never'];
}

/** The fields that a colleague may rule about. Without the others a row is nothing. */
export function ruledFields(kind: ExchangeKind): readonly string[] {
  return fieldsOf[kind]
    .filter(({ required, type, name }) => !required && type !== 'currency' && name !== 'line')
    .map(({ name }) => name);
}

/** Everything as they say it, until somebody rules otherwise. What was ruled of fields that are no more goes. */
export function mappingOf(ruled: Partial<Record<ExchangeKind, Readonly<Record<string, string>>>>): Mapping {
  const ofKind = (kind: ExchangeKind) => {
    const ruling = (field: string) =>
      rulingsFor(kind, field).find((one) => one === ruled[kind]?.[field]) ?? 'theirs';
    return Object.fromEntries(ruledFields(kind).map((field) => [field, ruling(field)]));
  };
  return Object.fromEntries(exchangeKinds.map((kind) => [kind, ofKind(kind)])) as unknown as Mapping;
}

/** A row as it may come in: without what is never taken, and with our own word where that holds. */
export function ruledRow(
  rules: Readonly<Record<string, Ruling>>,
  told: Readonly<Record<string, string>>,
  known: Readonly<Record<string, string | null>> | undefined,
): Record<string, string> {
  const taken = Object.entries(told).filter(([field]) => rules[field] !== 'never');
  return Object.fromEntries(
    taken.map(([field, value]) => [field, rules[field] === 'ours' ? known?.[field] || value : value]),
  );
}
