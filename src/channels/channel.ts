import { bluesky } from './bluesky/bluesky.ts';
import type { Costs } from './budget.ts';
import { discourse } from './discourse/discourse.ts';
import { facebook, messenger } from './facebook/facebook.ts';
import { feed } from './feed/feed.ts';
import { instagram, instagramDirect } from './instagram/instagram.ts';
import { linkedin } from './linkedin/linkedin.ts';
import { mail } from './mail/mail.ts';
import { mastodon } from './mastodon/mastodon.ts';
import { site } from './site/site.ts';
import { telegram } from './telegram/telegram.ts';
import { trustpilot } from './trustpilot/trustpilot.ts';
import { webhook } from './webhook/webhook.ts';
import { whatsapp } from './whatsapp/whatsapp.ts';
import { x } from './x/x.ts';
import { youtube } from './youtube/youtube.ts';

/**
 * What a channel is, as plain data: where people talk and what Polder can do there. The composition
 * (commands, reactions, schedule) reads it; no module's table is known here.
 */
export interface Channel {
  readonly key: string;
  readonly name: string;
  /** How messages come in: handed to us, fetched by us, a standing connection, or a file. */
  readonly receives: 'push' | 'poll' | 'stream' | 'file';
  /** Empty: an answer cannot leave through this channel and is recorded as not sent. */
  readonly replies: readonly ('public' | 'private')[];
  /** Can what we said be changed, taken away there; can what others said be hidden, liked? */
  readonly edits: boolean;
  readonly deletes: boolean;
  readonly hides: boolean;
  readonly likes: boolean;
  /** Most pictures or files that go with one answer. */
  readonly media: number;
  /** Longest answer in characters; null where nothing is sent or no limit is known. */
  readonly maximumLength: number | null;
  readonly readOnly: boolean;
  /** How an answer leaves; null: none does. */
  readonly sending: Sending | null;
  /** Built by the network's own documentation, and not yet tried there by anybody: said wherever it is connected. */
  readonly untried?: true;
  /** What calls cost, on a network that counts them. */
  readonly costs?: Costs;
}

/** What must be known to send an answer once, whatever breaks in between. Times in milliseconds. */
export interface Sending {
  /** It takes the same answer twice under one key and makes one of it. */
  readonly dedupes: boolean;
  /** So long it remembers a key; left out: for ever. */
  readonly dedupesFor?: number;
  /**
   * What looking for an answer there proves: `both` (it is there, or it never was), `presence` (only that it is
   * there; not found says nothing), `none` (it cannot be looked for).
   */
  readonly readBack: 'both' | 'presence' | 'none';
  /** From when on what was sent can surely be found. */
  readonly visibilityLag: number;
  /** The longest a call may take, on either side: after it nothing of that call happens any more. */
  readonly longestCall: number;
  /** So many calls in so many seconds, for one account. */
  readonly rate: { readonly calls: number; readonly seconds: number };
}

/** One message as a channel delivers it, before anybody understood it or knows who wrote it. */
export interface Heard {
  /** 1-based physical line where the record starts; 1 for channels without lines. */
  readonly line: number;
  /** The id the channel gave, or `h:` and a hash of author, time and text. */
  readonly externalId: string;
  /** As written, without outer white space; never empty, free of NUL and of lone surrogates. */
  readonly text: string;
  /** The author's id at the channel. Null: unknown, so an identity of its own. */
  readonly author: string | null;
  readonly authorName?: string;
  /** ISO 8601 in UTC; null when the time is unknown. */
  readonly sentAt: string | null;
  /** True when a customer wrote it, false when the organisation did. */
  readonly inbound: boolean;
  /** External id of the message it answers. */
  readonly replyTo: string | null;
  readonly thread: string | null;
  /** Which of the organisation's accounts it came in on or went out from. */
  readonly account: string | null;
  /** Department of an outbound author, where the channel tells. */
  readonly department: string | null;
  /** Sent by a machine of the organisation. */
  readonly automatic: boolean;
  /** Where it was first said, when one channel carries messages of several (`x`, `mail`, …). */
  readonly channel?: string;
  /** Every message that it names as one it follows, the nearest first; where a channel names more than one. */
  readonly follows?: readonly string[];
  /** Only few may read it, on an account that else speaks in the open. It narrows, never widens. */
  readonly audience?: 'private';
  /** What the channel must know of it later, to answer it: opaque to everybody else. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** What it repeats of earlier messages; shown folded. */
  readonly quoted?: string;
  readonly attachments?: readonly Attached[];
}

/** A file that came along. Its name and type are what the sender says; `verdict` is what was seen. */
export interface Attached {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** plain: harmless to keep; active: can run or carry a program; too-large: not kept. */
  readonly verdict: 'plain' | 'active' | 'too-large';
  readonly content: Uint8Array | null;
}

export const channels: readonly Channel[] = [
  bluesky,
  mastodon,
  telegram,
  mail,
  site,
  webhook,
  discourse,
  feed,
  facebook,
  messenger,
  instagram,
  instagramDirect,
  whatsapp,
  x,
  linkedin,
  youtube,
  trustpilot,
  {
    key: 'file',
    name: 'File',
    receives: 'file',
    replies: [],
    edits: false,
    deletes: false,
    hides: false,
    likes: false,
    media: 0,
    maximumLength: null,
    readOnly: true,
    sending: null,
  },
  {
    key: 'api',
    name: 'API',
    receives: 'push',
    replies: [],
    edits: false,
    deletes: false,
    hides: false,
    likes: false,
    media: 0,
    maximumLength: null,
    readOnly: true,
    sending: null,
  },
];

/** The channel with this key, or undefined. */
export function findChannel(key: string): Channel | undefined {
  return channels.find((channel) => channel.key === key);
}
