import { createHash } from 'node:crypto';
import { convert } from 'html-to-text';
import PostalMime, { type Email } from 'postal-mime';
import { addressKey, isAddress } from '../../platform/mail/address.ts';
import type { Heard } from '../channel.ts';
import type { Happened } from '../connection.ts';
import { attachedOf } from './attaching.ts';
import { originOf } from './automatic.ts';
import { nameInAddress } from './name.ts';
import { foldQuotes } from './quoting.ts';
import { returnedIn } from './returning.ts';

/** Ours, to know what is from us and what answers us. */
export interface Us {
  readonly address: string;
  /** Signs what we name. */
  readonly key: string;
}

/** Longer texts are cut here; nobody writes that by hand. Characters. */
const longestText = 50_000;

/** Nobody writes more parts by hand; each costs time. */
const mostParts = 2000;

/** How many lines may begin a part: two dashes at the beginning of a line. */
function partsIn(raw: Uint8Array): number {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  let count = 0;
  for (let at = bytes.indexOf('\n--'); at !== -1 && count <= mostParts; at = bytes.indexOf('\n--', at + 3))
    count += 1;
  return count;
}

/** A mail that is none, or that nobody can be answered for. */
export class NoMail extends Error {
  override readonly name = 'NoMail';
}

/**
 * One mail as it lies in the mailbox, in the words of all channels. Threaded by the names of mails and by our signed
 * address, never by the subject. HTML becomes plain text, so nothing in it can do anything.
 * @throws NoMail when it has no sender or no words; and whatever a broken one makes the parser throw
 */
export async function readMail(raw: Uint8Array, us: Us, arrivedAt: Date): Promise<Happened[]> {
  if (partsIn(raw) > mostParts) throw new NoMail('too-many-parts');
  const email = await PostalMime.parse(raw, {
    attachmentEncoding: 'arraybuffer',
    maxNestingDepth: 40,
    maxHeadersSize: 256_000,
  });
  const origin = originOf(email.headers);
  if (origin === 'report') {
    const returned = returnedIn(email);
    if (returned) return [returned];
  }
  const author = senderOf(email);
  if (author?.address === addressKey(us.address)) return [];
  if (!author) throw new NoMail('no-sender');
  return [
    { kind: 'said', heard: heardOf(email, { raw, us, author, arrivedAt, machine: origin !== 'person' }) },
  ];
}

interface Circumstances {
  raw: Uint8Array;
  us: Us;
  author: { address: string; name: string };
  arrivedAt: Date;
  machine: boolean;
}

function heardOf(email: Email, { raw, us, author, arrivedAt, machine }: Circumstances): Heard {
  const externalId =
    email.messageId?.trim() || `h:${createHash('sha256').update(raw).digest('hex').slice(0, 32)}`;
  const follows = followed(email, us);
  const { said, quoted } = foldQuotes(wordsOf(email).slice(0, 4 * longestText));
  const subject = oneLine(email.subject ?? '');
  const attachments = attachedOf(email.attachments);
  // The first mail of a thread says with its subject what it is about; later ones repeat it.
  const words = showHosts(
    [follows.length === 0 ? subject : '', said].filter(Boolean).join('\n\n') || subject,
  );
  const text = storable(words).slice(0, longestText) || attachments.map(({ name }) => name).join(', ');
  if (!text) throw new NoMail('no-words');
  const root = storable(
    namesIn(email.references ?? '')[0] ?? namesIn(email.inReplyTo ?? '')[0] ?? externalId,
  );
  return {
    line: 1,
    externalId: storable(externalId).slice(0, 500),
    text,
    author: author.address,
    ...(author.name ? { authorName: author.name } : {}),
    sentAt: sentAt(email, arrivedAt).toISOString(),
    inbound: true,
    replyTo: follows[0] ?? null,
    follows,
    // Of one sender alone: whoever merely knows the name of somebody's mail gets into no thread by it.
    thread: `${root.slice(0, 500)} ${author.address}`,
    account: us.address,
    department: null,
    automatic: machine,
    facts: { subject: subject.slice(0, 500), references: referencesOf(email).slice(-20) },
    ...(quoted ? { quoted: storable(quoted).slice(0, longestText) } : {}),
    attachments,
  };
}

