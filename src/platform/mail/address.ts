import { Refusal } from '../refusal.ts';

/**
 * Only plain addresses: printable, one @, no quotes, commas, spaces or brackets, at most 254 characters. Narrower than
 * RFC 5321 on purpose: what it leaves out is used to smuggle a second recipient or a header.
 */
const plain =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;

export function isAddress(value: string): boolean {
  return value.length <= 254 && plain.test(value);
}

/** @throws Refusal `invalid.mail-address` */
export function requireAddress(value: string): void {
  if (!isAddress(value)) throw new Refusal('invalid.mail-address');
}

/** How addresses are compared: mail hosts treat capitals as the same, and so do people. */
export function addressKey(value: string): string {
  return value.trim().toLowerCase();
}

/** The mail host of an address, in small letters. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
