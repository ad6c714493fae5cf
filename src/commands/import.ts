import { stat } from 'node:fs/promises';
import { describeMapping } from '../channels/file/mapping.ts';
import { exchangeKinds } from '../customers/exchanging/kind.ts';
import { type ImportProgress, importFile, type Rejection } from '../importing.ts';
import { Refusal } from '../platform/refusal.ts';
import { openFromArguments } from './arguments.ts';
import { importRows } from './import-rows.ts';

const usage =
  'polder import [--customers | --orders | --invoices | --deliveries [--source NAME] [--dry-run]] FILE [--channel NAME] [--account NAME] [--columns text=…,author=…,at=…,id=…,replyTo=…,inbound=…,account=…,thread=…] [--json] [--data DIR]';
const options = {
  channel: 'value',
  account: 'value',
  columns: 'value',
  json: 'flag',
  customers: 'flag',
  orders: 'flag',
  invoices: 'flag',
  deliveries: 'flag',
  source: 'value',
  'dry-run': 'flag',
} as const;
/** More than this is for the screen, where it can be downloaded; the object would outgrow memory. */
const mostListed = 10_000;

/** `polder import`: brings a file of messages in. One JSON object, or a few lines, on standard output. */
export async function run(args: string[]): Promise<number> {
  const { polder, values, positionals } = await openFromArguments(args, { usage, options, positionals: 1 });
  try {
    const [file] = positionals;
    if (!file) throw new Refusal('usage', { problem: 'Name the file to import.', usage });
    await stat(file).catch(() => {
      throw new Refusal('not-found.file', { file });
    });
    const kind = exchangeKinds.find((one) => values[one]);
    if (kind) {
      const { source = 'file', columns, json } = values;
      const dry = Boolean(values['dry-run']);
      return await importRows(polder.context, file, { kind, source, columns, json: Boolean(json), dry });
    }
    const started = performance.now();
    const rejected: Rejection[] = [];
    const { channel, account, columns } = values;
    const total = await importFile(polder.context, file, {
      channel,
      account,
      columns,
      onProgress: (progress) => {
        if (rejected.length < mostListed) rejected.push(...progress.rejected);
        if (!values.json) process.stderr.write(`\r${progress.read} read, ${progress.stored} stored`);
      },
    });
    const seconds = (performance.now() - started) / 1000;
    if (!values.json) process.stderr.write('\n');
    process.stdout.write(
      values.json ? asJson(total, { rejected, seconds }) : asLines(total, { rejected, seconds }),
    );
    return 0;
  } finally {
    await polder.close();
  }
}

interface Outcome {
  rejected: Rejection[];
  seconds: number;
}

function asJson(total: ImportProgress, { rejected, seconds }: Outcome): string {
  return `${JSON.stringify({
    read: total.read,
    stored: total.stored,
    duplicates: total.duplicates,
    withheld: total.withheld,
    rejected: rejected.map(({ line, reason }) => ({ line, reason })),
    conversations: total.conversations,
    persons: total.persons,
    seconds: Math.round(seconds * 1000) / 1000,
    perSecond: Math.round(total.read / seconds),
    mapping: total.mapping,
  })}\n`;
}

function asLines(total: ImportProgress, { rejected, seconds }: Outcome): string {
  const lines = [
    `Columns: ${describeMapping(total.mapping)}`,
    `${total.read} read: ${total.stored} stored, ${total.duplicates} known already, ${rejected.length} rejected`,
    `${total.conversations} new conversations with ${total.persons} new people, in ${seconds.toFixed(1)} s (${Math.round(total.read / seconds)}/s)`,
    ...rejected.map(({ line, reason }) => `line ${line}: ${reason}`),
  ];
  return `${lines.join('\n')}\n`;
}
