import type { Channel } from '../channel.ts';

/**
 * Mastodon, and every server that speaks its API. A post goes with a key of ours, which the server keeps for an hour;
 * whether it is there is seen in our own newest posts, and that only for so long as they go back.
 */
export const mastodon: Channel = {
  key: 'mastodon',
  name: 'Mastodon',
  receives: 'poll',
  replies: ['public', 'private'],
  edits: false,
  deletes: false,
  hides: false,
  likes: false,
  media: 0,
  maximumLength: 500,
  readOnly: false,
  sending: {
    dedupes: true,
    // It forgets a key after an hour.
    dedupesFor: 50 * 60_000,
    readBack: 'presence',
    visibilityLag: 5000,
    longestCall: 30_000,
    rate: { calls: 30, seconds: 60 },
  },
};
