import { z } from 'zod';

const ref = z.object({ uri: z.string(), cid: z.string() });
export type Ref = z.infer<typeof ref>;

/** A post as it stands in its author's own record (app.bsky.feed.post), as far as it matters here. */
const post = z.object({
  text: z.string().default(''),
  createdAt: z.string().optional(),
  reply: z.object({ root: ref, parent: ref }).optional(),
  facets: z
    .array(
      z.object({
        index: z.object({ byteStart: z.number(), byteEnd: z.number() }),
        features: z.array(
          z.object({ $type: z.string(), did: z.string().optional(), uri: z.string().optional() }),
        ),
      }),
    )
    .optional(),
  embed: z
    .object({
      $type: z.string(),
      /** Of another post, plain or together with pictures. */
      record: z.unknown().optional(),
      images: z.array(z.object({ alt: z.string().default('') })).optional(),
      media: z.object({ images: z.array(z.object({ alt: z.string().default('') })).optional() }).optional(),
      alt: z.string().optional(),
      external: z.object({ uri: z.string(), title: z.string().default('') }).optional(),
    })
    .optional(),
});
export type Post = z.infer<typeof post>;

/** @throws Error `no-post` when it is not what a post is */
export function postOf(record: unknown): Post {
  const read = post.safeParse(record);
  if (!read.success) throw new Error('no-post');
  return read.data;
}

export const collection = 'app.bsky.feed.post';

/** The address of the post that is quoted; undefined when none is. */
export function quotedIn({ embed }: Post): string | undefined {
  const read = z
    .union([z.object({ uri: z.string() }), z.object({ record: z.object({ uri: z.string() }) })])
    .safeParse(embed?.record);
  if (!read.success) return undefined;
  return 'uri' in read.data ? read.data.uri : read.data.record.uri;
}

/** Whose record an address names. */
export function ownerOf(uri: string): string {
  return uri.split('/')[2] ?? '';
}

/** How it speaks to somebody: names them, answers them or in their thread, or quotes them. */
export function speaksTo(record: Post, did: string): boolean {
  if (ownerOf(record.reply?.parent.uri ?? '') === did || ownerOf(record.reply?.root.uri ?? '') === did)
    return true;
  if (ownerOf(quotedIn(record) ?? '') === did) return true;
  return (record.facets ?? []).some(({ features }) => features.some((feature) => feature.did === did));
}

/**
 * What was written, with links as they are: the network shows them cut short and keeps the whole beside. Where nothing
 * was written, what its pictures are said to show.
 */
export function wordsOf(record: Post): string {
  const bytes = Buffer.from(record.text);
  let text = '';
  let from = 0;
  const facets = (record.facets ?? []).toSorted((a, b) => a.index.byteStart - b.index.byteStart);
  for (const { index, features } of facets) {
    const link = features.find(({ uri }) => uri !== undefined)?.uri;
    if (!link || index.byteStart < from || index.byteEnd > bytes.length) continue;
    text += `${bytes.subarray(from, index.byteStart)}${link}`;
    from = index.byteEnd;
  }
  text = clean(`${text}${bytes.subarray(from)}`);
  return text === '' ? clean(shownIn(record).join('\n')) : text;
}

function shownIn({ embed }: Post): string[] {
  const pictures = [...(embed?.images ?? []), ...(embed?.media?.images ?? [])].map(({ alt }) => alt);
  return [...pictures, embed?.alt ?? '', embed?.external?.title ?? '', embed?.external?.uri ?? ''].filter(
    (one) => one.trim() !== '',
  );
}

const clean = (text: string) => text.replaceAll('\0', '').toWellFormed().trim();
