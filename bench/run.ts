import { existsSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { type Figure, say } from './figure.ts';

type Bench = { bench(report: (figure: Figure) => void, args: readonly string[]): Promise<void> };

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  understand: () => import('./understand.ts'),
  understanding: () => import('./understanding.ts'),
  burst: () => import('./burst.ts'),
  bursts: () => import('./bursts.ts'),
  duplicates: () => import('./duplicates.ts'),
  import: () => import('./import.ts'),
  inbound: () => import('./inbound.ts'),
  inbox: () => import('./inbox.ts'),
  channels: () => import('./channels.ts'),
  journey: () => import('./journey.ts'),
  live: () => import('./live.ts'),
  privacy: () => import('./privacy.ts'),
  reports: () => import('./reports.ts'),
  start: () => import('./start.ts'),
};

/** `npm run bench -- NAME`: every figure one JSON line on standard output. Never a test: nothing here fails on time. */
async function main([name, ...args]: string[]): Promise<number> {
  const load = name ? benches[name] : undefined;
  if (!name || !load) {
    say(`Usage: npm run bench -- NAME\nNames: ${Object.keys(benches).join(', ')}`);
    return 2;
  }
  say(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`,
  );
  const { bench } = await load();
  await bench((figure) => process.stdout.write(`${JSON.stringify({ bench: name, ...figure })}\n`), args);
  return 0;
}

const data = process.env.BENCH_DATA ?? path.resolve(import.meta.dirname, '../../shared/data');
if (!existsSync(data)) say(`No folder ${data}: benchmarks that read real messages need BENCH_DATA.`);
process.exitCode = await main(process.argv.slice(2));
