import type { Channel } from '../channel.ts';

/** What people think of an organisation on Trustpilot. Each review takes one answer. */
export const trustpilot: Channel = {
  key: 'trustpilot',
  name: 'Trustpilot',
  receives: 'poll',
  replies: ['public'],
  edits: false,
  deletes: false,
  hides: false,
  likes: false,
  media: 0,
  maximumLength: 4096,
  readOnly: false,
  untried: true,
  sending: {
    dedupes: false,
    readBack: 'both',
    visibilityLag: 60_000,
    longestCall: 25_000,
    rate: { calls: 60, seconds: 60 },
  },
};
