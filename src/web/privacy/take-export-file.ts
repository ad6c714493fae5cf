import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { redirect } from 'react-router';
import { pageContext } from '../../platform/http/load-context.ts';
import { takeExport } from '../../privacy/exporting/export.ts';
import { urls } from '../../urls.ts';
import type { Route } from './+types/take-export-file.ts';

/** Gives the copy, once. A browser that only looks is sent to the page with the button. */
export function loader({ params }: Route.LoaderArgs) {
  return redirect(urls.takeExport(params.token));
}

export async function action({ params, context }: Route.ActionArgs) {
  const { path, bytes } = await takeExport(pageContext(context).context, params.token);
  return new Response(createReadableStreamFromReadable(Readable.from(createReadStream(path))), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Length': String(bytes),
      'Content-Disposition': 'attachment; filename="polder-data.zip"',
      'Cache-Control': 'no-store',
    },
  });
}
