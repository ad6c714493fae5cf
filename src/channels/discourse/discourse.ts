import type { Channel } from '../channel.ts';

/** A forum that runs Discourse: its webhooks bring posts, its API takes answers into the same topic. */
export const discourse: Channel = {
  key: 'discourse',
  name: 'Discourse',
  receives: 'push',
  replies: ['public'],
  edits: false,
  deletes: false,
  hides: false,
  likes: false,
  media: 0,
  maximumLength: 32_000,
  readOnly: false,
  sending: {
    dedupes: false,
    // One that waits for a moderator, or that one took away, is not found either.
    readBack: 'presence',
    visibilityLag: 10_000,
    longestCall: 25_000,
    rate: { calls: 20, seconds: 60 },
  },
};
