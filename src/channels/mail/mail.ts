import type { Channel } from '../channel.ts';

/** Mail as a channel. What was sent may be found in the mailbox where the server keeps it; not found says nothing. */
export const mail: Channel = {
  key: 'mail',
  name: 'Mail',
  receives: 'stream',
  replies: ['private'],
  edits: false,
  deletes: false,
  hides: false,
  likes: false,
  media: 0,
  maximumLength: null,
  readOnly: false,
  sending: {
    dedupes: false,
    readBack: 'presence',
    visibilityLag: 30_000,
    longestCall: 30_000,
    rate: { calls: 60, seconds: 60 },
  },
};
