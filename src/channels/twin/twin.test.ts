import { keepsTheContract } from '../fixtures/contract.ts';
import { openTwin, twinChannel } from './twin.ts';
import { calmWorld } from './world.ts';

const ways = {
  'a twin that takes keys': twinChannel({ dedupes: true, readBack: 'none' }),
  'a twin that can be read back': twinChannel({ readBack: 'both' }),
  'a twin that shows what it has': twinChannel({ readBack: 'presence' }),
  'a twin that tells nothing': twinChannel({ readBack: 'none' }),
};

for (const [name, channel] of Object.entries(ways)) {
  keepsTheContract(name, async () => {
    const world = calmWorld(() => 1_000_000);
    let count = 0;
    return {
      connection: openTwin(world, channel),
      say: async (text) => {
        count += 1;
        const externalId = `said:${count}`;
        world.told.push({
          kind: 'said',
          heard: {
            ...{ line: 1, externalId, text, author: '@fatima', sentAt: null, inbound: true, replyTo: null },
            ...{ thread: null, account: null, department: null, automatic: false },
          },
        });
        return externalId;
      },
      seen: async () => world.posts.map(({ text }) => text),
      close: async () => {},
    };
  });
}
