import { domainToASCII } from 'node:url';

/** An address that proves to be the same one wherever it turns up, written one way. */
export interface Address {
  kind: 'mail' | 'phone';
  value: string;
}

const longest = 254;
const asciiLocal = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+$/;

/**
 * A mail address in one spelling: the domain as the name system compares it, the part before it in small letters only
 * where it is plain ASCII. Nothing else is folded: a letter that merely looks the same, or that becomes the same by
 * folding, is another mailbox, and whoever has it must not become somebody else.
 */
export function mailAddress(raw: string): string | null {
  const given = composed(raw).trim();
  const cut = given.lastIndexOf('@');
  if (cut < 1 || given.length > longest || /[\s\p{Cc}<>",;]/u.test(given)) return null;
  const local = lowerAscii(given.slice(0, cut));
  const domain = domainToASCII(given.slice(cut + 1));
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)) return null;
  return asciiLocal.test(local) || /[^\p{ASCII}]/u.test(local) ? `${local}@${domain}` : null;
}

/** A telephone number as +31612345678. A number without a country is Dutch; null for what is no telephone number. */
export function phoneNumber(raw: string, country = '31'): string | null {
  const written = raw.normalize('NFKC').trim();
  if (!/^\+?[\d\s().\-/]+$/.test(written)) return null;
  const digits = written.replace(/\(0\)/g, '').replace(/\D/g, '');
  const international = written.startsWith('+')
    ? digits
    : digits.startsWith('00')
      ? digits.slice(2)
      : digits.startsWith('0')
        ? country + digits.slice(1)
        : null;
  if (international === null || !/^[1-9]\d{7,14}$/.test(international)) return null;
  return `+${international}`;
}

const phoneNetworks = new Set(['phone', 'sms', 'whatsapp', 'telephone', 'telefoon']);

/** The address behind somebody's name on a network, where that name is one; a handle with an @ inside counts. */
export function addressOf(network: string, name: string): Address | null {
  const mail = name.includes('@') ? mailAddress(name) : null;
  if (mail) return { kind: 'mail', value: mail };
  const phone = phoneNetworks.has(network.toLowerCase()) ? phoneNumber(name) : null;
  return phone ? { kind: 'phone', value: phone } : null;
}

/** Signs that become plain ASCII by composing alone: the Greek question mark, the varia, the Kelvin sign. */
const turning = /([\u037e\u1fef\u212a])/u;

/** Letters with their accents as one character each, and nothing made ASCII that was not. */
function composed(text: string): string {
  const parts = text.split(turning);
  return parts.map((part) => (turning.test(part) ? part : part.normalize('NFC'))).join('');
}

/** Small letters for A to Z only; what else folds into ASCII (the Kelvin sign, a dotted I) stays what it is. */
export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/**
 * Small letters as people read them, except where a letter outside ASCII would become one inside: that is how one
 * account takes another's name.
 */
export function lowerSafely(text: string): string {
  return Array.from(composed(text), (character) => {
    const lower = character.toLowerCase();
    return /\p{ASCII}/u.test(character) || !/\p{ASCII}/u.test(lower) ? lower : character;
  }).join('');
}
