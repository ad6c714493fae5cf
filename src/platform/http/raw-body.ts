import { Refusal } from '../refusal.ts';

/** Nobody needs longer to hand in a message, in milliseconds. */
const usually = 10_000;

/**
 * The bytes of a body as they came. Nothing is unpacked: what is packed is refused, so that no small body becomes a
 * large one here.
 * `longest`: milliseconds in which all of it must be here.
 * @throws Refusal `invalid.packed-body`, `too-large.body`, `invalid.slow-body`
 */
export async function readRawBody(request: Request, largest: number, longest = usually): Promise<Uint8Array> {
  const packed = request.headers.get('content-encoding');
  if (packed && packed.toLowerCase() !== 'identity') throw new Refusal('invalid.packed-body', {}, 415);
  if (Number(request.headers.get('content-length') ?? 0) > largest) throw tooLarge(largest);
  if (!request.body) return new Uint8Array();
  const reader = request.body.getReader();
  const late = AbortSignal.timeout(longest);
  const ends = new Promise<never>((_, reject) => {
    late.addEventListener('abort', () => reject(new Refusal('invalid.slow-body', {}, 408)));
  });
  ends.catch(() => undefined);
  try {
    return await gather(() => Promise.race([reader.read(), ends]), largest);
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

type Chunk = { done: boolean; value?: Uint8Array | undefined };

async function gather(next: () => Promise<Chunk>, largest: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let chunk = await next(); !chunk.done; chunk = await next()) {
    if (!chunk.value) continue;
    length += chunk.value.length;
    if (length > largest) throw tooLarge(largest);
    chunks.push(chunk.value);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (bytes: number) => new Refusal('too-large.body', { bytes });
