import { Readable } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { allBehind, type BehindAsked, isRowsCode } from '../../insights/reporting/rows.ts';
import { requires } from '../../organisation/authority.ts';
import type { Context, Locale } from '../../platform/context.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { words } from '../../platform/words.ts';
import { csvFile, csvLine } from '../exchanging/csv-file.ts';
import type { Route } from './+types/rows-file.ts';
import { behindAsked } from './behind-asked.ts';

/** All rows behind a number as they come from the database; without names and words, which stay in their place. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'journey.read');
  const asked = behindAsked(url.searchParams);
  if (!isRowsCode(asked.code)) throw new Refusal('not-found.indicator', { code: asked.code });
  const lines = linesOf(ctx, asked, locale);
  // The first page is asked before anything is sent, so that a refusal is still an answer.
  const first = await lines.next();
  const rest = Readable.from(continued(first.value ?? '', lines), { objectMode: false });
  return csvFile(createReadableStreamFromReadable(rest), `${words(locale).reporting.names[asked.code]}.csv`);
}

async function* continued(first: string, lines: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* lines;
}

async function* linesOf(ctx: Context, asked: BehindAsked, locale: Locale): AsyncGenerator<string> {
  const { rows: heads } = words(locale).reporting;
  const separator = locale === 'nl' ? ';' : ',';
  let head = `\ufeff${csvLine(
    [
      heads.at,
      heads.queue,
      heads.channel,
      heads.counts,
      `${heads.hours} (s)`,
      `${heads.clock} (s)`,
      heads.conversation,
    ],
    separator,
  )}`;
  for await (const page of allBehind(ctx, asked)) {
    const text = page.map(({ at, queue, channel, counts, hoursSeconds, clockSeconds, conversation }) =>
      csvLine(
        [
          at.toISOString(),
          queue,
          channel,
          counts ? heads.yes : heads.no,
          String(hoursSeconds ?? ''),
          String(clockSeconds ?? ''),
          conversation?.publicId ?? '',
        ],
        separator,
      ),
    );
    yield head + text.join('');
    head = '';
  }
}
