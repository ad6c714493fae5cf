import { readColumns } from '../customers/exchanging/columns.ts';
import type { ExchangeKind } from '../customers/exchanging/kind.ts';
import type { RefusedRow } from '../customers/exchanging/row.ts';
import { suggestAll } from '../customers/identifying/suggesting.ts';
import { type ExchangeTotal, exchangeFile } from '../exchanging.ts';
import type { Context } from '../platform/context.ts';

export interface RowsAsked {
  kind: ExchangeKind;
  source: string;
  columns: string | undefined;
  json: boolean;
  dry: boolean;
}

/** More than this is for the screen, where it can be downloaded. */
const mostListed = 10_000;

/** `polder import --customers FILE`: rows of another system. One JSON object, or a few lines, on standard output. */
export async function importRows(ctx: Context, file: string, asked: RowsAsked): Promise<number> {
  const { kind, source, dry } = asked;
  const refused: RefusedRow[] = [];
  const changes: Record<string, unknown>[] = [];
  const total = await exchangeFile(ctx, file, {
    kind,
    source,
    dry,
    columns: readColumns(asked.columns ?? ''),
    onBatch: (soFar, batch) => {
      if (refused.length < mostListed) refused.push(...batch.refused);
      if (dry && changes.length < mostListed)
        changes.push(
          ...batch.outcomes.filter(({ outcome }) => outcome !== 'unchanged').map((one) => ({ ...one })),
        );
      if (!asked.json) process.stderr.write(`\r${soFar.read} read`);
    },
  });
  if (!dry) await suggestAll(ctx);
  if (!asked.json) process.stderr.write('\n');
  const told = { dry, ...total, rejected: refused, ...(dry ? { changes } : {}) };
  process.stdout.write(asked.json ? `${JSON.stringify(told)}\n` : asLines(total, { ...asked, refused }));
  return 0;
}

function asLines(
  total: ExchangeTotal,
  { kind, dry, refused }: RowsAsked & { refused: RefusedRow[] },
): string {
  const columns = Object.entries(total.columns).map(([field, heading]) => `${field}=${heading}`);
  const lines = [
    `Columns: ${columns.join(',')}`,
    `${total.read} ${kind} read: ${total.new} new, ${total.changed} changed, ${total.unchanged} unchanged, ${total.rejected} rejected`,
    ...(dry ? ['Nothing was kept: this was a try.'] : []),
    ...refused.map(({ line, reason }) => `line ${line}: ${reason}`),
  ];
  return `${lines.join('\n')}\n`;
}
