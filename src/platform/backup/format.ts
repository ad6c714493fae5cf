import { z } from 'zod';
import { Refusal } from '../refusal.ts';

/** Raised when an older Polder could no longer read what is written. */
export const formatVersion = 1;

/** How every backup begins, once unpacked; what does not begin so is something else. */
export const opening = '{"kind":"polder-backup",';

const digits = z.string().regex(/^\d{1,19}$/);
const instant = z.iso.datetime({ offset: true });

/** The first line: all that must be known before the first row. */
const headerShape = z.object({
  kind: z.literal('polder-backup'),
  format: z.number().int(),
  /** Start of the transaction that made it, ISO 8601: what was committed later is not in it. */
  madeAt: instant,
  /** Version of Polder, and PostgreSQL's number for its own (180004 is 18.4). */
  polder: z.string(),
  postgres: z.number().int(),
  /** Applied to the database, oldest first; `checksum` is the SHA-256 of the file. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  /** From the first to beyond the last moment that has a monthly partition. */
  partitions: z.object({ from: instant, to: instant }).nullable(),
  /** The highest number that was ever given out, also to rows that are gone. */
  sequences: z.array(z.object({ table: z.string(), column: z.string(), last: digits })),
  /** In the order in which they follow: a table stands after those it refers to. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  leftOut: z.object({ tables: z.array(z.string()), uploads: z.array(z.string()) }),
});

export type Header = z.infer<typeof headerShape>;

/** How the line above the rows of a table begins. */
export const headingStart = '{"table":';

const headingShape = z.object({ table: z.string() });

/** The last line. */
const footerShape = z.object({
  rows: z.record(z.string(), z.number().int().nonnegative()),
  /** Of every byte before this line, unpacked, in hexadecimal. */
  sha256: z.string().length(64),
});

export type Footer = z.infer<typeof footerShape>;

/** What ends the rows of a table. No row is like it: COPY doubles every backslash of its own. */
export const endOfRows = '\\.\n';

/** @throws Refusal `invalid.backup-newer` for a later format, `invalid.backup-damaged` for what is no header. */
export function readHeader(line: string): Header {
  const found = parse(line);
  const { format } = (found ?? {}) as { format?: unknown };
  if (typeof format === 'number' && format > formatVersion) throw newer();
  return expected(headerShape, found, 'its first line cannot be read');
}

export function readHeading(line: string): string {
  return expected(headingShape, parse(line), 'the heading of a table cannot be read').table;
}

/** The footer, when `line` is one. */
export function findFooter(line: string): Footer | undefined {
  return footerShape.safeParse(parse(line)).data;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function expected<T>(shape: z.ZodType<T>, found: unknown, why: string): T {
  const result = shape.safeParse(found);
  if (!result.success) throw damaged(why);
  return result.data;
}

export function damaged(why: string): Refusal {
  const sentence = `This backup is damaged: ${why}. Nothing was changed. Use another copy, or an earlier backup.`;
  return new Refusal('invalid.backup-damaged', { why, sentence });
}

export function foreign(): Refusal {
  const sentence = 'This file is no backup of Polder. Nothing was changed.';
  return new Refusal('invalid.backup-foreign', { sentence });
}

export function newer(): Refusal {
  const sentence =
    'This backup was made by a newer Polder than this one. Nothing was changed. Install that version, or a later one, and restore with it.';
  return new Refusal('invalid.backup-newer', { sentence });
}
