import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { keepDelivery } from '../connecting/delivery.ts';
import { cleanText, type Guest } from './guest.ts';

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
/** What a browser calls a line before it sends it. */
export const lineKey = /^[\w-]{16,64}$/;

/**
 * A guest says something: it stands in what they see, and is handed in to be heard, both or neither. The same words under
 * the same key are the same line, so that trying again after an answer that was lost says nothing twice.
 * @throws Refusal `invalid.line-empty`, `invalid.text-long`, `too-large.file`
 */
export async function say(
  ctx: Context,
  guest: Guest,
  { text: given, files, key = null }: { text: string; files: readonly File[]; key?: string | null },
): Promise<void> {
  const text = cleanText(given);
  if (text === '' && files.length === 0) throw new Refusal('invalid.line-empty');
  if (text.length > longestLine)
    throw new Refusal('invalid.text-long', { length: text.length, longest: longestLine });
  if (files.length > mostFiles || files.some(({ content }) => content.length > largestFile))
    throw new Refusal('too-large.file', { bytes: largestFile });
  const at = ctx.clock.now();
  const cleaned = files.map(({ name, mediaType, content }) => ({
    ...{ name: cleanText(name.slice(0, 255)), mediaType: cleanText(mediaType), content },
  }));
  const named = cleaned.map(({ name, content }) => ({ name, bytes: content.length }));
  const id = key === null ? publicId('tl', at.epochMilliseconds) : nameOf([guest.publicId, key, text, named]);
  await transact(ctx, 'listen', async (ctx) => {
    const said = {
      ...{ id, guest: guest.publicId, name: guest.name, text, at: at.toString() },
      files: cleaned.map(({ content, ...file }) => ({
        ...file,
        content: Buffer.from(content).toString('base64'),
      })),
    };
    const body = Buffer.from(JSON.stringify(said));
    // What was handed in before stands there, or was taken back since.
    if (!(await keepDelivery(ctx, guest.connectionId, { key: `t:${id}`, headers: {}, body }))) return;
    await sql`
      insert into site_line (public_id, guest_id, direction, text, files, at)
      values (${id}, ${guest.id}, 'in', ${text}, ${JSON.stringify(named)}, ${asDate(at)})
      on conflict (public_id) do nothing`.execute(ctx.database);
  });
}

function nameOf(parts: readonly unknown[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  return `tl_${hash.slice(0, 26)}`;
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
