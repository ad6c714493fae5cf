import { expect, test } from 'vitest';
import type { Connection } from './connection.ts';
import { type Claimed, type Desk, type Ending, sendingRules, sendNext } from './sending.ts';
import { twinChannel } from './twin/twin.ts';

const minute = 60_000;
const channel = twinChannel({ dedupes: true, readBack: 'presence', dedupesFor: 50 * minute });
const { sending } = channel;

/** One try of an answer that was handed in so many minutes ago: was it called, and what became of it? */
async function tried(minutes: number, doubted: boolean) {
  const now = 100 * minute;
  const claimed = {
    ...{
      outgoing: { nonce: 'me_1', attempt: 2 },
      claimedAt: now,
      since: now - minutes * minute,
      doubted,
      asked: 0,
    },
  } as unknown as Claimed;
  const settled: Ending[] = [];
  let calls = 0;
  const desk = {
    ...{ claim: async () => claimed, now: () => now, failpoint: async () => {} },
    settle: async (_: Claimed, ending: Ending) => {
      settled.push(ending);
    },
  } as unknown as Desk;
  const connection = {
    channel,
    send: async () => {
      calls += 1;
      return { kind: 'sent', externalId: '1', answer: '' };
    },
  } as unknown as Connection;
  await sendNext(desk, connection);
  const look =
    sending && sendingRules.endingAfterLook(claimed, { kind: 'unsure' }, { sending, now, chance: 0 });
  return { calls, state: settled[0]?.state, afterLook: look?.state };
}

test('a doubted answer is sent again only while the other side remembers its key', async () => {
  expect(await tried(49, true)).toEqual({ calls: 1, state: 'sent', afterLook: 'queued' });
  expect(await tried(51, true)).toEqual({ calls: 0, state: 'unknown', afterLook: 'unknown' });
  expect(await tried(51, false)).toMatchObject({ calls: 1, state: 'sent' });
});
