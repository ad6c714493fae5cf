import { z } from 'zod';
import type { Heard } from '../channel.ts';
import { attachedOf } from '../mail/attaching.ts';

const said = z.object({
  id: z.string(),
  guest: z.string(),
  name: z.string().nullable(),
  text: z.string(),
  at: z.string(),
  files: z.array(z.object({ name: z.string(), mediaType: z.string(), content: z.string() })),
});

/** What a guest said, as it was handed in. @throws ZodError, SyntaxError */
export function readSaid(body: Uint8Array): Heard {
  const { id, guest, name, text, at, files } = said.parse(JSON.parse(Buffer.from(body).toString()));
  const attachments = attachedOf(
    files.map(({ name, mediaType, content }) => ({
      ...{ filename: name, mimeType: mediaType, content: Buffer.from(content, 'base64') },
    })),
  );
  return {
    ...{ line: 1, externalId: id, author: guest, sentAt: at, inbound: true, replyTo: null, thread: null },
    ...{ account: null, department: null, automatic: false, attachments },
    text: text === '' ? attachments.map(({ name }) => name).join(', ') : text,
    ...(name === null ? {} : { authorName: name }),
  };
}
