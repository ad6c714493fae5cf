import { Readable } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { readReport } from '../../insights/reporting/report.ts';
import { requires } from '../../organisation/authority.ts';
import type { Locale } from '../../platform/context.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { words } from '../../platform/words.ts';
import { csvFile, csvLine } from '../exchanging/csv-file.ts';
import type { Route } from './+types/table-file.ts';
import { askedOf } from './asked.ts';
import { type FigureView, type ReportView, reportView } from './report-view.ts';

/** One table of the report for a spreadsheet: values as plain numbers, with n and interval in columns of their own. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'journey.read');
  const report = await reportView(ctx, await readReport(ctx, askedOf(url.searchParams)), locale);
  const rows = tableOf(report, url.searchParams.get('table') ?? '', locale);
  const separator = locale === 'nl' ? ';' : ',';
  const lines = rows.map((row, at) => `${at === 0 ? '\ufeff' : ''}${csvLine(row, separator)}`);
  const name = `${words(locale).reporting.title} ${report.place.from} ${report.place.to}.csv`;
  return csvFile(createReadableStreamFromReadable(Readable.from(lines, { objectMode: false })), name);
}

type Rows = readonly (readonly string[])[];

function tableOf(report: ReportView, table: string, locale: Locale): Rows {
  const { volumes, reasons, colleagues } = words(locale).reporting;
  const plain = (value: number) => numberOf(value, locale);
  switch (table) {
    case 'department':
    case 'queue':
    case 'channel':
      return groupRows(report.groups[table], locale);
    case 'volumes':
      return [
        Object.values(volumes.columns),
        ...report.volumes.rows.map((row) => [
          row.day,
          ...[row.messages, row.asked, row.answers, row.started, row.closed].map(plain),
        ]),
      ];
    case 'reasons':
      return [
        ['', reasons.name, reasons.count, reasons.before],
        ...report.reasons.map(({ kind, name, n, before }) => [
          reasons[kind as 'intent' | 'topic' | 'closing'],
          name,
          plain(n),
          plain(before),
        ]),
      ];
    case 'colleagues':
      return [
        [colleagues.name, colleagues.answers, `${colleagues.first} (s)`, 'n'],
        ...(report.colleagues ?? []).map(({ name, answers, first }) => [
          name,
          plain(answers),
          first.value === null ? '' : plain(Math.round(first.value)),
          plain(first.n),
        ]),
      ];
    default:
      return groupRows([{ name: words(locale).reporting.choice.all, figures: report.figures }], locale);
  }
}

function groupRows(
  groups: readonly { name: string; figures: readonly FigureView[] }[],
  locale: Locale,
): Rows {
  const { names, groups: heads, choice } = words(locale).reporting;
  const plain = (value: number | null) => (value === null ? '' : numberOf(value, locale));
  const head = (groups[0]?.figures ?? []).flatMap(({ code, unit }) => {
    const name = unit === 'seconds' ? `${names[code]} (s)` : names[code];
    return unit === 'count'
      ? [name]
      : [name, `${name}: n`, `${name}: ${choice.from.toLowerCase()}`, `${name}: ${choice.to.toLowerCase()}`];
  });
  const cells = ({ unit, value, n, low, high }: FigureView) =>
    unit === 'count' ? [plain(n)] : [plain(value), plain(n), plain(low), plain(high)];
  return [[heads.name, ...head], ...groups.map(({ name, figures }) => [name, ...figures.flatMap(cells)])];
}

/** With the comma of the country, so that a spreadsheet takes it for a number. */
function numberOf(value: number, locale: Locale): string {
  const text = String(Math.round(value * 10_000) / 10_000);
  return locale === 'nl' ? text.replace('.', ',') : text;
}
