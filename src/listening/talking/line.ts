import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { keepDelivery } from '../connecting/delivery.ts';
import type { Guest } from './guest.ts';

export interface File {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** One line as a guest sees it. */
export interface Line {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  readonly at: Date;
}

export const longestLine = 4000;
export const largestFile = 5_000_000;
const mostFiles = 3;

/**
 * A guest says something: it stands in what they see, and is handed in to be heard, both or neither.
 * @throws Refusal `invalid.line-empty`, `invalid.text-long`, `too-large.file`
 */
export async function say(
  ctx: Context,
  guest: Guest,
  { text: given, files }: { text: string; files: readonly File[] },
): Promise<Line> {
  const text = given.replaceAll('\0', '').toWellFormed().trim();
  if (text === '' && files.length === 0) throw new Refusal('invalid.line-empty');
  if (text.length > longestLine)
    throw new Refusal('invalid.text-long', { length: text.length, longest: longestLine });
  if (files.length > mostFiles || files.some(({ content }) => content.length > largestFile))
    throw new Refusal('too-large.file', { bytes: largestFile });
  const at = ctx.clock.now();
  const id = publicId('tl', at.epochMilliseconds);
  const named = files.map(({ name, content }) => ({ name: name.slice(0, 255), bytes: content.length }));
  await transact(ctx, 'listen', async (ctx) => {
    await sql`
      insert into site_line (public_id, guest_id, direction, text, files, at)
      values (${id}, ${guest.id}, 'in', ${text}, ${JSON.stringify(named)}, ${asDate(at)})`.execute(
      ctx.database,
    );
    const said = {
      ...{ id, guest: guest.publicId, name: guest.name, text, at: at.toString() },
      files: files.map(({ content, ...file }) => ({
        ...file,
        content: Buffer.from(content).toString('base64'),
      })),
    };
    const body = Buffer.from(JSON.stringify(said));
    await keepDelivery(ctx, guest.connectionId, { key: `t:${id}`, headers: {}, body });
  });
  return { id, direction: 'in', text, files: named, at: asDate(at) };
}

const shown = 200;

/** The newest of theirs, oldest first. One statement. */
export async function linesOf(ctx: Context, guest: Pick<Guest, 'id'>): Promise<Line[]> {
  const found = await transact(ctx, 'service', ({ database }) =>
    sql<Line>`
      select public_id as id, direction, text, files, at from (
        select * from site_line where guest_id = ${guest.id} order by id desc limit ${shown}) l order by l.id`.execute(
      database,
    ),
  );
  return found.rows;
}

/** How many lines each of these guests has, and the newest: when that changed, there is something to see. */
export async function tallies(ctx: Context, guestIds: readonly string[]): Promise<Map<string, string>> {
  if (guestIds.length === 0) return new Map();
  const found = await transact(ctx, 'service', ({ database }) =>
    sql<{ guest: string; tally: string }>`
      select guest_id as guest, count(*) || '/' || max(id) as tally from site_line
      where guest_id = any(${guestIds}::bigint[]) group by guest_id`.execute(database),
  );
  return new Map(found.rows.map(({ guest, tally }) => [guest, tally]));
}