/** The nearest first: what our address says, then In-Reply-To, then References from the end. */
function followed(email: Email, us: Us): string[] {
  const recipients = [...(email.to ?? []), ...(email.cc ?? [])].flatMap(({ address, group }) =>
    address ? [address] : (group ?? []).map((one) => one.address),
  );
  const delivered = email.headers.filter(({ key }) => key === 'delivered-to' || key === 'x-original-to');
  const ours = [...recipients, ...delivered.map(({ value }) => value.trim())].flatMap(
    (to) => nameInAddress(us.key, us.address, to) ?? [],
  );
  const named = [...namesIn(email.inReplyTo ?? ''), ...namesIn(email.references ?? '').toReversed()];
  return [...new Set([...ours, ...named].map((name) => storable(name).slice(0, 500)))].slice(0, 50);
}

function referencesOf(email: Email): string[] {
  return [...new Set([...namesIn(email.references ?? ''), ...namesIn(email.inReplyTo ?? '')])].map(storable);
}

const namesIn = (value: string): string[] => value.match(/<[^<>\s]{1,400}>/g) ?? [];

function senderOf(email: Email): { address: string; name: string } | undefined {
  for (const one of [...(email.replyTo ?? []), email.from, email.sender]) {
    // Whom the answer should go to, but only where that is at the same mail host as who says to have written.
    const address = one?.address && addressKey(one.address);
    if (!address || !isAddress(address)) continue;
    const from = email.from?.address ? addressKey(email.from.address) : address;
    if (one !== email.from && hostOf(from) !== hostOf(address)) continue;
    return { address, name: storable(oneLine(one?.name || email.from?.name || '')).slice(0, 200) };
  }
  return undefined;
}

const hostOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);

function wordsOf(email: Email): string {
  const text = email.text?.trim();
  if (text) return text;
  return email.html ? textOfHtml(email.html) : '';
}

/** Plain words of HTML: no picture is fetched, no style is heeded, a link shows where it leads. */
export function textOfHtml(html: string): string {
  return convert(html.slice(0, 1_000_000), {
    wordwrap: false,
    limits: { maxInputLength: 1_000_000, maxDepth: 60, maxChildNodes: 5000 },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'style', format: 'skip' },
      { selector: 'script', format: 'skip' },
      {
        selector: 'a',
        options: { hideLinkHrefIfSameAsText: true, ignoreHref: false, linkBrackets: ['(', ')'] },
      },
      { selector: 'blockquote', format: 'blockquote', options: { trimEmptyLines: true } },
      ...['h1', 'h2', 'h3', 'h4'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  }).trim();
}

const links = /\bhttps?:\/\/[^\s<>"'()]+/giu;

/**
 * An address whose name only looks like another one is shown with what it really is: letters of other scripts stand
 * there as what the machines make of them (`xn--…`), and a name before an @ is no host.
 */
export function showHosts(text: string): string {
  return text.replace(links, (link) => {
    const url = URL.parse(link);
    if (url === null) return link;
    const said = link.slice(link.indexOf('//') + 2).split(/[/?#\\]/)[0] ?? '';
    return said.toLowerCase() === url.host || url.host === '' ? link : `${link} [${url.host}]`;
  });
}

/** When it says it was sent, unless its clock is ahead of when it came: nobody writes in the future. */
function sentAt(email: Email, arrivedAt: Date): Date {
  const said = email.date ? new Date(email.date) : undefined;
  const usable = said && !Number.isNaN(said.getTime()) && said.getFullYear() >= 1990;
  return usable && said <= arrivedAt ? said : arrivedAt;
}

const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();

/** What PostgreSQL takes as text: no NUL, no half of a character. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
