import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isPublicAddress } from './address.ts';
import { type Posting, post } from './posting.ts';

const open = [
  '8.8.8.8',
  '1.1.1.1',
  '193.0.6.139',
  '2606:4700:4700::1111',
  '2a00:1450:400e::8a',
  '172.32.0.1',
  '100.128.0.1',
];
const inside = [
  ...['127.0.0.1', '127.8.8.8', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  ...['169.254.169.254', '100.64.0.1', '192.0.0.1', '192.0.2.5', '198.18.0.1', '198.51.100.7', '203.0.113.9'],
  ...['224.0.0.1', '240.0.0.1', '255.255.255.255', '192.88.99.1'],
  ...['::1', '::', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1', 'ff02::1', '::ffff:127.0.0.1'],
  ...['::ffff:8.8.8.8', '::7f00:1', '64:ff9b::7f00:1', '64:ff9b::808:808', '64:ff9b:1::1', '100::1'],
  ...['2001:db8::1', '2001::1', '2001:10::1', '2002:7f00:1::', '3fff::1'],
  ...['', 'localhost', 'no address', '0x7f000001', '127.1'],
];

describe('an address on the open internet', () => {
  test.each(open)('%s is one', (address) => expect(isPublicAddress(address)).toBe(true));
  test.each(inside)('%s is none', (address) => expect(isPublicAddress(address)).toBe(false));

  type Judge = typeof isPublicAddress;
  /** Every IPv4 address within, written as itself or within an IPv6 one, is none. */
  function keepsInside(judge: Judge): void {
    const byte = fc.integer({ min: 0, max: 255 });
    const hex = (a: number, b: number) => ((a << 8) | b).toString(16);
    fc.assert(
      fc.property(fc.constantFrom(10, 127), byte, byte, byte, (a, b, c, d) => {
        const four = `${a}.${b}.${c}.${d}`;
        const tail = `${hex(a, b)}:${hex(c, d)}`;
        return [four, `::ffff:${four}`, `64:ff9b::${tail}`, `2002:${tail}::`, `::${tail}`].every(
          (one) => !judge(one),
        );
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), byte, byte, byte, (a, b, c, d) =>
        judge(`${a}.${b}.${c}.${d}`),
      ),
    );
  }
  const broken: Record<string, Judge> = {
    'lets everything pass': () => true,
    'lets nothing pass': () => false,
    'looks at IPv4 only': (address) => (address.includes(':') ? true : isPublicAddress(address)),
    'forgets what is mapped': (address) => address.startsWith('::ffff:') || isPublicAddress(address),
    'forgets NAT64': (address) => address.startsWith('64:ff9b') || isPublicAddress(address),
    'forgets 6to4': (address) => address.startsWith('2002:') || isPublicAddress(address),
  };
  test('is never one that leads inside by another name', () => keepsInside(isPublicAddress));
  test.each(Object.keys(broken))('may be one where the judge %s', (name) => {
    expect(() => keepsInside(broken[name] ?? isPublicAddress)).toThrow();
  });
});

let server: Server;
let heard: { url: string | undefined; body: string }[] = [];
let port = 0;

beforeAll(async () => {
  server = createServer((request, answer) => {
    let body = '';
    request.on('data', (piece) => (body += piece));
    request.on('end', () => {
      heard.push({ url: request.url, body });
      if (request.url === '/slow') return;
      if (request.url === '/on') answer.writeHead(302, { location: `http://127.0.0.1:${port}/secret` });
      else answer.writeHead(request.url === '/no' ? 500 : 204);
      answer.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const posting = (more: Partial<Posting> = {}): Posting => ({
  headers: { 'Content-Type': 'application/json' },
  body: '{}',
  timeout: 20_000,
  allowed: [`127.0.0.1:${port}`, `hook.example:${port}`],
  ...more,
});
const tell = (path: string, more: Partial<Posting> = {}) =>
  post(`http://127.0.0.1:${port}${path}`, posting(more));

describe('posting to an address of somebody else', () => {
  test('gives the status, and follows nobody who sends on', async () => {
    heard = [];
    expect(await tell('/', { body: '{"één":1}' })).toEqual({ status: 204, why: null });
    expect(await tell('/no')).toEqual({ status: 500, why: null });
    expect(await tell('/on')).toEqual({ status: 302, why: null });
    expect(heard.map(({ url }) => url)).toEqual(['/', '/no', '/on']);
    expect(heard[0]?.body).toBe('{"één":1}');
    expect(await tell('/slow', { timeout: 50 })).toEqual({ status: null, why: 'timeout' });
  });

  test('reaches nothing within, however it is written, unless it is allowed by name', async () => {
    heard = [];
    const none = { allowed: [] };
    for (const url of [
      ...[
        'https://127.0.0.1/',
        'https://0x7f000001/',
        'https://2130706433/',
        'https://127.1/',
        'https://[::1]/',
      ],
      ...['https://[::ffff:127.0.0.1]/', 'https://169.254.169.254/latest', 'https://[64:ff9b::7f00:1]/'],
    ])
      expect(await post(url, posting(none)), url).toEqual({ status: null, why: 'address' });
    for (const url of ['http://example.com/', 'ftp://example.com/', 'https://u:p@example.com/', 'nonsense'])
      expect(await post(url, posting(none)), url).toEqual({ status: null, why: 'url' });
    expect(heard).toEqual([]);
  });

  test('asks what a name means once, and goes there: what it means later changes nothing', async () => {
    heard = [];
    const answers = [['203.0.113.1'], ['127.0.0.1']];
    let asked = 0;
    const resolve = async () => {
      const found = answers[Math.min(asked, answers.length - 1)] ?? [];
      asked += 1;
      return found.map((address) => ({ address, family: 4 }));
    };
    const url = `https://hook.example:${port}/`;
    expect(await post(url, posting({ allowed: [], resolve }))).toEqual({ status: null, why: 'address' });
    expect(asked).toBe(1);
    // One address that leads inside among good ones is enough to refuse.
    const both = async () => ['8.8.8.8', '10.0.0.1'].map((address) => ({ address, family: 4 }));
    expect(await post(url, posting({ allowed: [], resolve: both }))).toEqual({
      status: null,
      why: 'address',
    });
    const nowhere = () => Promise.reject(new Error('ENOTFOUND'));
    expect(await post(url, posting({ allowed: [], resolve: nowhere }))).toEqual({
      status: null,
      why: 'name',
    });
    expect(heard).toEqual([]);
    // The connection goes to what was looked at: the name itself means nothing anywhere.
    const here = async () => [{ address: '127.0.0.1', family: 4 }];
    const plain = await post(`http://hook.example:${port}/by-name`, posting({ resolve: here }));
    expect(plain).toEqual({ status: 204, why: null });
    expect(heard.map(({ url }) => url)).toEqual(['/by-name']);
  });
});
