import type { Header } from 'postal-mime';

/** How a mail came about, as its headers say it. */
export type Origin = 'person' | 'machine' | 'report';

/**
 * A machine's mail is never answered by a machine, and nobody waits for an answer to it (RFC 3834). A report says what
 * became of a mail of ours (RFC 3464). `from`: null for the empty sender, which machines use so that nothing comes back.
 */
export function originOf(headers: readonly Header[]): Origin {
  const of = (key: string) =>
    headers
      .find((header) => header.key === key)
      ?.value.trim()
      .toLowerCase();
  const type = of('content-type') ?? '';
  if (/^multipart\/report\b/.test(type) && /report-type="?delivery-status"?/.test(type)) return 'report';
  const submitted = of('auto-submitted');
  if (submitted !== undefined && submitted !== 'no' && !submitted.startsWith('no;')) return 'machine';
  if (of('return-path') === '<>') return 'machine';
  if (/^(bulk|junk|list|auto_reply)\b/.test(of('precedence') ?? '')) return 'machine';
  if (of('x-autoreply') !== undefined || of('x-autorespond') !== undefined) return 'machine';
  if (of('list-id') !== undefined || of('feedback-id') !== undefined) return 'machine';
  if (/^(mailer-daemon|postmaster)@/.test(/<?([^<>\s]+@[^<>\s]+)>?\s*$/.exec(of('from') ?? '')?.[1] ?? ''))
    return 'machine';
  return 'person';
}
