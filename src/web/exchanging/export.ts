import { Readable } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { redirect } from 'react-router';
import { exportFormats, exportLines } from '../../customers/exchanging/exporting.ts';
import { exchangeKinds } from '../../customers/exchanging/kind.ts';
import { requireFileReason } from '../../customers/looking/looking.ts';
import { isLookReason } from '../../customers/looking/reason.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { words } from '../../platform/words.ts';
import { urls } from '../../urls.ts';
import type { Route } from './+types/export.ts';
import { csvFile } from './csv-file.ts';

/** All rows of one kind, as they come from the database. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'customer.exchange');
  const kind = exchangeKinds.find((one) => one === url.searchParams.get('kind')) ?? 'customers';
  const format = exportFormats.find((one) => one === url.searchParams.get('format')) ?? 'csv';
  const reason = url.searchParams.get('reason');
  const why = url.searchParams.get('words') ?? '';
  try {
    await requireFileReason(ctx, kind, isLookReason(reason) ? { reason, words: why } : undefined);
  } catch (error) {
    if (isRefusal(error)) return redirect(urls.customerFiles({ refused: error.code }), 303);
    throw error;
  }
  const name = `${words(locale).exchanging.kinds[kind]}.${format}`;
  const lines = Readable.from(exportLines(ctx, { kind, format }), { objectMode: false });
  const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson';
  return csvFile(createReadableStreamFromReadable(lines), name, type);
}
