import type { Channel } from '../channel.ts';

/**
 * Bluesky as a channel. A post of ours gets its key there beforehand, so the same one twice is one, and it is either
 * there or it is not. Writing costs points there (3 of 5,000 an hour for a new one), far above this rate.
 */
export const bluesky: Channel = {
  key: 'bluesky',
  name: 'Bluesky',
  receives: 'poll',
  replies: ['public'],
  edits: false,
  deletes: true,
  hides: false,
  likes: false,
  media: 0,
  maximumLength: 300,
  readOnly: false,
  sending: {
    dedupes: true,
    readBack: 'both',
    visibilityLag: 5000,
    longestCall: 30_000,
    rate: { calls: 30, seconds: 60 },
  },
};
