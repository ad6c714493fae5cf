import { convert } from 'html-to-text';
import { z } from 'zod';
import type { Attached, Heard } from '../channel.ts';

const account = z.object({
  id: z.string(),
  acct: z.string(),
  display_name: z.string().default(''),
  bot: z.boolean().default(false),
  followers_count: z.number().int().nonnegative().optional(),
});

/** A post as the API gives it (docs.joinmastodon.org, Status), as far as it matters here. */
export const status = z.object({
  id: z.string(),
  uri: z.string(),
  account,
  content: z.string().default(''),
  spoiler_text: z.string().default(''),
  visibility: z.enum(['public', 'unlisted', 'private', 'direct']),
  created_at: z.string(),
  edited_at: z.string().nullable().default(null),
  in_reply_to_id: z.string().nullable().default(null),
  in_reply_to_account_id: z.string().nullable().default(null),
  media_attachments: z
    .array(
      z.object({
        type: z.string(),
        url: z.string().nullable(),
        description: z.string().nullable().default(null),
      }),
    )
    .default([]),
});
export type Status = z.infer<typeof status>;

/** What was written, as words: its warning first, then its text; of pictures what they are said to show. */
export function wordsOf({ spoiler_text, content, media_attachments }: Status): string {
  const written = convert(content, {
    wordwrap: false,
    // The network shows links cut short, with the whole of them beside.
    formatters: { whole: ({ attribs }, _walk, builder) => builder.addInline(String(attribs?.href ?? '')) },
    selectors: [
      { selector: 'a', format: 'whole' },
      { selector: 'a.mention', format: 'inline' },
      { selector: 'a.hashtag', format: 'inline' },
      { selector: 'img', format: 'skip' },
    ],
  });
  const text = [spoiler_text, written]
    .map(clean)
    .filter((one) => one !== '')
    .join('\n\n');
  if (text !== '') return text;
  return clean(media_attachments.map(({ description }) => description ?? '').join('\n'));
}

const clean = (text: string) => text.replaceAll('\0', '').toWellFormed().trim();

/** `fatima@elders.example`, also of who is on our own server. */
export function addressOf({ acct }: z.infer<typeof account>, home: string): string {
  return acct.includes('@') ? acct : `${acct}@${home}`;
}

/** A post in the words of all channels; undefined when nothing can be read in it. */
export function heardOf(one: Status, us: { id: string; home: string }): Heard | undefined {
  const text = wordsOf(one);
  if (text === '') return undefined;
  const { account, visibility, in_reply_to_id: parent } = one;
  const handle = addressOf(account, us.home);
  const at = Date.parse(one.created_at);
  return {
    line: 1,
    externalId: one.id,
    text,
    author: handle,
    authorName: account.display_name.trim() || handle,
    sentAt: Number.isNaN(at) ? null : new Date(at).toISOString(),
    inbound: account.id !== us.id,
    replyTo: parent,
    thread: null,
    account: null,
    department: null,
    automatic: false,
    // Of a kind that only its followers, or only whom it names, may read.
    ...(visibility === 'private' || visibility === 'direct' ? { audience: 'private' as const } : {}),
    facts: {
      ...{ id: one.id, visibility, acct: account.acct },
      ...(account.followers_count !== undefined && { followers: account.followers_count }),
    },
    attachments: one.media_attachments.map(attachedOf),
  };
}

/** Pictures and films stay where they are; here is said that they are there. */
function attachedOf({ type, url, description }: Status['media_attachments'][number]): Attached {
  const name = description?.trim().slice(0, 100) || url?.split('/').at(-1) || type;
  return { name, mediaType: type, bytes: 0, verdict: 'too-large', content: null };
}
