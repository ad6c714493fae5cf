import { z } from 'zod';
import type { Connector } from '../connector.ts';
import { mail } from './mail.ts';
import { openMail } from './opening.ts';
import { mailSecrets, mailSettings } from './settings.ts';

const { address, name, user, days } = mailSettings.shape;
const { host, port } = mailSettings.shape.imap.shape;
const yes = z.enum(['yes', 'no']).transform((given) => given === 'yes');

const form = z.object({
  ...{ address, name, user, days, plus: yes, password: mailSecrets.shape.password },
  ...{ imapHost: host, imapPort: port, imapSecure: yes },
  ...{ smtpHost: host, smtpPort: port, smtpSecure: yes, signIn: yes },
  filedBy: z.enum(['polder', 'server']).default('polder'),
  tokenUrl: z.string().trim().max(500).default(''),
  clientId: z.string().trim().max(300).default(''),
  clientSecret: z.string().max(500).default(''),
  refreshToken: z.string().max(4000).default(''),
});

const server = (group: 'imap' | 'smtp', initial: string) =>
  [
    { name: `${group}Host`, kind: 'text', group },
    { name: `${group}Port`, kind: 'number', initial, group },
    { name: `${group}Secure`, kind: 'choice', choices: ['yes', 'no'], group },
  ] as const;

/** A mailbox: who we are there, where it is, and how it is used. */
export const mailConnector: Connector = {
  channel: mail,
  form,
  fields: [
    { name: 'address', kind: 'email', fixed: true },
    { name: 'name', kind: 'text' },
    { name: 'user', kind: 'text' },
    { name: 'password', kind: 'secret', optional: true },
    ...server('imap', '993'),
    ...server('smtp', '465'),
    { name: 'signIn', kind: 'choice', choices: ['yes', 'no'] },
    { name: 'days', kind: 'choice', choices: ['0', '7', '30'] },
    { name: 'plus', kind: 'choice', choices: ['no', 'yes'] },
    { name: 'filedBy', kind: 'choice', choices: ['polder', 'server'] },
    { name: 'tokenUrl', kind: 'url', optional: true, group: 'oauth' },
    { name: 'clientId', kind: 'text', optional: true, group: 'oauth' },
    { name: 'clientSecret', kind: 'secret', optional: true, group: 'oauth' },
    { name: 'refreshToken', kind: 'secret', optional: true, group: 'oauth' },
  ],
  settingsOf: (flat) => {
    const given = flat as z.infer<typeof form>;
    const { address, name, user, days, plus, filedBy, tokenUrl, clientId } = given;
    return mailSettings.parse({
      ...{ address, name, user, days, plus, filedBy },
      ...(tokenUrl === '' ? {} : { oauth: { tokenUrl, clientId } }),
      imap: { host: given.imapHost, port: given.imapPort, secure: given.imapSecure },
      smtp: { host: given.smtpHost, port: given.smtpPort, secure: given.smtpSecure, signIn: given.signIn },
    });
  },
  fieldsOf: (settings) => {
    const { address, name, user, days, plus, imap, smtp, filedBy, oauth } = mailSettings.parse(settings);
    const said = (is: boolean) => (is ? 'yes' : 'no');
    return {
      ...{ address, name, user, days: String(days), plus: said(plus) },
      ...{ imapHost: imap.host, imapPort: String(imap.port), imapSecure: said(imap.secure) },
      ...{ smtpHost: smtp.host, smtpPort: String(smtp.port), smtpSecure: said(smtp.secure) },
      ...{ signIn: said(smtp.signIn), filedBy: filedBy ?? 'polder' },
      ...{ tokenUrl: oauth?.tokenUrl ?? '', clientId: oauth?.clientId ?? '' },
    };
  },
  nameOf: ({ address }) => String(address),
  open: ({ settings, secrets, clock, key, allowed, keepSecrets }) =>
    openMail({
      settings: mailSettings.parse(settings),
      secrets: mailSecrets.parse(secrets),
      ...{ clock, key, allowed, keepSecrets },
    }),
};
