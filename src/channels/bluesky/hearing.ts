import type { Heard } from '../channel.ts';
import { ownerOf, type Post, quotedIn, type Ref, wordsOf } from './post.ts';

/** A post with where it stands and who wrote it. */
export interface Posted extends Ref {
  readonly record: Post;
  readonly author: { readonly did: string; readonly name: string | null };
  /** When the network saw it, ISO 8601; null: it did not say. */
  readonly seenAt: string | null;
}

/**
 * A post in the words of all channels. In a thread that we began everybody speaks for themselves; in somebody else's
 * thread what is said hangs together. Undefined when nothing can be read in it.
 */
export function heardOf({ uri, cid, record, author, seenAt }: Posted, us: string): Heard | undefined {
  const text = wordsOf(record);
  if (text === '') return undefined;
  const root = record.reply?.root ?? { uri, cid };
  const quoted = quotedIn(record);
  return {
    line: 1,
    externalId: uri,
    text,
    author: author.did,
    ...(author.name === null ? {} : { authorName: author.name }),
    sentAt: momentOf(record, seenAt),
    inbound: author.did !== us,
    replyTo: record.reply?.parent.uri ?? (quoted && ownerOf(quoted) === us ? quoted : null),
    thread: ownerOf(root.uri) === us ? null : root.uri,
    account: null,
    department: null,
    automatic: false,
    facts: { uri, cid, root: { uri: root.uri, cid: root.cid } },
  };
}

/** Authors say when they wrote it, and may say anything: it was not after the network saw it. */
function momentOf({ createdAt }: Post, seenAt: string | null): string | null {
  const said = createdAt === undefined ? Number.NaN : Date.parse(createdAt);
  const seen = seenAt === null ? Number.NaN : Date.parse(seenAt);
  const at = Number.isNaN(seen) ? said : Number.isNaN(said) ? seen : Math.min(said, seen);
  return Number.isNaN(at) || at < Date.UTC(2000, 0) ? null : new Date(at).toISOString();
}
