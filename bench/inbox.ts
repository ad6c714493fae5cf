import { listInbox } from '../src/conversations/inbox.ts';
import type { View } from '../src/conversations/listing/row.ts';
import type { Context } from '../src/platform/context.ts';
import { openServer } from '../src/server.ts';
import { hireEls } from './colleague.ts';
import { median, type Report, round, say } from './figure.ts';
import { fill } from './filling.ts';
import { openFolderShape } from './folder-shape.ts';
import { openPlace, type Place } from './place.ts';

const views: readonly View[] = ['open', 'unassigned', 'waiting', 'due', 'snoozed', 'done'];
const bytesBudget = 15_000;

/**
 * The list of the inbox as its page asks for it, with its counts, 25 rows over eight of forty queues, at ten thousand and a million conversations (ten
 * million with `--large`). The figure to compare with is the same list at ten thousand.
 */
export async function bench(report: Report, args: readonly string[]): Promise<void> {
  const sizes = [10_000, 1_000_000, ...(args.includes('--large') ? [10_000_000] : [])];
  const small = new Map<View, number>();
  for (const size of sizes) {
    const place = await openPlace();
    try {
      say(`filling ${size} conversations …`);
      await fill(place, size);
      const { context: ctx, cookie } = await hireEls(place, 'Webcare');
      for (const view of views) {
        const figures = await measure(ctx, view);
        if (size === sizes[0]) small.set(view, figures.milliseconds);
        const before = small.get(view) ?? figures.milliseconds;
        report({
          figure: `sqlMilliseconds ${size} ${view}`,
          value: round(figures.milliseconds, 2),
          unit: 'ms',
          budget: 5,
          against: `${sizes[0]}: ${round(before, 2)} ms`,
          ratio: round(figures.milliseconds / before, 2),
        });
        report({
          figure: `pagesPerSecond ${size} ${view}`,
          value: round(figures.perSecond, 0),
          unit: 'pages/s',
          budget: 800,
        });
        report({
          figure: `pageBytes ${size} ${view}`,
          value: figures.bytes,
          unit: 'bytes',
          budget: bytesBudget,
        });
      }
      // Of ten million the copy would take longer than all the rest.
      if (size <= 1_000_000) await measureShape(place, size, report);
      report({ figure: `htmlBytes ${size} open`, value: await htmlBytes(place, cookie), unit: 'bytes' });
    } finally {
      await place.remove();
    }
  }
}

/** The floor: the shape of FreeScout over the same conversations, in the same database. */
async function measureShape(place: Place, size: number, report: Report): Promise<void> {
  const shape = await openFolderShape(place);
  const against = 'the published shape of FreeScout in PostgreSQL, not its program';
  const ms = async (figure: string, value: number) =>
    report({ figure: `${figure} ${size}`, value: round(value, 2), unit: 'ms', against });
  for (const folder of ['open', 'closed'] as const)
    for (const page of [1, 11])
      await ms(
        `shapeMilliseconds ${folder}, page ${page}`,
        await shape.milliseconds(folder, (page - 1) * 25),
      );
  const perSecond = round(await shape.perSecond(), 0);
  report({ figure: `shapePagesPerSecond ${size}`, value: perSecond, unit: 'pages/s', against });
  await ms('shapeMilliseconds recount of a folder', await shape.recounting());
  await shape.close();
}

/** What a browser gets for the first page of the list, written out and uncompressed. */
async function htmlBytes(place: Place, cookie: string): Promise<number> {
  const server = await openServer(place.polder);
  const request = new Request('http://localhost/inbox', { headers: { cookie } });
  const answer = await server.app.fetch(request);
  const { byteLength } = await answer.arrayBuffer();
  await server.close();
  if (answer.status !== 200) throw new Error(`status ${answer.status}`);
  return byteLength;
}

/** One list at a time gives the milliseconds; eight at once give the pages per second of one process. */
async function measure(ctx: Context, view: View) {
  for (let i = 0; i < 30; i++) await listInbox(ctx, { view, folded: true, around: true });
  const times: number[] = [];
  let bytes = 0;
  for (let i = 0; i < 100; i++) {
    const started = performance.now();
    const page = await listInbox(ctx, { view, folded: true, around: true });
    times.push(performance.now() - started);
    // What stands around the rows goes to the page in other words, and less of it.
    bytes = Buffer.byteLength(JSON.stringify({ ...page, around: null }));
  }
  const count = 1500;
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (next++ < count) await listInbox(ctx, { view, folded: true, around: true });
    }),
  );
  return { milliseconds: median(times), perSecond: count / ((performance.now() - started) / 1000), bytes };
}
