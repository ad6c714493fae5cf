import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fetchWithin } from './fetching.ts';
import type { Address } from './place.ts';
import { type Reached, type Reaching, reach } from './reaching.ts';

/** Whoever asks is shown this; what lies within must never be asked. */
let outside: Server;
let inside: Server;
let port = 0;
let insidePort = 0;
let asked: { url: string; method: string; authorization: string | undefined; body: string }[] = [];
let askedInside = 0;

const zeros = Buffer.alloc(5_000_000);
const bombs: Record<string, [string, Buffer]> = {
  '/bomb/gzip': ['gzip', gzipSync(zeros)],
  '/bomb/br': ['br', brotliCompressSync(zeros)],
  '/bomb/deflate': ['deflate', deflateSync(zeros)],
  '/packed/twice': ['gzip, gzip', gzipSync(gzipSync(zeros))],
  '/packed/cut': ['gzip', gzipSync(Buffer.from('een heel verhaal')).subarray(0, 20)],
  '/packed/lie': ['gzip', Buffer.from('niet ingepakt')],
  '/packed/other': ['zstd', Buffer.from('x')],
  '/packed/well': ['br', brotliCompressSync(Buffer.from('goed ingepakt'))],
};

function answerWith(url: string, answer: ServerResponse): void {
  const bomb = bombs[url];
  if (bomb) {
    answer.writeHead(200, { 'content-encoding': bomb[0] });
    answer.end(bomb[1]);
  } else if (url.startsWith('/to?')) {
    const query = new URLSearchParams(url.slice(4));
    answer.writeHead(Number(query.get('status') ?? 302), {
      location: Buffer.from(query.get('at') ?? '').toString('latin1'),
    });
    answer.end();
  } else if (url === '/round') answer.writeHead(302, { location: '/round' }).end();
  else if (url === '/drip') drip(answer, 1);
  else if (url === '/flood') drip(answer, 60_000);
  else if (url === '/short') {
    answer.writeHead(200, { 'content-length': '100' });
    answer.write('half');
    setTimeout(() => answer.destroy(), 20);
  } else if (url !== '/silent') answer.end('hier');
}

function drip(answer: ServerResponse, bytes: number): void {
  answer.writeHead(200);
  const every = setInterval(() => answer.write('x'.repeat(bytes)), 5);
  answer.on('close', () => clearInterval(every));
}

const listening = (server: Server) =>
  new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );

beforeAll(async () => {
  outside = createServer((request, answer) => {
    let body = '';
    request.on('data', (piece) => (body += piece));
    request.on('end', () => {
      const { url = '', method = '', headers } = request;
      asked.push({ url, method, authorization: headers.authorization, body });
      answerWith(url, answer);
    });
  });
  inside = createServer((_, answer) => {
    askedInside += 1;
    answer.end('geheim');
  });
  port = await listening(outside);
  insidePort = await listening(inside);
});
afterAll(() => {
  for (const server of [outside, inside]) {
    server.closeAllConnections();
    server.close();
  }
});
beforeEach(() => {
  asked = [];
  askedInside = 0;
});

const here: Address[] = [{ address: '127.0.0.1', family: 4 }];
const resolve = async (host: string) => (host.endsWith('.example') ? here : []);
const within = (more: Partial<Reaching> = {}): Reaching => ({
  timeout: 20_000,
  largest: 100_000,
  redirects: 3,
  allowed: [`site.example:${port}`],
  resolve,
  ...more,
});

type Reach = typeof reach;
const at = (path: string) => `http://site.example:${port}${path}`;
const onTo = (target: string, status = 302) => at(`/to?status=${status}&at=${encodeURIComponent(target)}`);

