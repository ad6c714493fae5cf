import type { Smtp } from '../outside.ts';
import { Refusal } from '../refusal.ts';
import { isAddress } from './address.ts';

const keys = ['POLDER_SMTP_URL', 'POLDER_MAIL_FROM', 'POLDER_MAIL_PER_MINUTE'] as const;
export const mailSettings: readonly string[] = keys;

const everyMinute = 600;

/**
 * The mail server out of the environment; null when there is none.
 * @throws Refusal `config.mail-pair`, `config.smtp-url`, `config.mail-from`, `config.mail-per-minute`
 */
export function smtpOf(env: Readonly<Record<string, string | undefined>>): Smtp | null {
  const [url, from] = [env.POLDER_SMTP_URL, env.POLDER_MAIL_FROM];
  if (!url && !from) return null;
  if (!url || !from) {
    throw new Refusal('config.mail-pair', { missing: url ? 'POLDER_MAIL_FROM' : 'POLDER_SMTP_URL' });
  }
  if (!/^smtps?:$/.test(URL.parse(url)?.protocol ?? '')) throw new Refusal('config.smtp-url');
  if (!isSender(from)) throw new Refusal('config.mail-from', { value: from });
  const perMinute = Number(env.POLDER_MAIL_PER_MINUTE || everyMinute);
  if (!Number.isInteger(perMinute) || perMinute < 1) throw new Refusal('config.mail-per-minute');
  return { url, from, perMinute };
}

/** `name@host`, or `Name <name@host>` on one line. */
function isSender(value: string): boolean {
  const parts = /^([^<>"\r\n]*)<([^<>\s]+)>$/.exec(value.trim());
  return isAddress(parts?.[2] ?? value.trim());
}
