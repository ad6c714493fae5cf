import { z } from 'zod';
import type { Attached, Heard } from '../channel.ts';
import type { Happened } from '../connection.ts';

const person = z.object({
  id: z.number(),
  is_bot: z.boolean().default(false),
  first_name: z.string().default(''),
  last_name: z.string().default(''),
  username: z.string().optional(),
});
const file = z.object({
  file_id: z.string(),
  file_size: z.number().optional(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
});

/** A message as the Bot API gives it (core.telegram.org/bots/api#message), as far as it matters here. */
const message = z.object({
  message_id: z.number(),
  from: person.optional(),
  chat: z.object({ id: z.number(), type: z.string().default('private'), title: z.string().optional() }),
  date: z.number(),
  edit_date: z.number().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  reply_to_message: z.object({ message_id: z.number() }).optional(),
  photo: z.array(file).optional(),
  document: file.optional(),
  voice: file.optional(),
  video: file.optional(),
  audio: file.optional(),
  sticker: z.object({ emoji: z.string().optional() }).optional(),
});
export type Message = z.infer<typeof message>;

const update = z.object({
  update_id: z.number(),
  message: message.optional(),
  edited_message: message.optional(),
});

/** A file that came along, as it is asked for. */
export interface Wanted {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** Gets what came along. Never throws: what cannot be had is named and not kept. */
export type Fetching = (wanted: readonly Wanted[]) => Promise<Attached[]>;

/** One update in the words of all channels. @throws Error `no-post` */
export async function happenedIn(raw: unknown, fetching: Fetching): Promise<Happened[]> {
  const read = update.safeParse(raw);
  if (!read.success) throw new Error('no-post');
  const { message: said, edited_message: edited } = read.data;
  if (edited) {
    const text = wordsOf(edited);
    const at = new Date((edited.edit_date ?? edited.date) * 1000).toISOString();
    return text === '' ? [] : [{ kind: 'edited', externalId: idOf(edited), text, at }];
  }
  if (!said?.from || said.from.is_bot) return [];
  const attachments = await fetching(filesOf(said));
  const heard = heardOf(said, said.from, attachments);
  return heard ? [{ kind: 'said', heard }] : [];
}

/** What a message is called: its chat and its number there. */
export function idOf({ chat, message_id }: Pick<Message, 'chat' | 'message_id'>): string {
  return `${chat.id}/${message_id}`;
}

function heardOf(
  said: Message,
  from: z.infer<typeof person>,
  attachments: readonly Attached[],
): Heard | undefined {
  const text = wordsOf(said) || attachments.map(({ name }) => name).join('\n');
  if (text === '') return undefined;
  const { chat, reply_to_message: parent, message_id } = said;
  const parentId = parent ? idOf({ chat, message_id: parent.message_id }) : null;
  return {
    line: 1,
    externalId: idOf(said),
    text,
    author: String(from.id),
    authorName: nameOf(from),
    sentAt: new Date(said.date * 1000).toISOString(),
    inbound: true,
    replyTo: parentId,
    ...(parentId ? { follows: [parentId] } : {}),
    thread: null,
    account: null,
    department: null,
    automatic: false,
    facts: { chat: chat.id, from: from.id, message: message_id, group: chat.type !== 'private' },
    attachments,
  };
}

function nameOf({ first_name, last_name, username, id }: z.infer<typeof person>): string {
  return clean(`${first_name} ${last_name}`) || (username ? `@${username}` : String(id));
}

function wordsOf({ text, caption, sticker }: Message): string {
  return clean(text ?? caption ?? sticker?.emoji ?? '');
}

const clean = (text: string) => text.replaceAll('\0', '').toWellFormed().trim();

function filesOf({ photo, document, voice, video, audio }: Message): Wanted[] {
  // Of a picture there are several sizes, the largest last.
  const picture = photo?.at(-1);
  return [
    ...(picture ? [wantedOf(picture, 'foto.jpg', 'image/jpeg')] : []),
    ...(document ? [wantedOf(document, 'bestand', 'application/octet-stream')] : []),
    ...(voice ? [wantedOf(voice, 'spraak.ogg', 'audio/ogg')] : []),
    ...(video ? [wantedOf(video, 'film.mp4', 'video/mp4')] : []),
    ...(audio ? [wantedOf(audio, 'geluid.mp3', 'audio/mpeg')] : []),
  ];
}

function wantedOf(one: z.infer<typeof file>, name: string, mediaType: string): Wanted {
  return {
    ...{ id: one.file_id, name: one.file_name ?? name, mediaType: one.mime_type ?? mediaType },
    bytes: one.file_size ?? 0,
  };
}
