import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

interface Packed {
  readonly encoding: string | undefined;
  /** Most bytes, as they come and unpacked. */
  readonly largest: number;
}

/**
 * All bytes of a body, unpacked, as far as they fit: counted while they come, before and after unpacking, so that a
 * small one that grows without end is let go of at once. @throws what the connection throws
 */
export async function unpacked(
  message: Readable,
  { encoding = 'identity', largest }: Packed,
): Promise<Uint8Array | 'too-large' | 'encoding'> {
  const unpack = unpackerOf(encoding.trim().toLowerCase());
  if (unpack === undefined) return 'encoding';
  const counted = bounded(message, largest);
  try {
    if (unpack === null) return await gathered(counted, largest);
    // One that breaks is thrown where it is read.
    const opened = pipeline(counted, unpack, () => undefined);
    return await gathered(opened, largest);
  } catch (error) {
    if (error instanceof TooLarge) return 'too-large';
    if (error instanceof Error && 'code' in error && /^(Z_|ERR_)(?!STREAM)/.test(String(error.code)))
      return 'encoding';
    throw error;
  }
}

class TooLarge extends Error {}

/** Packed twice is packed to harm. null: not packed. */
function unpackerOf(encoding: string): Transform | null | undefined {
  if (encoding === 'identity' || encoding === '') return null;
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'br') return createBrotliDecompress();
  if (encoding === 'deflate') return createInflate();
  return undefined;
}

async function* bounded(source: AsyncIterable<Buffer>, largest: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const piece of source) {
    bytes += piece.length;
    if (bytes > largest) throw new TooLarge();
    yield piece;
  }
}

async function gathered(source: AsyncIterable<Buffer>, largest: number): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of bounded(source, largest)) pieces.push(piece);
  return Buffer.concat(pieces);
}
