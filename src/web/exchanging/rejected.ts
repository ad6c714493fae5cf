import { Readable } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { exchangeRows, getExchange } from '../../customers/exchanging/exchange.ts';
import { requires } from '../../organisation/authority.ts';
import type { Context } from '../../platform/context.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { type Catalogue, words } from '../../platform/words.ts';
import type { Route } from './+types/rejected.ts';
import { csvFile, csvLine } from './csv-file.ts';
import { codeWords } from './rejected-rows.tsx';

const pageSize = 1000;

/** All refused rows as a spreadsheet file, as they come from the database. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const page = pageContext(context);
  requires(page.context.actor, 'customer.exchange');
  const file = await getExchange(page.context, params.id);
  const { exchanging } = words(page.locale);
  const name = exchanging.rejected.file(
    file.fileName
      .replace(/(\.\w+)+$/, '')
      .replace(/[^\w.-]+/g, '-')
      .slice(0, 80),
  );
  // Excel opens a CSV by the comma of its country, and reads UTF-8 only behind this mark.
  const separator = page.locale === 'nl' ? ';' : ',';
  const lines = linesOf(page.context, file.id, { words: exchanging, separator });
  return csvFile(createReadableStreamFromReadable(Readable.from(lines, { objectMode: false })), name);
}

async function* linesOf(
  ctx: Context,
  id: string,
  { words, separator }: { words: Catalogue['exchanging']; separator: string },
): AsyncGenerator<string> {
  yield `\ufeff${csvLine([words.tried.line, words.rejected.reason, words.tried.fields], separator)}`;
  for (let after = 0; ; ) {
    const rows = await exchangeRows(ctx, id, { rejected: true, after, limit: pageSize });
    const { codes } = words.rejected;
    yield rows
      .map((row) => csvLine([String(row.line), codeWords(codes, row.code), row.reason ?? ''], separator))
      .join('');
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last.line;
  }
}
