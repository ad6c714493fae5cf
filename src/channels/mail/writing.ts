import MailComposer from 'nodemailer/lib/mail-composer';
import { htmlOf } from '../../platform/mail/html.ts';
import type { Outgoing } from '../connection.ts';
import { nameOf, replyAddress } from './name.ts';
import type { MailSettings } from './settings.ts';

/**
 * The bytes of an answer (RFC 5322), the same in every try. In the thread of what it answers by In-Reply-To and
 * References; written by a person, so no mark of a machine.
 */
export async function bytesOf(outgoing: Outgoing, settings: MailSettings, key: string): Promise<Buffer> {
  const { nonce, to, answers, text, locale, writtenAt } = outgoing;
  if (!to) throw new Error('a mail is for somebody');
  const name = nameOf(key, settings.address, nonce);
  const composer = new MailComposer({
    from: { name: settings.name, address: settings.address },
    to: { name: to.name && to.name !== to.handle ? oneLine(to.name) : '', address: to.handle },
    ...(settings.plus ? { replyTo: replyAddress(key, settings.address, nonce) } : {}),
    subject: subjectOf(answers?.facts.subject, locale),
    text,
    html: htmlOf(text, locale),
    messageId: name,
    date: new Date(writtenAt),
    ...(answers && isName(answers.externalId)
      ? { inReplyTo: answers.externalId, references: referencesOf(answers) }
      : {}),
    headers: { 'Content-Language': locale },
    baseBoundary: name.replace(/[^a-z0-9]/gi, '').slice(0, 40),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

const isName = (id: string) => /^<[^<>\s]+>$/.test(id);

function referencesOf({ externalId, facts }: NonNullable<Outgoing['answers']>): string[] {
  const before = Array.isArray(facts.references)
    ? facts.references.filter((one) => typeof one === 'string')
    : [];
  return [...before.filter(isName), externalId];
}

function subjectOf(given: unknown, locale: 'nl' | 'en'): string {
  const subject = typeof given === 'string' ? oneLine(given).slice(0, 200) : '';
  if (!subject) return locale === 'nl' ? 'Antwoord op uw bericht' : 'Answer to your message';
  return /^(re|antw|aw)\s*:/i.test(subject) ? subject : `Re: ${subject}`;
}

const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
