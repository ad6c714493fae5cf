import { hash } from 'node:crypto';
import type { Heard } from '../channel.ts';
import { readingDates } from './dates.ts';
import { type Direction, findDirection } from './direction.ts';
import type { Target } from './headings.ts';
import { excerpt, type Rejected, reject } from './rejection.ts';

/** The values of one record by what they mean; absent and empty are the same. */
export type Values = Readonly<Partial<Record<Target, string>>>;

/** Ids and names stand in indexes, which do not take more. */
const longest = 255;
const short = [
  'id',
  'author',
  'name',
  'handle',
  'replyTo',
  'thread',
  'account',
  'department',
  'channel',
] as const;

/** Makes a message of a record, or says why that cannot be. `zone` (IANA) is for times without one. */
export function hearing(zone: string): (line: number, values: Values) => Heard | Rejected {
  const readDate = readingDates(zone);
  return (line, values) => {
    const text = clean(values.text);
    if (text === '') return reject(line, 'text.missing');
    const direction = findDirection(values.inbound ?? '');
    if (!direction) {
      return reject(line, 'direction.unreadable', { value: excerpt(values.inbound ?? '') });
    }
    const written = `${clean(values.at)} ${clean(values.time)}`.trim();
    const moment = written === '' ? null : readDate(written);
    if (typeof moment === 'string') return reject(line, `time.${moment}`, { value: excerpt(written) });
    const tooLong = short.find((target) => (values[target]?.length ?? 0) > longest);
    if (tooLong) {
      const length = values[tooLong]?.length ?? 0;
      return reject(line, 'field.too-long', { target: tooLong, length, limit: longest });
    }
    const sentAt = moment === null ? null : new Date(moment).toISOString();
    return message({ line, text, sentAt, direction }, values);
  };
}

interface Understood {
  readonly line: number;
  readonly text: string;
  readonly sentAt: string | null;
  readonly direction: Direction;
}

function message({ line, text, sentAt, direction }: Understood, values: Values): Heard {
  const author = authorOf(values, direction);
  const name = filled(values.name) ?? filled(values.author);
  const channel = filled(values.channel);
  return {
    line,
    externalId: filled(values.id) ?? identityOf(author, sentAt, text),
    text,
    author,
    ...(name === null || name === author ? {} : { authorName: name }),
    sentAt,
    inbound: direction.inbound,
    replyTo: filled(values.replyTo),
    thread: filled(values.thread),
    account: filled(values.account) ?? (direction.inbound ? null : filled(values.handle)),
    department: direction.inbound ? null : filled(values.department),
    automatic: direction.automatic,
    ...(channel === null ? {} : { channel }),
  };
}

/** A handle is what a customer is known by; of an employee it is the organisation's account. */
function authorOf(values: Values, direction: Direction): string | null {
  const author = filled(values.author);
  return direction.inbound ? (filled(values.handle) ?? author) : author;
}

/** The values hold no NUL, so it parts them without doubt. */
function identityOf(author: string | null, sentAt: string | null, text: string): string {
  return `h:${hash('sha256', `${author ?? ''}\0${sentAt ?? ''}\0${text}`, 'base64url').slice(0, 32)}`;
}

function filled(raw: string | undefined): string | null {
  const value = clean(raw);
  return value === '' ? null : value;
}

/** PostgreSQL stores no NUL, and UTF-8 no lone surrogate. */
function clean(raw: string | undefined): string {
  if (raw === undefined || raw === '') return '';
  const storable = raw.includes('\0') ? raw.replaceAll('\0', '') : raw;
  return storable.toWellFormed().trim();
}
