import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Happened } from '../connection.ts';
import { keepsTheContract } from '../fixtures/contract.ts';
import { handingIn } from '../fixtures/handing-in.ts';
import { openingAt } from '../fixtures/network-double.ts';
import { signatureOf } from '../pushed.ts';
import { feedConnector } from './connector.ts';
import { decodeFeed } from './decoding.ts';
import { readFeed } from './reading.ts';
import { markOf } from './websub.ts';

interface Blog {
  items: string[];
  hub: string;
  asked: { path: string; headers: IncomingMessage['headers']; body: string; status: number }[];
  /** Another answer than the feed itself. */
  answer: ((response: ServerResponse) => void) | null;
}

/** A blog with a feed, and the hub that tells of it. */
async function blog() {
  const there: Blog = { items: [], hub: '', asked: [], answer: null };
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const path = request.url ?? '';
    const noted = { path, headers: request.headers, body: Buffer.concat(pieces).toString(), status: 200 };
    there.asked.push(noted);
    const etag = `"${there.items.length}"`;
    if (path === '/hub') return void response.writeHead(202).end();
    if (there.answer) return there.answer(response);
    if (request.headers['if-none-match'] === etag) {
      noted.status = 304;
      return void response.writeHead(304).end();
    }
    response.writeHead(200, {
      'Content-Type': 'application/rss+xml',
      ETag: etag,
      'Content-Encoding': 'gzip',
    });
    response.end(gzipSync(rss(there)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { there, host, url: `http://${host}/feed`, close };
}

const rss = ({ items, hub }: Blog) => `<?xml version="1.0"?><rss version="2.0"
  xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Blog</title>${hub}${items.join('')}</channel></rss>`;
const item = (id: string, text: string, more = '') =>
  `<item><guid>${id}</guid><title>${text}</title><link>https://blog.example/${id}</link>${more}</item>`;

async function open() {
  const made = await blog();
  const given = { settings: { url: made.url }, secrets: {} };
  const { deliveries, handIn } = handingIn(
    () => feedConnector.pushed?.({ id: 'cc_double', key: 'k', ...given }) as never,
    Date.now,
  );
  const connection = feedConnector.open(openingAt(made.host, { ...given, deliveries }));
  return { ...made, connection, handIn };
}

keepsTheContract('a feed', async () => {
  const { there, connection, handIn, close } = await open();
  let count = 0;
  return {
    connection,
    say: async (text) => {
      count += 1;
      there.items.unshift(item(`p${count}`, text));
      const body = `hint ${count}`;
      handIn(body, { 'x-hub-signature': `sha256=${signatureOf(secretOf(), [body], 'hex')}` });
      return `p${count}`;
    },
    seen: async () => [],
    close,
  };
});

const secretOf = () => signatureOf('k', ['websub cc_double'], 'base64url');
const words = (happened: readonly Happened[]) =>
  happened.map((one) => [
    one.kind,
    one.kind === 'said' ? one.heard.text : one.kind === 'edited' ? one.text : '',
  ]);

describe('a feed', () => {
  test('is sent again only when it changed, and what stood there at first is no news', async () => {
    const { there, connection, close } = await open();
    there.items.push(item('1', 'Oud nieuws'));
    const first = await connection.receive(null);
    expect(first.happened).toEqual([]);
    const second = await connection.receive(first.cursor);
    expect(there.asked.map(({ status }) => status)).toEqual([200, 304]);
    there.items.unshift(item('2', 'Nieuw'));
    const third = await connection.receive(second.cursor);
    expect(words(third.happened)).toEqual([['said', 'Nieuw\n\nhttps://blog.example/2']]);
    expect((await connection.receive(third.cursor)).happened).toEqual([]);
    await close();
  });

  test('tells of what its author changed', async () => {
    const { there, connection, close } = await open();
    const first = await connection.receive(null);
    there.items.push(item('1', 'Eerst'));
    const second = await connection.receive(first.cursor);
    const changed = '<atom:updated>2026-11-24T11:00:00Z</atom:updated>';
    there.items.splice(0, 1, item('1', 'Later', changed), item('2', 'Erbij'));
    const third = await connection.receive(second.cursor);
    expect(words(third.happened).toSorted()).toEqual([
      ['edited', 'Later\n\nhttps://blog.example/1'],
      ['said', 'Erbij\n\nhttps://blog.example/2'],
    ]);
    await close();
  });

  test('says what is wrong with it in a word that people can be told', async () => {
    const { there, connection, close } = await open();
    const says = async (answer: Blog['answer']) => {
      there.answer = answer;
      return connection.check().then(
        () => 'fine',
        (error: Error) => `${error.name} ${error.message}`,
      );
    };
    expect(await says((r) => r.writeHead(410).end())).toBe('Refused gone');
    expect(await says((r) => r.writeHead(503, { 'retry-after': '90' }).end())).toBe('Outage unreachable');
    expect(await says((r) => r.end('<html><body>Welkom</body></html>'))).toBe('Refused not-a-feed');
    expect(await says((r) => r.end('x'.repeat(5_000_001)))).toBe('Refused too-large');
    const bomb = gzipSync(Buffer.alloc(50_000_000, 32));
    expect(await says((r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb))).toBe(
      'Refused too-large',
    );
    const entities = '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
    expect(
      await says((r) =>
        r.end(`<?xml version="1.0"?>${entities}<rss><channel><title>&b;</title></channel></rss>`),
      ),
    ).toBe('Refused unsafe-feed');
    expect(await says((r) => r.writeHead(302, { location: 'http://169.254.169.254/latest' }).end())).toBe(
      'Refused within',
    );
    await close();
  });

  test('is told by its hub, which is asked, answered, and believed only when it signs', async () => {
    const { there, connection, handIn, url, host, close } = await open();
    there.hub = `<atom:link rel="hub" href="http://${host}/hub"/><atom:link rel="self" href="${url}"/>`;
    const first = await connection.receive(null);
    const asked = new URLSearchParams(there.asked.find(({ path }) => path === '/hub')?.body);
    expect(asked.get('hub.topic')).toBe(url);
    const callback = new URL(asked.get('hub.callback') ?? '');
    expect(callback.origin + callback.pathname).toBe('https://polder.waterkracht.example/in/cc_double');
    expect(asked.get('hub.secret')).toBe(secretOf());
    await connection.receive(first.cursor);
    there.items.push(item('1', 'Vers'));
    await connection.receive((await connection.receive(first.cursor)).cursor);
    expect(there.asked.filter(({ path }) => path === '/hub')).toHaveLength(1);
    expect(
      handIn('vers', { 'x-hub-signature': `sha256=${signatureOf('iets anders', ['vers'], 'hex')}` }),
    ).toBe(401);
    expect(handIn('vers', { 'x-hub-signature': `sha256=${signatureOf(secretOf(), ['vers'], 'hex')}` })).toBe(
      200,
    );
    for (const method of ['sha1', 'sha384', 'sha512']) {
      const signature = createHmac(method, secretOf()).update(method).digest('hex');
      expect(handIn(method, { 'x-hub-signature': `${method}=${signature}` })).toBe(200);
    }
    const weak = createHmac('md5', secretOf()).update('md5').digest('hex');
    expect(handIn('md5', { 'x-hub-signature': `md5=${weak}` })).toBe(401);
    await connection.waitForMore(new AbortController().signal);
    await close();
  });

  test('lets a hub confirm the topic that was asked for, on whatever site, and no other', () => {
    const account = { id: 'cc_1', key: 'k', settings: { url: 'https://blog.example/feed' }, secrets: {} };
    const ask = (query: Record<string, string>) =>
      feedConnector.pushed?.(account).greet?.(new URLSearchParams(query), 0);
    const topic = 'https://feeds.example/rss';
    const mark = markOf(signatureOf('k', ['websub cc_1'], 'base64url'), topic);
    const good = { 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.challenge': 'abc', for: mark };
    expect(ask(good)).toEqual({ status: 200, type: 'text/plain', body: 'abc' });
    expect(ask({ ...good, 'hub.topic': 'https://blog.example/feed' })).toBeUndefined();
    expect(ask({ ...good, for: '' })).toBeUndefined();
    expect(ask({ ...good, 'hub.mode': 'unsubscribe' })).toBeUndefined();
    expect(ask({ ...good, 'hub.challenge': 'a b\r\n' })).toBeUndefined();
    expect(ask({})).toBeUndefined();
  });
});

describe('reading a feed', () => {
  test('knows all four kinds, with the words and not the marks', () => {
    const atom =
      readFeed(`<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">A</title><entry><id>tag:1</id>
      <title type="html">Caf&amp;eacute; &amp;amp; meer</title><link href="https://b.example/2"/><updated>2026-11-24T10:00:00Z</updated>
      <author><name>Fatima</name></author><content type="html">&lt;p&gt;Hoi &lt;b&gt;daar&lt;/b&gt;&lt;/p&gt;</content></entry></feed>`);
    expect(atom.entries[0]).toMatchObject({
      ...{ id: 'tag:1', link: 'https://b.example/2', text: 'Café & meer\n\nHoi daar', author: 'Fatima' },
      at: '2026-11-24T10:00:00.000Z',
    });
    const json = readFeed(
      '{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"7","content_html":"<p>Hallo</p>"}]}',
    );
    expect(json.entries[0]).toMatchObject({ id: '7', text: 'Hallo', link: null, at: null });
    const rdf =
      readFeed(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
      <channel><title>R</title></channel><item rdf:about="https://b.example/3"><title>Drie</title></item></rdf:RDF>`);
    expect(rdf.entries[0]).toMatchObject({ id: 'https://b.example/3', text: 'Drie' });
  });

  test('names what has no name by its address, else by what it says, and leaves out what says nothing', () => {
    const { entries } = readFeed(`<rss version="2.0"><channel><title>x</title>
      <item><title>Een &amp; ander</title><link>https://b.example/1</link></item><item><description>x & y</description></item>
      <item><title>Script</title><link>javascript:alert(1)</link></item><item></item></channel></rss>`);
    expect(entries.map(({ id }) => id)).toEqual([
      'https://b.example/1',
      expect.stringMatching(/^h:/),
      expect.stringMatching(/^h:/),
    ]);
    expect(entries[2]?.link).toBeNull();
  });

  test('is in the letters that the header, the mark or the declaration says', () => {
    const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><t>Caf\u00e9</t>', 'latin1');
    expect(decodeFeed(latin, undefined)).toContain('Café');
    expect(decodeFeed(latin, 'text/xml; charset=iso-8859-1')).toContain('Café');
    expect(decodeFeed(Buffer.from('\ufeffCafé'), 'text/xml; charset=iso-8859-1')).toBe('Café');
    expect(decodeFeed(Buffer.from('\ufeffCafé', 'utf16le'), undefined)).toBe('Café');
    expect(decodeFeed(Buffer.from('Café'), 'text/xml; charset=klingon')).toBe('Café');
  });
});
