import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFile } from './reading.ts';

/** Only where these public data sets are at hand; none of their rows is part of Polder. */
const folder = process.env.BENCH_DATA ?? join(import.meta.dirname, '../../../../shared/data');

interface Expected {
  readonly heard: number;
  readonly rejected: number;
  readonly outbound: number;
  readonly replies: number;
  readonly timeless: number;
}

const files: readonly [string, Expected][] = [
  ['airline/airline.csv.gz', { heard: 11_672, rejected: 0, outbound: 0, replies: 0, timeless: 0 }],
  [
    'support-threads/threads.csv.gz',
    { heard: 1839, rejected: 0, outbound: 918, replies: 1035, timeless: 804 },
  ],
  [
    'support-twcs/spotify-inbound.csv.gz',
    { heard: 11_996, rejected: 7, outbound: 0, replies: 11_992, timeless: 0 },
  ],
  [
    'support-twcs/mixed-inbound.csv.gz',
    { heard: 4777, rejected: 0, outbound: 0, replies: 0, timeless: 4777 },
  ],
  ['support-twcs/sample-threads.csv', { heard: 93, rejected: 0, outbound: 44, replies: 68, timeless: 0 }],
  ['webcare/messages.csv', { heard: 320, rejected: 0, outbound: 0, replies: 0, timeless: 320 }],
  ['webcare/threads.jsonl', { heard: 174, rejected: 0, outbound: 71, replies: 134, timeless: 0 }],
];

describe.skipIf(!existsSync(folder))('a real file is read wholly', () => {
  test.each(files)('%s', async (name, expected) => {
    const counted = { heard: 0, rejected: 0, outbound: 0, replies: 0, timeless: 0 };
    for await (const { heard, rejected } of readFile(join(folder, name), { zone: 'Europe/Amsterdam' })) {
      counted.heard += heard.length;
      counted.rejected += rejected.length;
      counted.outbound += heard.filter((message) => !message.inbound).length;
      counted.replies += heard.filter((message) => message.replyTo !== null).length;
      counted.timeless += heard.filter((message) => message.sentAt === null).length;
    }
    expect(counted).toEqual(expected);
  });
});
