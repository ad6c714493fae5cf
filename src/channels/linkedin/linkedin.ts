import type { Channel } from '../channel.ts';

/** What people write under the posts of a company page. */
export const linkedin: Channel = {
  key: 'linkedin',
  name: 'LinkedIn',
  receives: 'push',
  replies: ['public'],
  edits: false,
  deletes: false,
  hides: false,
  likes: false,
  media: 0,
  maximumLength: 1250,
  readOnly: false,
  untried: true,
  sending: {
    dedupes: false,
    // Until it was tried there nobody relies on what is not found.
    readBack: 'presence',
    visibilityLag: 30_000,
    longestCall: 25_000,
    rate: { calls: 100, seconds: 86_400 },
  },
};
