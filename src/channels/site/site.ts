import type { Channel } from '../channel.ts';

/** The organisation's own site: a form and a chat. The other side is ours, so what lies there is known for certain. */
export const site: Channel = {
  key: 'site',
  name: 'Site',
  receives: 'push',
  replies: ['private'],
  edits: false,
  deletes: true,
  hides: false,
  likes: false,
  media: 0,
  maximumLength: null,
  readOnly: false,
  sending: {
    dedupes: true,
    readBack: 'both',
    visibilityLag: 0,
    longestCall: 10_000,
    rate: { calls: 600, seconds: 60 },
  },
};
