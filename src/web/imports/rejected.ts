import { Readable } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { getImport, type Import, listRejections } from '../../listening/imports.ts';
import { requires } from '../../organisation/authority.ts';
import type { Context } from '../../platform/context.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { type Catalogue, words } from '../../platform/words.ts';
import type { Route } from './+types/rejected.ts';
import { reasonFor } from './reason.ts';

/** All rejected rows as a spreadsheet file, as they come from the database. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const page = pageContext(context);
  requires(page.context.actor, 'import.run');
  const job = await getImport(page.context, params.id);
  const { imports } = words(page.locale);
  // Excel opens a CSV by the comma of its country, and reads UTF-8 only behind this mark.
  const separator = page.locale === 'nl' ? ';' : ',';
  const name = imports.rejections.file(
    job.fileName
      .replace(/(\.\w+)+$/, '')
      .replace(/[^\w.-]+/g, '-')
      .slice(0, 80),
  );
  const lines = Readable.from(linesOf(page.context, job, { imports, separator }), { objectMode: false });
  return new Response(createReadableStreamFromReadable(lines), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
}

const pageSize = 1000;

async function* linesOf(
  ctx: Context,
  job: Import,
  { imports, separator }: { imports: Catalogue['imports']; separator: string },
): AsyncGenerator<string> {
  const line = (values: readonly string[]) => `${values.map(quoted).join(separator)}\r\n`;
  const { rejections, codes } = imports;
  yield `\ufeff${line([rejections.line, rejections.reason, rejections.detail])}`;
  for (let after = 0; ; ) {
    const rows = await listRejections(ctx, job.id, { after, limit: pageSize });
    yield rows.map((row) => line([String(row.line), reasonFor(codes, row.code), row.reason])).join('');
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last.line;
  }
}

/** A spreadsheet takes what begins like this for a formula; with an apostrophe before it stays a text. */
function quoted(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}
