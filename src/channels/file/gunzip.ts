import { createGunzip } from 'node:zlib';

/** Compressed bytes per step: a step can grow a thousandfold, and all of it is held at once. */
const step = 16 * 1024;

/** What became of a source while it was read. */
export interface Progress {
  /** Bytes taken from the file as it lies there (compressed, when it is). */
  bytesRead: number;
  /** Why the compressed file could not be read to its end. */
  damage: string | null;
}

/**
 * Unpacks gzip and keeps everything that came out before a cut or a fault; the fault is noted in
 * `progress.damage` instead of thrown. (Reading the stream of zlib itself drops what it had still in hand.)
 */
export async function* gunzip(packed: AsyncIterable<Buffer>, progress: Progress): AsyncGenerator<Buffer> {
  const engine = createGunzip();
  let unpacked: Buffer[] = [];
  let wake = () => {};
  engine.on('data', (part: Buffer) => unpacked.push(part));
  engine.on('error', (error) => {
    progress.damage = error.message;
  });
  engine.on('close', () => wake());
  const take = () => {
    const taken = unpacked;
    unpacked = [];
    return taken;
  };
  const settled = (act: (done: () => void) => void) =>
    new Promise<void>((resolve) => {
      wake = resolve;
      act(resolve);
    });
  try {
    for await (const chunk of packed) {
      for (let at = 0; at < chunk.length; at += step) {
        await settled((done) => engine.write(chunk.subarray(at, at + step), () => done()));
        yield* take();
        if (progress.damage !== null) return;
      }
    }
    if (!engine.readableEnded) await settled((done) => engine.once('end', done).end());
    yield* take();
  } finally {
    engine.destroy();
  }
}
