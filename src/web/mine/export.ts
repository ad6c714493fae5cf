import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { redirectDocument } from 'react-router';
import { Refusal } from '../../platform/refusal.ts';
import { takeExport } from '../../privacy/exporting/export.ts';
import { urls } from '../../urls.ts';
import type { Route } from './+types/export.ts';
import { closed, me, readExportCookie } from './me.ts';

/** Gives the copy, once, to whoever asked for it in this browser and came in just now. */
export async function action({ request, context }: Route.ActionArgs) {
  const { ctx, actor } = me(context);
  if (actor.strength < 4) throw new Refusal('forbidden.proof');
  const { path, bytes } = await takeExport(ctx, readExportCookie(request) ?? '');
  return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream, {
    headers: {
      ...closed,
      'Content-Type': 'application/zip',
      'Content-Length': String(bytes),
      'Content-Disposition': 'attachment; filename="mijn-gegevens.zip"',
    },
  });
}

export const loader = () => redirectDocument(urls.mineRights());
