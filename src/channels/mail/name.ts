import { createHmac, timingSafeEqual } from 'node:crypto';
import { domainOf } from '../../platform/mail/address.ts';

/**
 * What our mails are called (RFC 5322 Message-ID). Signed, so that nobody can guess the name of a mail that they did
 * not get: whoever names it in an answer has seen it.
 */
export function nameOf(key: string, address: string, nonce: string): string {
  return `<${nonce}.${sign(key, 'name', nonce)}@${domainOf(address)}>`;
}

/** The address that answers to a mail go to, where the server takes what stands behind a plus. */
export function replyAddress(key: string, address: string, nonce: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${nonce}.${sign(key, 'address', nonce)}${address.slice(at)}`;
}

/** The name of the mail that an address of ours says it answers; undefined when it is none, or forged. */
export function nameInAddress(key: string, address: string, to: string): string | undefined {
  const at = address.lastIndexOf('@');
  const found = /^(.+)\+(me_[0-9a-z]{10,40})\.([0-9a-z]{20})@(.+)$/.exec(to.toLowerCase());
  if (!found || found[1] !== address.slice(0, at) || found[4] !== address.slice(at + 1)) return undefined;
  const [, , nonce = '', signature = ''] = found;
  const right = Buffer.from(sign(key, 'address', nonce));
  if (!timingSafeEqual(right, Buffer.from(signature))) return undefined;
  return nameOf(key, address, nonce);
}

/** Small letters and digits only: mail servers fold the case of addresses. */
function sign(key: string, what: string, nonce: string): string {
  const bytes = createHmac('sha256', key).update(`mail ${what} ${nonce}`).digest();
  return BigInt(`0x${bytes.subarray(0, 16).toString('hex')}`)
    .toString(36)
    .padStart(25, '0')
    .slice(-20);
}