/** Every way to be led inside that somebody thought of; none may ask there. */
async function staysOut(one: Reach): Promise<void> {
  const why = async (url: string, more: Partial<Reaching> = {}) => (await one(url, within(more))).why;
  const names = [
    ...['127.0.0.1', '127.1', '0177.0.0.1', '0x7f.0.0.1', '0x7f000001', '2130706433', '①②⑦.0.0.1'],
    ...['0.0.0.0', '0', '10.0.0.1', '169.254.169.254', '100.64.0.1', '[::]', '[::1]', '[::ffff:127.0.0.1]'],
    ...['[::ffff:7f00:1]', '[::7f00:1]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]', '[2001:0:7f00:1::]'],
    ...['[fd00::1]', '[fe80::1]', '[ff02::1]', 'within.example', 'within.example.'],
  ];
  for (const name of names) {
    expect(await why(`https://${name}:${insidePort}/`), name).toMatch(/^(address|url|name)$/);
    expect(await why(`http://${name}:${insidePort}/`, { plain: true }), name).toMatch(/^(address|url|name)$/);
    expect(await why(onTo(`http://${name}:${insidePort}/`), { plain: true }), name).toMatch(
      /^(address|url|name|redirect)$/,
    );
  }
  for (const status of [301, 302, 303, 307, 308])
    expect(await why(onTo(`http://127.0.0.1:${insidePort}/`, status), { plain: true })).toBe('address');
  const mixed = async () => [{ address: '8.8.8.8', family: 4 }, ...here];
  expect(await why(`http://mixed.example:${insidePort}/`, { plain: true, resolve: mixed })).toBe('address');
  for (const scheme of [
    'file:///etc/passwd',
    'gopher://127.0.0.1:1/',
    'data:text/plain,x',
    'ftp://a.example/',
  ])
    expect([await why(scheme), await why(onTo(scheme))], scheme).toEqual(['url', 'url']);
  // A door that is open to us is not open to whoever sends us on.
  const door = { plain: true, allowed: [`site.example:${port}`, `127.0.0.1:${insidePort}`] };
  expect(await why(onTo(`http://127.0.0.1:${insidePort}/`), door)).toBe('address');
  expect(askedInside).toBe(0);
}

/** What was meant for one is given to no other; nothing goes on for ever, or grows for ever. */
async function keepsBounds(one: Reach): Promise<void> {
  const said = { authorization: 'Bearer geheim', 'x-key': 'geheim', accept: 'text/html' };
  const other = { plain: true, allowed: [`site.example:${port}`, 'other.example'], headers: said };
  await one(onTo(`http://other.example:${port}/`), within({ ...other, resolve: elsewhere }));
  expect(asked.slice(1).filter(({ authorization }) => authorization !== undefined)).toEqual([]);
  await one(onTo('/there'), within({ headers: said }));
  expect(asked.at(-1)).toMatchObject({ url: '/there', authorization: 'Bearer geheim' });
  const post = { method: 'POST', body: 'lees mij' } as const;
  expect((await one(onTo('https://other.example/', 307), within(post))).why).toBe('redirect');
  asked = [];
  await one(onTo('/there', 303), within(post));
  await one(onTo('/there', 308), within(post));
  expect(asked.map(({ method, body }) => `${method} ${body}`)).toEqual([
    ...['POST lees mij', 'GET ', 'POST lees mij', 'POST lees mij'],
  ]);
  asked = [];
  expect((await one(at('/round'), within())).why).toBe('redirect');
  expect(asked).toHaveLength(4);
  for (const path of ['/bomb/gzip', '/bomb/br', '/bomb/deflate', '/flood'])
    expect((await one(at(path), within())).why, path).toBe('too-large');
  for (const path of ['/packed/twice', '/packed/cut', '/packed/lie', '/packed/other'])
    expect((await one(at(path), within())).why, path).toBe('encoding');
  expect((await one(at('/short'), within())).why).toBe('connection');
  for (const path of ['/silent', '/drip'])
    expect((await one(at(path), within({ timeout: 100 }))).why, path).toBe('timeout');
  expect((await one(at('/silent'), within({ patience: 100 }))).why).toBe('timeout');
  const never = () => new Promise<Address[]>(() => undefined);
  expect((await one(at('/'), within({ timeout: 50, resolve: never }))).why).toBe('timeout');
}
/** Nobody listens there. */
const elsewhere = async (host: string) =>
  host === 'other.example' ? [{ address: '127.0.0.1', family: 4 }] : resolve(host);

/** Follows by itself, each time as if it were the first. */
const followsWith =
  (change: (reaching: Reaching, next: string) => Partial<Reaching>): Reach =>
  async (target, reaching) => {
    let at = target;
    let now: Reaching = reaching;
    for (let hop = 0; ; hop += 1) {
      const got = await reach(at, { ...now, redirects: 0 });
      const location = got.why === null ? got.headers.location : undefined;
      if (location === undefined || hop === reaching.redirects) return got;
      at = new URL(location, at).href;
      now = { ...now, ...change(now, at) };
    }
  };

