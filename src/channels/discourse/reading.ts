import { z } from 'zod';
import type { Happened } from '../connection.ts';
import { readJson, textOf, timeOf } from '../json.ts';
import type { Delivery } from '../pushed.ts';
import { isMarked, withoutMark } from './mark.ts';

const number = z.union([z.number().int(), z.string().regex(/^\d{1,20}$/)]).transform(String);
const post = z.object({
  id: number,
  topic_id: number,
  post_number: number,
  post_type: z.number().default(1),
  username: z.string(),
  name: z.string().nullish(),
  raw: z.string().default(''),
  created_at: z.string(),
  updated_at: z.string().nullish(),
  deleted_at: z.string().nullish(),
  user_deleted: z.boolean().nullish(),
  hidden: z.boolean().nullish(),
  topic_title: z.string().nullish(),
  topic_archetype: z.string().nullish(),
});
export type Post = z.infer<typeof post>;

export const nameOfPost = (id: string) => `post:${id}`;

/** Only what stands in the open, and was written as a post: not a note of moderators, not a change of the topic. */
const isOpen = ({ post_type, topic_archetype }: Post) =>
  post_type === 1 && (topic_archetype ?? 'regular') === 'regular';

interface Around {
  /** In whose name we answer there. */
  us: string;
  /** Whether a post is still there. */
  isThere(id: string): Promise<boolean>;
}

/**
 * What an event says. The kind of event is a header, and no header is signed: what happened is read from the signed
 * body; where only the header says that a post is gone, the forum itself is asked.
 * @throws ZodError, SyntaxError, and what asking throws
 */
export async function readEvent({ headers, body }: Delivery, around: Around): Promise<Happened[]> {
  const parsed = z.object({ post: post.optional() }).parse(readJson(body));
  if (!parsed.post || !isOpen(parsed.post)) return [];
  const one = parsed.post;
  const saysGone = headers['x-discourse-event'] === 'post_destroyed' || one.hidden === true;
  const isGone = isMarkedGone(one) || (saysGone && !(await around.isThere(one.id)));
  const at = timeOf(one.updated_at ?? one.created_at) ?? new Date(0).toISOString();
  if (isGone) return [{ kind: 'removed', externalId: nameOfPost(one.id), at: timeOf(one.deleted_at) ?? at }];
  return saidIn(one, at, around.us);
}

export function isMarkedGone({
  deleted_at,
  user_deleted,
}: Pick<Post, 'deleted_at' | 'user_deleted'>): boolean {
  return (deleted_at ?? null) !== null || user_deleted === true;
}

function saidIn(one: Post, at: string, us: string): Happened[] {
  const text = textOf(withoutMark(one.raw));
  if (text === null) return [];
  const externalId = nameOfPost(one.id);
  const sentAt = timeOf(one.created_at);
  const inbound = one.username.toLowerCase() !== us.toLowerCase();
  const name = textOf(one.name)?.slice(0, 200);
  const heard = {
    ...{ line: 1, externalId, text, author: one.username, sentAt, inbound, replyTo: null },
    ...{ thread: `topic:${one.topic_id}`, account: null, department: null, automatic: false },
    ...(name ? { authorName: name } : {}),
    facts: { topic: one.topic_id, number: one.post_number, title: textOf(one.topic_title) },
  };
  const isEdited = sentAt !== null && Date.parse(at) > Date.parse(sentAt);
  // What we sent stands here already, perhaps while nobody knows yet what the forum called it.
  const isEcho = !inbound && isMarked(one.raw);
  return [
    ...(isEcho ? [] : [{ kind: 'said', heard } as const]),
    ...(isEdited ? [{ kind: 'edited', externalId, text, at } as const] : []),
  ];
}
