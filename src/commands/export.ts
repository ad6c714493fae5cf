import { exportFormats, exportLines } from '../customers/exchanging/exporting.ts';
import { exchangeKinds } from '../customers/exchanging/kind.ts';
import { Refusal } from '../platform/refusal.ts';
import { openFromArguments } from './arguments.ts';

const usage =
  'polder export --customers | --orders | --invoices | --deliveries [--format csv|jsonl] [--data DIR]';
const options = {
  customers: 'flag',
  orders: 'flag',
  invoices: 'flag',
  deliveries: 'flag',
  format: 'value',
} as const;

/** `polder export`: all rows of one kind on standard output, without those of persons who do not allow it. */
export async function run(args: string[]): Promise<number> {
  const { polder, values } = await openFromArguments(args, { usage, options, positionals: 0 });
  try {
    const kind = exchangeKinds.find((one) => values[one]);
    const format = exportFormats.find((one) => one === (values.format ?? 'csv'));
    if (!kind) throw new Refusal('usage', { problem: 'Say what to export.', usage });
    if (!format) throw new Refusal('usage', { problem: 'The format is csv or jsonl.', usage });
    for await (const part of exportLines(polder.context, { kind, format })) {
      if (!process.stdout.write(part)) await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
    return 0;
  } finally {
    await polder.close();
  }
}
