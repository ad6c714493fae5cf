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
  readonly edits: boolean;
  readonly deletes: boolean;
  /** Longest answer in characters; null where nothing is sent or no limit is known. */
  readonly maximumLength: number | null;
  readonly readOnly: boolean;
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
}

export const channels: readonly Channel[] = [
  {
    key: 'file',
    name: 'File',
    receives: 'file',
    replies: [],
    edits: false,
    deletes: false,
    maximumLength: null,
    readOnly: true,
  },
  {
    key: 'api',
    name: 'API',
    receives: 'push',
    replies: [],
    edits: false,
    deletes: false,
    maximumLength: null,
    readOnly: true,
  },
];

/** The channel with this key, or undefined. */
export function findChannel(key: string): Channel | undefined {
  return channels.find((channel) => channel.key === key);
}
