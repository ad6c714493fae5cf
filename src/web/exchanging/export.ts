import { Readable } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { exportFormats, exportLines } from '../../customers/exchanging/exporting.ts';
import { exchangeKinds } from '../../customers/exchanging/kind.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { words } from '../../platform/words.ts';
import type { Route } from './+types/export.ts';
import { csvFile } from './csv-file.ts';

/** All rows of one kind, as they come from the database. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'customer.exchange');
  const kind = exchangeKinds.find((one) => one === url.searchParams.get('kind')) ?? 'customers';
  const format = exportFormats.find((one) => one === url.searchParams.get('format')) ?? 'csv';
  const name = `${words(locale).exchanging.kinds[kind]}.${format}`;
  const lines = Readable.from(exportLines(ctx, { kind, format }), { objectMode: false });
  const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson';
  return csvFile(createReadableStreamFromReadable(lines), name, type);
}
