import MailComposer from 'nodemailer/lib/mail-composer';
import type { Locale } from '../context.ts';
import type { Outside, Smtp } from '../outside.ts';
import { htmlOf } from './html.ts';
import { fillTokens } from './token.ts';

/** A mail as it stands in the outbox, with all that is needed to send it. */
export interface MailToSend {
  id: string;
  messageId: string;
  kind: string;
  purpose: string;
  personId: string | null;
  reference: string | null;
  recipient: string;
  domain: string;
  subject: string;
  body: string;
  locale: Locale;
  unsubscribe: string | null;
  attempts: number;
  createdAt: Date;
  expiresAt: Date | null;
}

/**
 * The bytes of a mail (RFC 5322), the same each time it is made: plain text and HTML of it, marked as written by a
 * program so that no out-of-office answers it, and with the way to stop it that mail readers show as a button.
 */
export async function bytesOf(mail: MailToSend, smtp: Smtp, outside: Outside): Promise<Buffer> {
  const text = fillTokens(outside, mail.body);
  const composer = new MailComposer({
    from: smtp.from,
    to: { name: '', address: mail.recipient },
    subject: mail.subject,
    text,
    html: htmlOf(text, mail.locale),
    messageId: mail.messageId,
    date: mail.createdAt,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': mail.locale,
      ...stopping(mail, outside),
    },
    baseBoundary: mail.messageId.replace(/[^a-z0-9]/gi, '').slice(0, 40),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function stopping({ unsubscribe }: MailToSend, outside: Outside): Record<string, string> {
  if (!unsubscribe) return {};
  return {
    'List-Unsubscribe': `<${fillTokens(outside, unsubscribe)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

/** The bare address that answers and failures go back to. */
export function envelopeFrom({ from }: Smtp): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
}
