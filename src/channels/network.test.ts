import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../platform/clock.ts';
import { type NetworkDouble, networkDouble, type ToldThere } from './fixtures/network-double.ts';
import { openNetwork } from './network.ts';
import { receivesByAsking } from './polling.ts';
import { openTokens } from './token.ts';

let told: ToldThere = {};
let there: NetworkDouble;
beforeAll(async () => {
  there = await networkDouble(() => told);
});
afterAll(() => there.close());

const network = (origin = there.origin) =>
  openNetwork({
    origin,
    allowed: [there.host],
    clock: systemClock,
    headers: async () => ({ Authorization: 'Bearer t' }),
  });
const send = (origin?: string) => network(origin).send({ path: '/x', body: { text: 'a' }, idIn: () => 'id' });

describe('what became of a call', () => {
  const outcomes: [string, ToldThere, object][] = [
    ['made', { status: 201, json: {} }, { kind: 'sent', externalId: 'id' }],
    [
      'too many, and when again',
      { status: 429, headers: { 'retry-after': '7' } },
      { kind: 'later', after: 7, account: true },
    ],
    ['not let in', { status: 401 }, { kind: 'later', reason: 'sign-in', account: true }],
    ['not wanted', { status: 422, json: { message: 'te lang' } }, { kind: 'refused' }],
    ['broken after it may have been done', { status: 500 }, { kind: 'unknown' }],
    ['a page in between', { status: 302, headers: { location: '/' } }, { kind: 'unknown' }],
    ['cut off', { cut: true }, { kind: 'unknown' }],
  ];
  test.each(outcomes)('%s', async (_, said, outcome) => {
    told = said;
    expect(await send()).toMatchObject(outcome);
  });

  test('what never left is tried again, and not looked for', async () => {
    expect(await send('https://nergens.invalid')).toMatchObject({ kind: 'later', account: true });
    expect(await send('https://169.254.169.254')).toMatchObject({ kind: 'later', reason: 'within' });
  });

  test('it went well, and does not say what became of it', async () => {
    told = { status: 200, json: {} };
    const outcome = await network().send({ path: '/x', body: {}, idIn: () => null });
    expect(outcome.kind).toBe('unknown');
  });
});

describe('a token', () => {
  const means = (secrets: Record<string, string>, kept: Record<string, string>[]) => ({
    ...({
      tokenUrl: `${there.origin}/token`,
      grant: 'refresh_token',
      clientId: 'c',
      clientSecret: 's',
      basic: true,
      secrets,
    } as const),
    ...{
      allowed: [there.host],
      clock: systemClock,
      keepSecrets: async (fresh: Record<string, string>) => void kept.push(fresh),
    },
  });

  test('is asked for once, kept at once with the key that was turned, and again when it is dropped', async () => {
    told = { json: { access_token: 'a1', expires_in: 7200, refresh_token: 'r2' } };
    there.asked.length = 0;
    const kept: Record<string, string>[] = [];
    const tokens = openTokens(means({ refreshToken: 'r1' }, kept));
    expect(await Promise.all([tokens.token(), tokens.token(), tokens.token()])).toEqual(['a1', 'a1', 'a1']);
    expect(there.asked).toHaveLength(1);
    expect(there.asked[0]?.body).toContain('refresh_token=r1');
    expect(kept).toEqual([expect.objectContaining({ accessToken: 'a1', refreshToken: 'r2' })]);
    tokens.drop();
    await tokens.token();
    expect(there.asked[1]?.body).toContain('refresh_token=r2');
  });

  test('that is given no more is for somebody to mend', async () => {
    told = { status: 400, json: { error: 'invalid_grant' } };
    await expect(openTokens(means({ refreshToken: 'x' }, [])).token()).rejects.toMatchObject({
      name: 'Refused',
      message: 'sign-in',
    });
    told = { status: 503 };
    await expect(openTokens(means({ refreshToken: 'x' }, [])).token()).rejects.toMatchObject({
      name: 'Outage',
    });
  });
});

describe('asking again and again', () => {
  test('finds what is shown late, tells nothing twice, and begins now', async () => {
    const clock = { now: () => Temporal.Instant.from('2026-11-24T10:00:00Z') };
    const there = [] as { key: string; at: string; happened: [] }[];
    const asks: string[] = [];
    const half = receivesByAsking({
      ...{ clock, pause: 1 },
      since: async (at) => {
        asks.push(at);
        return there.map((one) => ({
          ...one,
          happened: [{ kind: 'removed', externalId: one.key, at: one.at }],
        }));
      },
    });
    there.push({ key: 'before', at: '2026-11-24T09:55:00.000Z', happened: [] });
    const first = await half.receive(null);
    there.push({ key: 'old', at: '2026-11-20T10:00:00.000Z', happened: [] });
    there.push({ key: 'b', at: '2026-11-24T10:05:00.000Z', happened: [] });
    const second = await half.receive(first.cursor);
    expect(second.happened.map((one) => 'externalId' in one && one.externalId)).toEqual(['b']);
    there.push({ key: 'a', at: '2026-11-24T10:04:00.000Z', happened: [] });
    const third = await half.receive(second.cursor);
    expect(third.happened.map((one) => 'externalId' in one && one.externalId)).toEqual(['a']);
    expect((await half.receive(third.cursor)).happened).toEqual([]);
    expect(await half.receive(first.cursor)).toEqual(await half.receive(first.cursor));
    expect(asks[0]).toBe('2026-11-24T09:50:00.000Z');
  });
});
