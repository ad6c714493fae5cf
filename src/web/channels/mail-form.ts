import { z } from 'zod';
import { mailSettings } from '../../channels/mail/settings.ts';

const { address, name, user, days } = mailSettings.shape;
const { host, port } = mailSettings.shape.imap.shape;
const yes = z.enum(['yes', 'no']).transform((given) => given === 'yes');

/** What the form of a mailbox holds, flat as forms are. */
export const mailFields = {
  address,
  name,
  user,
  days,
  plus: yes,
  imapHost: host,
  imapPort: port,
  imapSecure: yes,
  smtpHost: host,
  smtpPort: port,
  smtpSecure: yes,
  signIn: yes,
};

type Given = z.infer<z.ZodObject<typeof mailFields>>;

export function settingsOf(given: Given) {
  const { address, name, user, days, plus } = given;
  return mailSettings.parse({
    ...{ address, name, user, days, plus },
    imap: { host: given.imapHost, port: given.imapPort, secure: given.imapSecure },
    smtp: { host: given.smtpHost, port: given.smtpPort, secure: given.smtpSecure, signIn: given.signIn },
  });
}

/** What stands in the fields of one that is connected already. */
export function fieldsOf(settings: Readonly<Record<string, unknown>>): Record<string, string> {
  const kept = mailSettings.safeParse(settings);
  if (!kept.success) return {};
  const { address, name, user, days, plus, imap, smtp } = kept.data;
  const said = (is: boolean) => (is ? 'yes' : 'no');
  return {
    ...{ address, name, user, days: String(days), plus: said(plus) },
    ...{ imapHost: imap.host, imapPort: String(imap.port), imapSecure: said(imap.secure) },
    ...{ smtpHost: smtp.host, smtpPort: String(smtp.port), smtpSecure: said(smtp.secure) },
    signIn: said(smtp.signIn),
  };
}