const broken: Record<string, Reach> = {
  'does not look where it is sent on to': followsWith((_, next) => ({ allowed: [new URL(next).host] })),
  'lets itself be sent through open doors': followsWith(() => ({})),
  'looks at the first address alone': (target, reaching) =>
    reach(target, {
      ...reaching,
      resolve: async (host) => (await (reaching.resolve ?? resolve)(host)).slice(-1),
    }),
  'goes wherever a name leads': (target, reaching) =>
    reach(target, { ...reaching, allowed: [...reaching.allowed, new URL(target).host] }),
  'takes all that comes': (target, reaching) => reach(target, { ...reaching, largest: 10_000_000 }),
  'does not follow': (target, reaching) => reach(target, { ...reaching, redirects: 0 }),
  'follows without end': (target, reaching) => reach(target, { ...reaching, redirects: 50 }),
  'asks by the library alone': async (target, { method = 'GET', headers = {}, body }): Promise<Reached> => {
    try {
      const answer = await fetch(target.replace(/\/\/(site|other)\.example/, '//127.0.0.1'), {
        ...{ method, headers },
        ...(body === undefined ? {} : { body: String(body) }),
        signal: AbortSignal.timeout(500),
      });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return { status: answer.status, headers: {}, body: bytes, url: answer.url, why: null };
    } catch {
      return { status: null, why: 'connection' };
    }
  },
};

describe('what an address of somebody else can be used for', () => {
  test('nobody leads us inside', () => staysOut(reach));
  test('nothing is given on, and nothing goes on for ever', () => keepsBounds(reach));
  test.each(Object.keys(broken))('the test sees one that %s', async (name) => {
    const one = broken[name] ?? reach;
    const judged = await Promise.allSettled([staysOut(one).then(() => keepsBounds(one))]);
    expect(judged[0]?.status).toBe('rejected');
  });

  test('what is well packed is unpacked, and a page that is there is read', async () => {
    const read = async (path: string) =>
      Buffer.from(((await reach(at(path), within())) as { body: Uint8Array }).body);
    expect((await read('/packed/well')).toString()).toBe('goed ingepakt');
    expect((await read('/')).toString()).toBe('hier');
    expect(await reach(at('/'), within({ method: 'HEAD' }))).toMatchObject({ status: 200, why: null });
  });

  test('headers that never end, and one that would begin another', async () => {
    const endless = createSocketServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const every = setInterval(() => socket.write(`X-A: ${'a'.repeat(5000)}\r\n`), 2);
      socket.on('close', () => clearInterval(every));
      socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => endless.listen(0, '127.0.0.1', resolve));
    const target = `http://127.0.0.1:${(endless.address() as AddressInfo).port}/`;
    const allowed = [new URL(target).host];
    expect(await reach(target, within({ allowed }))).toEqual({ status: null, why: 'connection' });
    endless.close();
    const split = { 'x-a': 'a\r\nauthorization: Bearer evil' };
    expect(await reach(at('/'), within({ headers: split }))).toEqual({ status: null, why: 'url' });
    expect(asked).toEqual([]);
  });

  test('ports on which something else is spoken are left alone', async () => {
    const of = async (port: number) =>
      (await reach(`https://a.example:${port}/`, within({ resolve: async () => [] }))).why;
    expect(await Promise.all([22, 25, 143, 6000, 6667, 10_080].map(of))).toEqual(Array(6).fill('url'));
    expect(await Promise.all([443, 8443, 4400].map(of))).toEqual(Array(3).fill('name'));
  });

  test('the fetch for libraries keeps the same bounds', async () => {
    const one = fetchWithin(within());
    const answer = await one(at('/'), { method: 'POST', body: '{"a":1}', headers: { authorization: 'x' } });
    expect([answer.status, await answer.text(), answer.url]).toEqual([200, 'hier', at('/')]);
    expect(asked[0]).toMatchObject({ method: 'POST', body: '{"a":1}', authorization: 'x' });
    await expect(one(`http://127.0.0.1:${insidePort}/`)).rejects.toThrow('fetch failed: url');
    await expect(one(onTo(`https://127.0.0.1:${insidePort}/`))).rejects.toThrow('fetch failed: address');
    const stays = await one(onTo('/there'), { redirect: 'manual' });
    expect(stays.status).toBe(302);
    expect(askedInside).toBe(0);
  });
});
