import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type BlueskyPerson,
  type BlueskyServer,
  blueskyIsThere,
  startBluesky,
  wholeBlueskyIsThere,
} from '../../../test/counterparts/bluesky/server.ts';
import { emptyDatabase } from '../../../test/database.ts';
import { systemClock } from '../../platform/clock.ts';
import type { Connection, Happened, Outgoing } from '../connection.ts';
import { keepsTheContract, type Tried } from '../fixtures/contract.ts';
import { openBluesky } from './opening.ts';
import type { BlueskySecrets, BlueskySettings } from './settings.ts';

interface Ours {
  server: BlueskyServer;
  us: BlueskyPerson;
  settings?: Partial<BlueskySettings>;
  secrets?: Partial<BlueskySecrets>;
  kept?: Record<string, string>[];
}

function opened({ server, us, settings, secrets, kept = [] }: Ours): Connection {
  return openBluesky({
    settings: {
      ...{ handle: us.handle, service: server.url, words: [], accounts: [], stream: 'none', streamUrl: '' },
      ...settings,
    },
    secrets: { password: us.appPassword, ...secrets },
    clock: systemClock,
    allowed: [server.host],
    keep: async (fresh) => {
      kept.push({ ...fresh });
    },
    heardOf: async (ids) => new Set(ids),
  });
}

const mentioning = (us: BlueskyPerson) => ({
  facets: [
    {
      index: { byteStart: 0, byteEnd: 1 },
      features: [{ $type: 'app.bsky.richtext.facet#mention', did: us.did }],
    },
  ],
});

async function tried(server: BlueskyServer, settings: Partial<BlueskySettings>): Promise<Tried> {
  const us = await server.person('waterkracht');
  const fatima = await server.person('fatima');
  const connection = opened({ server, us, settings });
  return {
    connection,
    say: async (text) => (await fatima.post(text, mentioning(us))).uri,
    seen: async () => {
      const query = { repo: us.did, collection: 'app.bsky.feed.post' };
      const { records } = await us.call('com.atproto.repo.listRecords', { query });
      return (records as { value: { text: string } }[]).map(({ value }) => value.text);
    },
    close: async () => {
      await connection.close();
      await server.close();
    },
  };
}

if (blueskyIsThere)
  keepsTheContract('Bluesky by the stream of one server', async () => {
    const server = await startBluesky();
    return tried(server, { stream: 'relay', streamUrl: server.url });
  });

if (wholeBlueskyIsThere)
  keepsTheContract('Bluesky by what its network tells us', async () => {
    const { ownerUrl } = await emptyDatabase();
    return tried(await startBluesky({ databaseUrl: ownerUrl }), {});
  });

