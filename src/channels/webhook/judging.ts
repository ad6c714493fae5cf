import { type Arrival, isRecent, isSame, type Judged, keyOfBytes, signatureOf } from '../pushed.ts';
import type { WebhookSecrets, WebhookSettings } from './settings.ts';

type Style = Pick<WebhookSettings, 'style' | 'signatureHeader'>;

/** Whether a post is signed with a secret of ours, over the bytes as they came. */
export function judgeWebhook(style: Style, secrets: WebhookSecrets, arrival: Arrival): Judged {
  const held = [secrets.secret, secrets.former].filter((secret) => secret !== '');
  return style.style === 'standard' ? judgeStandard(held, arrival) : judgeHex(held, style, arrival);
}

/** Standard Webhooks 1.0: `v1,` and base64 over `id.timestamp.body`; one signature for each secret that holds. */
function judgeStandard(secrets: readonly string[], { headers, body, now }: Arrival): Judged {
  const id = headers['webhook-id'] ?? '';
  const timestamp = headers['webhook-timestamp'];
  const given = (headers['webhook-signature'] ?? '').split(' ').slice(0, 10);
  if (id === '' || id.length > 200 || !isRecent(timestamp, now)) return { kind: 'forged' };
  const wanted = secrets.map(
    (secret) => `v1,${signatureOf(keyOf(secret), [`${id}.${timestamp}.`, body], 'base64')}`,
  );
  const good = wanted.map((one) => given.map((other) => isSame(other, one)).some(Boolean)).some(Boolean);
  return good ? { kind: 'taken', key: `w:${id}` } : { kind: 'forged' };
}

/** A secret of Standard Webhooks is base64 after `whsec_`; any other is taken as it stands. */
export function keyOf(secret: string): Uint8Array {
  return secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);
}

/**
 * `sha256=` and hex over the body, as many services do. It says no time, and no header is
 * signed: whatever stands around them, the same bytes are the same thing.
 */
function judgeHex(secrets: readonly string[], style: Style, { headers, body }: Arrival): Judged {
  const given = headers[style.signatureHeader] ?? '';
  const good = secrets
    .map((secret) => isSame(given, `sha256=${signatureOf(secret, [body], 'hex')}`))
    .some(Boolean);
  return good ? { kind: 'taken', key: keyOfBytes(body) } : { kind: 'forged' };
}
