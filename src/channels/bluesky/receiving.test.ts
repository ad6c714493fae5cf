import { expect, test } from 'vitest';
import { turnedClock } from '../../platform/clock.ts';
import { XrpcRefusal } from './calling.ts';
import { receivingOver } from './receiving.ts';
import type { Session } from './session.ts';
import type { Stream } from './stream.ts';

test('beside a stream the lists are asked now and then, however often it wakes', async () => {
  const clock = turnedClock('2026-11-24T10:00:00Z');
  const asked: string[] = [];
  const session = {
    call: async ({ method }: { method: string }) => {
      asked.push(method);
      throw new XrpcRefusal(501, 'MethodNotImplemented', '');
    },
    did: () => 'did:plc:ours',
  } as unknown as Session;
  let seq = 0;
  const stream: Stream = {
    take: () => {
      seq += 1;
      return { caught: [], seq: String(seq), more: false };
    },
    ...{ seen: () => String(seq), settled: async () => {}, more: async () => {}, ended: () => undefined },
    close: () => {},
  };
  const receiving = receivingOver({
    ...{ session, clock, did: 'did:plc:ours', words: [], accounts: [], openStream: async () => stream },
    ...{ heardOf: async () => new Set<string>(), namesOf: async () => new Map<string, string>() },
  });
  let { cursor } = await receiving.receive(null);
  const first = asked.length;
  expect(first).toBeGreaterThan(0);
  for (let turn = 0; turn < 20; turn += 1) ({ cursor } = await receiving.receive(cursor));
  expect(asked).toHaveLength(first);
  clock.forward({ seconds: 15 });
  await receiving.receive(cursor);
  expect(asked.length).toBeGreaterThan(first);
  receiving.close();
});
