import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeCarStream } from '@atcute/car';
import { CidLinkWrapper, encode, toBytes } from '@atcute/cbor';
import { WebSocketServer } from 'ws';

/** Frames as the streams of Bluesky send them: every one a post, one in twenty with a word that is followed. */
export interface Frames {
  readonly relay: readonly Uint8Array[];
  readonly jetstream: readonly Uint8Array[];
}

const ordinary = [
  'Zo, eindelijk weekend. Wat gaan jullie doen? 🌤️',
  'Reading about tulip mania again, still the best story of them all.',
  'De trein naar Zwolle heeft weer eens vertraging, maar het is mooi weer onderweg.',
];

function recordOf(n: number): Record<string, unknown> {
  const text =
    n % 20 === 0
      ? `Weer een storing bij Waterkracht in onze straat, nummer ${n}`
      : `${ordinary[n % ordinary.length]} (${n})`;
  const createdAt = new Date(Date.UTC(2026, 10, 24, 8) + n * 100).toISOString();
  return { $type: 'app.bsky.feed.post', text, createdAt, langs: ['nl'] };
}

/** What names a block by its hash: version 1, DAG-CBOR, SHA-256. */
function cidOf(block: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([1, 0x71, 0x12, 0x20, ...createHash('sha256').update(block).digest()]);
}

/** A commit with one post, and the five blocks of the tree that come along with it in reality, 400 bytes each. */
async function commitOf(n: number): Promise<Uint8Array> {
  const record = encode(recordOf(n));
  const cid = cidOf(record);
  const blocks = [{ cid, data: record }];
  for (let i = 0; i < 5; i += 1) {
    const data = encode({ l: null, e: [{ p: 0, k: toBytes(new Uint8Array(380).fill(i + n)) }] });
    blocks.unshift({ cid: cidOf(data), data });
  }
  const parts: Uint8Array[] = [];
  for await (const part of writeCarStream([new CidLinkWrapper(cid)], blocks)) parts.push(part);
  const body = {
    ...{
      seq: n + 1,
      repo: `did:plc:${n % 5000}`,
      rev: '3l',
      time: new Date(1_795_000_000_000 + n).toISOString(),
    },
    ops: [{ action: 'create', path: `app.bsky.feed.post/3l${n}`, cid: new CidLinkWrapper(cid) }],
    ...{ blocks: toBytes(Buffer.concat(parts)), blobs: [], tooBig: false, rebase: false, since: null },
    commit: new CidLinkWrapper(cid),
  };
  return Buffer.concat([encode({ op: 1, t: '#commit' }), encode(body)]);
}

function jetstreamOf(n: number, record = recordOf(n)): Uint8Array {
  return Buffer.from(
    JSON.stringify({
      ...{ did: `did:plc:${n % 5000}`, time_us: 1_795_000_000_000_000 + n, kind: 'commit' },
      commit: {
        ...{ rev: '3l', operation: 'create', collection: 'app.bsky.feed.post', rkey: `3l${n}` },
        ...{ cid: 'bafyreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy', record },
      },
    }),
  );
}

export async function framesOf(count: number): Promise<Frames> {
  const relay: Uint8Array[] = [];
  for (let n = 0; n < count; n += 1) relay.push(await commitOf(n));
  return { relay, jetstream: Array.from({ length: count }, (_, n) => jetstreamOf(n)) };
}

/** A Jetstream on loopback with a backlog of posts, all of them with the word that is followed. */
export async function jetstreamWith(backlog: number): Promise<{ url: string; host: string; close(): void }> {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', async (socket, request) => {
    const from = Number(new URL(request.url ?? '/', 'http://double').searchParams.get('cursor') ?? 0);
    const first = Math.max(0, from - 1_795_000_000_000_000 + 1);
    for (let n = first; n < backlog && socket.readyState === socket.OPEN; n += 1) {
      const text = `Bij Waterkracht doet de thermostaat het niet, wie helpt? Klantnummer ${n}`;
      const frame = jetstreamOf(n, { ...recordOf(n), text });
      // A reader that has enough must be able to hold the writer back.
      await new Promise<void>((resolve) => socket.send(frame, () => resolve()));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ url: `http://${host}`, host },
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      server.close();
    },
  };
}
