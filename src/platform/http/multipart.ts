import type { Readable } from 'node:stream';
import Busboy, { type BusboyHeaders } from '@fastify/busboy';
import { Refusal } from '../refusal.ts';

export interface FilePart {
  /** As the browser names it, without a path. */
  name: string;
  content: Readable;
}

/**
 * The first file of a multipart/form-data body, as a stream: nothing is kept in memory and nothing is read faster
 * than `content` is.
 * @throws Refusal `invalid.upload-form` for another kind of body, `invalid.upload-empty` without a file
 */
export function findFile(body: Readable, contentType: string): Promise<FilePart> {
  if (!contentType.startsWith('multipart/form-data')) throw new Refusal('invalid.upload-form');
  return new Promise((resolve, reject) => {
    const headers: BusboyHeaders = { 'content-type': contentType };
    const form = new Busboy({ headers, limits: { files: 1, fields: 20, fieldSize: 10_000 } });
    form.on('file', (_field, content, name) => {
      // A browser that is cut off halfway ends the body; the reader of the file must hear of it.
      body.once('error', (error) => content.destroy(error));
      body.once('close', () => {
        if (!content.readableEnded && !body.readableEnded)
          content.destroy(new Refusal('invalid.upload-broken'));
      });
      resolve({ name: name || 'file', content });
    });
    form.on('finish', () => reject(new Refusal('invalid.upload-empty')));
    form.on('error', () => reject(new Refusal('invalid.upload-form')));
    body.on('error', reject);
    body.pipe(form);
  });
}