describe.skipIf(!blueskyIsThere)('the stream of one server', () => {
  let server: BlueskyServer;
  let us: BlueskyPerson;
  let fatima: BlueskyPerson;
  let henk: BlueskyPerson;
  beforeAll(async () => {
    server = await startBluesky();
    us = await server.person('waterkracht');
    fatima = await server.person('fatima');
    henk = await server.person('henk');
  }, 60_000);
  afterAll(() => server?.close());

  const streaming = () => ({ server, us, settings: { stream: 'relay', streamUrl: server.url } as const });

  async function after(connection: Connection, cursor: string | null, least: number) {
    const happened: Happened[] = [];
    let at = cursor;
    for (let tries = 0; tries < 300 && happened.length < least; tries += 1) {
      const page = await connection.receive(at);
      happened.push(...page.happened);
      at = page.cursor;
      if (happened.length < least) await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return { happened, cursor: at };
  }

  test('gives what is said to us and what is followed, again from a cursor, with what was taken back', async () => {
    const connection = opened({
      ...streaming(),
      settings: { ...streaming().settings, words: ['Waterkracht'] },
    });
    const { cursor } = await connection.receive(null);
    const asked = await fatima.post('@waterkracht.test de thermostaat doet het niet', mentioning(us));
    await henk.post('Niets voor jullie.');
    const overheard = await henk.post('Is WATERKRÁCHT een goede keus?');
    const first = await after(connection, cursor, 2);
    expect(first.happened).toEqual([
      expect.objectContaining({
        heard: expect.objectContaining({ externalId: asked.uri, author: fatima.did }),
      }),
      expect.objectContaining({ heard: expect.objectContaining({ externalId: overheard.uri }) }),
    ]);
    await fatima.remove(asked.uri);
    const then = await after(connection, first.cursor, 1);
    expect(then.happened).toEqual([expect.objectContaining({ kind: 'removed', externalId: asked.uri })]);
    await connection.close();
    // Somebody else goes on from an earlier place: nothing of it is lost.
    const again = opened({ ...streaming(), settings: { ...streaming().settings, words: ['waterkracht'] } });
    const ids = (await after(again, cursor, 3)).happened.map((one) =>
      'heard' in one ? one.heard.externalId : one.externalId,
    );
    expect(ids).toEqual([asked.uri, overheard.uri, asked.uri]);
    await again.close();
  });

  test('an answer hangs in the thread, once, however often it is sent; and can be taken away again', async () => {
    const connection = opened({ server, us });
    const asked = await fatima.post('Wanneer komt de monteur?', mentioning(us));
    const outgoing: Outgoing = {
      ...({ nonce: 'me_01jdfgh2k3abcdefghjkmnpqrs', attempt: 1, audience: 'public', locale: 'nl' } as const),
      text: '@fatima.test donderdag, zie https://waterkracht.example/monteur. #storing 👨‍👩‍👧‍👦',
      to: { handle: fatima.did, name: 'Fatima' },
      answers: { externalId: asked.uri, facts: { ...asked, root: asked } },
      writtenAt: '2026-11-24T10:00:00Z',
    };
    expect(await connection.find(outgoing)).toEqual({ kind: 'absent' });
    const [one, two] = [await connection.send(outgoing), await connection.send({ ...outgoing, attempt: 2 })];
    expect(one).toMatchObject({ kind: 'sent', externalId: connection.nameOf(outgoing) });
    expect(two).toMatchObject({ kind: 'sent', externalId: connection.nameOf(outgoing) });
    // Another text under the same key takes no place of what stands there.
    expect(await connection.send({ ...outgoing, attempt: 3, text: 'Iets anders' })).toMatchObject({
      kind: 'sent',
    });
    expect(await connection.find(outgoing)).toEqual({
      kind: 'there',
      externalId: connection.nameOf(outgoing),
    });
    const query = { repo: us.did, collection: 'app.bsky.feed.post' };
    const { records } = await us.call('com.atproto.repo.listRecords', { query });
    expect(records).toHaveLength(1);
    const [{ value }] = records as [
      { value: { text: string; reply: unknown; facets: { features: unknown[] }[] } },
    ];
    expect(value.text).toBe(outgoing.text);
    expect(value.reply).toEqual({ root: asked, parent: asked });
    expect(value.facets.flatMap(({ features }) => features)).toEqual([
      { $type: 'app.bsky.richtext.facet#mention', did: fatima.did },
      { $type: 'app.bsky.richtext.facet#link', uri: 'https://waterkracht.example/monteur' },
      { $type: 'app.bsky.richtext.facet#tag', tag: 'storing' },
    ]);
    const trying = { ...outgoing, nonce: 'me_01jdfgh2k3abcdefghjkmnpqrt', answers: null };
    expect(await connection.tryOut?.(trying)).toMatchObject({ kind: 'sent' });
    expect(await connection.find(trying)).toEqual({ kind: 'absent' });
    await connection.close();
  });

  test('signs in once and keeps the session; renews it; and says when the password is no longer good', async () => {
    const kept: Record<string, string>[] = [];
    const first = opened({ server, us, kept });
    await first.check();
    expect(kept).toHaveLength(1);
    const [session = {}] = kept;
    const second = opened({ server, us, kept, secrets: { ...session, password: 'niet meer nodig' } });
    await second.check();
    expect(kept).toHaveLength(1);
    const spent = { ...session, access: 'x.eyJleHAiOjF9.x', password: 'niet meer nodig' };
    await opened({ server, us, kept, secrets: spent }).check();
    expect(kept).toHaveLength(2);
    const wrong = opened({ server, us, secrets: { password: 'fout' } });
    await expect(wrong.check()).rejects.toMatchObject({ name: 'Refused', message: 'sign-in' });
    const outside = opened({ server, us, settings: { service: 'http://127.0.0.1:1' } });
    await expect(outside.check()).rejects.toMatchObject({ name: 'Outage', message: 'within' });
  });
});
