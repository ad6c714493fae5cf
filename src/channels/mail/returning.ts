import type { Email } from 'postal-mime';
import type { Happened } from '../connection.ts';

/**
 * What a report of delivery says (RFC 3464): our mail came back. Undefined when it only tells of a delay or of success,
 * or does not say which mail it is about.
 */
export function returnedIn(email: Email): Extract<Happened, { kind: 'returned' }> | undefined {
  const parts = email.attachments.map(({ mimeType, content }) => ({ type: mimeType, text: textOf(content) }));
  const status = parts.find(({ type }) => type === 'message/delivery-status')?.text ?? '';
  if (!/^action:\s*failed/im.test(status)) return undefined;
  const original = parts.find(
    ({ type }) => type === 'message/rfc822' || type === 'text/rfc822-headers',
  )?.text;
  const name = /^message-id:\s*(<[^<>\s]+>)/im.exec(original ?? email.text ?? '')?.[1];
  if (!name) return undefined;
  const why =
    /^diagnostic-code:\s*(.+(?:\r?\n[ \t].+)*)/im.exec(status)?.[1] ?? /^status:\s*(.+)/im.exec(status)?.[1];
  return { kind: 'returned', externalId: name, why: (why ?? 'returned').replace(/\s+/g, ' ').slice(0, 300) };
}

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  return typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8');
}
