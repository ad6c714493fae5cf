import type { Refusal } from '../platform/refusal.ts';
import { refusalIn } from '../platform/words.ts';

type Details = Refusal['details'];

/** What a refusal says on the command line: what is wrong, where, and how to mend it. */
const sentences: Readonly<Record<string, (d: Details) => string>> = {
  usage: (d) => `${d.problem}\nUsage: ${d.usage}`,
  'not-found.file': (d) => `There is no file ${d.file}. Check the name, or give the whole path.`,
  'not-found.messages': () =>
    'No message has been heard yet, so there is nothing to evaluate. Import a file first: polder import FILE',
  'invalid.date': (d) => `"${d.value}" is not a date. Write it as 2026-11-24.`,
  'config.unknown-key': (d) =>
    `The environment holds ${d.key}, which Polder does not know. Known: ${list(d.known)}. Remove it or mend its name.`,
  'config.port': (d) => `PORT is "${d.value}". It must be a whole number from 0 to 65535.`,
  'config.url': (d) =>
    `POLDER_URL is "${d.value}". It must be a web address such as https://polder.example.nl.`,
  'config.mail-pair': (d) =>
    `${d.missing} is missing: set POLDER_SMTP_URL and POLDER_MAIL_FROM both, or neither.`,
  'config.smtp-url': () =>
    'POLDER_SMTP_URL must begin with smtp:// or smtps://, such as smtp://localhost:25.',
  'config.mail-from': (d) =>
    `POLDER_MAIL_FROM is "${d.value}". Write an address, or Name <name@host>, such as Waterkracht <service@waterkracht.example>.`,
  'config.mail-per-minute': () => 'POLDER_MAIL_PER_MINUTE must be a whole number of 1 or more.',
  'config.log-level': (d) => `POLDER_LOG is "${d.value}". Choose one of ${list(d.known)}.`,
  'config.database-pair': (d) =>
    `${d.missing} is missing. Set DATABASE_URL (the weak login) and DATABASE_OWNER_URL (the owner, for migrations), or neither.`,
  'config.database-url': (d) =>
    `${d.key} is no PostgreSQL address. It looks like postgres://user:password@host:5432/database.`,
  'migration.changed': (d) =>
    `Migration ${d.name} differs from the one this database was made with. Use the version of Polder that made it, or a newer one.`,
  'migration.failed': (d) => `Migration ${d.name} failed and was undone: ${d.error}`,
  'invalid.key-scopes': (d) =>
    `Unknown scopes: ${list(d.unknown) || '(none given)'}. Known: ${list(d.known)}.`,
};

/** Whether the command line has words of its own for a code. */
export function hasSentence(code: string): boolean {
  return Object.hasOwn(sentences, code);
}

export function describeRefusal(refusal: Refusal): string {
  const { code, details } = refusal;
  const sentence = sentences[code]?.(details) ?? details.sentence ?? details.reason;
  if (sentence) return String(sentence);
  const facts = Object.entries(details).map(
    ([key, value]) => `${key}: ${Array.isArray(value) ? list(value) : value}`,
  );
  const { title, next } = refusalIn('en', code);
  return [`${title}. ${next}`, ...(facts.length > 0 ? [`(${code}: ${facts.join('; ')})`] : [])].join('\n');
}

function list(value: Details[string] | undefined): string {
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}
