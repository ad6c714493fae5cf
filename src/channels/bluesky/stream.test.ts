import { encode } from '@atcute/cbor';
import { expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { readJetstreamFrame, readRepoFrame } from './frame.ts';
import { catchIn, openStream } from './stream.ts';
import { wordsWanted } from './wanted.ts';

const wanted = { us: 'did:plc:ours', accounts: new Set<string>(), words: wordsWanted(['waterkracht']) };

function saying(time: number, record: unknown): string {
  const commit = {
    operation: 'create',
    collection: 'app.bsky.feed.post',
    rkey: `k${time}`,
    cid: 'c',
    record,
  };
  return JSON.stringify({ did: 'did:plc:fatima', time_us: time, kind: 'commit', commit });
}

async function streamOf(frames: readonly string[]) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  server.on('connection', (socket) => {
    for (const frame of frames) socket.send(frame);
  });
  await new Promise<void>((resolve) => server.once('listening', resolve));
  const host = `127.0.0.1:${(server.address() as { port: number }).port}`;
  const means = { url: () => `ws://${host}/`, read: readJetstreamFrame, wanted, allowed: [host] };
  const stream = await openStream(means, null);
  return {
    stream,
    close: () => {
      stream.close();
      server.close();
    },
  };
}

test('what cannot be read stops the stream for nobody else', async () => {
  const { stream, close } = await streamOf([
    ...['geen json', '{}', saying(1_000_000, { text: 7 })],
    saying(2_000_000, { text: 'Is Waterkracht goed?' }),
  ]);
  await stream.more();
  const { caught, seq } = stream.take(10);
  expect(caught).toEqual([expect.objectContaining({ kind: 'said', did: 'did:plc:fatima' })]);
  expect(seq).toBe('2000000');
  expect(stream.ended()).toBeUndefined();
  close();
});

test('a stream of which nothing can be read ends, and says so', async () => {
  const { stream, close } = await streamOf(Array.from({ length: 100 }, () => 'geen json'));
  await stream.more();
  expect(stream.ended()).toMatchObject({ name: 'Outage', message: 'stream unreadable' });
  close();
});

test('of a commit whose records cannot be decoded the place is known', () => {
  const frame = (ops: unknown) =>
    Buffer.concat([
      encode({ op: 1, t: '#commit' }),
      encode({ seq: 12, repo: 'did:plc:x', time: '2026-11-24T10:00:00Z', blocks: { $bytes: 'AQID' }, ops }),
    ]);
  const cid = { $link: 'bafyreihffx5a2e7k5uwrmmgofbvzujc5cmw5h4espouwuxt3liqoflx3ee' };
  const held: Parameters<typeof catchIn>[2] = [];
  const read = { read: readRepoFrame, wanted };
  const posted = [{ action: 'create', path: 'app.bsky.feed.post/a', cid }];
  expect(catchIn(frame(posted), read, held)).toBe('12');
  expect(() => catchIn(frame([{ action: 'create' }]), read, held)).toThrow(
    expect.objectContaining({ seq: '12' }),
  );
  expect(held).toEqual([]);
});
