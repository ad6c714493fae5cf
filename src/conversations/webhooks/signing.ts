import { createHmac, randomBytes } from 'node:crypto';

/** How a secret is shown: once, when it is made. Standard Webhooks: base64 of 24 bytes after this. */
const prefix = 'whsec_';

export function newSecret(): string {
  return `${prefix}${randomBytes(24).toString('base64')}`;
}

export interface Signed {
  /** The webhook-id. */
  id: string;
  /** Epoch seconds, of this try. */
  timestamp: number;
  body: string;
}

/**
 * The header `webhook-signature` of Standard Webhooks: HMAC-SHA256 over id, time and body, one signature per secret, so
 * that the other end can change over while both still hold.
 */
export function signatures(secrets: readonly string[], { id, timestamp, body }: Signed): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(prefix.length), 'base64');
      return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
    })
    .join(' ');
}
