import { type ContactChange, type Correction, Refused } from '../backoffice.ts';
import type { Call } from './session.ts';
import { fieldsOf, momentOf, type Row, rowsOf, textOf, type Value } from './values.ts';

/** A part of a party in which a detail stands: what it says, when it was last changed, and how to change it. */
interface Stand {
  readonly says: string | null;
  readonly changedAt: string | null;
  write(to: string | null): Promise<unknown>;
}

const parts = [
  'name',
  'write_date',
  'addresses.street',
  'addresses.postal_code',
  'addresses.city',
  'addresses.country.code',
  'addresses.write_date',
  'addresses.create_date',
  'contact_mechanisms.type',
  'contact_mechanisms.value',
  'contact_mechanisms.write_date',
  'contact_mechanisms.create_date',
];

/**
 * Changes a party, its first address and its first mail address and telephone: the same that are read.
 * @throws Outage, Refused
 */
export async function correctContact(
  call: Call,
  { customerKey, changes }: Correction,
): Promise<readonly string[]> {
  const kept: string[] = [];
  for (const change of changes) {
    // Read anew each time: the first change of an address may have made it.
    const stand = standOf(call, await partyOf(call, customerKey), change.field);
    if (isAlike(change.field, stand.says, change.to)) continue;
    if (isNewerThere(change, stand)) kept.push(change.field);
    else await stand.write(change.to);
  }
  return kept;
}

function isNewerThere({ field, from, at, holds }: ContactChange, { says, changedAt }: Stand): boolean {
  if (holds === 'ours' || isAlike(field, says, from)) return false;
  return changedAt !== null && Temporal.Instant.compare(changedAt, at) > 0;
}

async function partyOf(call: Call, key: string): Promise<Row> {
  const found = await call('model.party.party.search_read', [['id', '=', Number(key)]], 0, 1, null, parts);
  const party = Array.isArray(found) ? (found[0] as Row | undefined) : undefined;
  if (!party) throw new Refused(`There is no party.party ${key}.`);
  return party;
}

const addressFields = {
  street: 'street',
  postcode: 'postal_code',
  town: 'city',
  country: 'country',
} as const;

function standOf(call: Call, party: Row, field: ContactChange['field']): Stand {
  const write = (model: string, id: number, values: Value) => call(`model.${model}.write`, [id], values);
  if (field === 'name') {
    return {
      says: textOf(party.name),
      changedAt: momentOf(party.write_date),
      write: (to) => write('party.party', party.id, { name: to ?? '' }),
    };
  }
  if (field === 'mail' || field === 'phone') return mechanismOf(call, party, field);
  const [address] = rowsOf(party, 'addresses');
  const country = address && textOf(fieldsOf(address, 'country')?.code);
  return {
    says: (field === 'country' ? country : textOf(address?.[addressFields[field]])) ?? null,
    changedAt: changedAt(address),
    write: async (to) => {
      const values = {
        [addressFields[field]]: field === 'country' ? await countryOf(call, to) : writing(field, to),
      };
      if (address) await write('party.address', address.id, values);
      else await call('model.party.address.create', [{ party: party.id, ...values }]);
    },
  };
}

/** A mobile number stands before another, as it is read. */
function mechanismOf(call: Call, party: Row, field: 'mail' | 'phone'): Stand {
  const types = field === 'mail' ? ['email'] : ['mobile', 'phone'];
  const mechanisms = rowsOf(party, 'contact_mechanisms');
  const known = types.flatMap((type) => mechanisms.filter((one) => one.type === type)).at(0);
  return {
    says: textOf(known?.value),
    changedAt: changedAt(known),
    write: async (to) => {
      const model = 'model.party.contact_mechanism';
      if (known) return call(`${model}.write`, [known.id], to === null ? { active: false } : { value: to });
      if (to !== null)
        return call(`${model}.create`, [{ party: party.id, type: types.at(-1) ?? '', value: to }]);
    },
  };
}

async function countryOf(call: Call, code: string | null): Promise<number | null> {
  if (code === null) return null;
  const found = await call('model.country.country.search', [['code', '=', code.toUpperCase()]], 0, 1, null);
  const id = Array.isArray(found) ? found[0] : undefined;
  if (typeof id !== 'number') throw new Refused(`There is no country ${code} in this Tryton.`);
  return id;
}

const changedAt = (row: Row | undefined) =>
  row ? (momentOf(row.write_date) ?? momentOf(row.create_date)) : null;

/** A Dutch postcode is written with a space. */
const writing = (field: string, to: string | null) =>
  field === 'postcode' ? (to?.replace(/^(\d{4})([A-Z]{2})$/, '$1 $2') ?? null) : to;

/** The same detail, however it is written. */
function isAlike(field: ContactChange['field'], one: string | null, other: string | null): boolean {
  const plain = (text: string | null) => {
    const given = text?.trim() ?? '';
    if (field === 'phone') return given.replace(/[^\d+]/g, '');
    return field === 'postcode' || field === 'country' || field === 'mail'
      ? given.replace(/\s+/g, '').toUpperCase()
      : given;
  };
  return plain(one) === plain(other);
}
