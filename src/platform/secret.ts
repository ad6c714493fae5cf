import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Refusal } from './refusal.ts';

const nonceLength = 12;
const tagLength = 16;

/**
 * Shuts a secret for the database with a key that is not in it (`Outside.linkSecret`, from the data folder): a stolen
 * copy of the database opens nothing. `about` binds it to its place, so that it opens nowhere else.
 */
export function seal(key: string, about: string, secret: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', keyFor(key, about), nonce);
  const shut = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), shut]);
}

/** @throws Refusal `conflict.secret-shut` when it was shut with another key, as after restoring into another folder */
export function unseal(key: string, about: string, sealed: Buffer): string {
  const opener = createDecipheriv('aes-256-gcm', keyFor(key, about), sealed.subarray(0, nonceLength));
  try {
    opener.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength));
    const open = opener.update(sealed.subarray(nonceLength + tagLength));
    return Buffer.concat([open, opener.final()]).toString('utf8');
  } catch {
    throw new Refusal('conflict.secret-shut', { about });
  }
}

function keyFor(key: string, about: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, 'polder', about, 32));
}
