import type { Channel } from '../channel.ts';

/** What people write under the films of a channel. The network gives so many units a day; an answer is fifty of them. */
export const youtube: Channel = {
  key: 'youtube',
  name: 'YouTube',
  receives: 'poll',
  replies: ['public'],
  edits: false,
  deletes: false,
  hides: false,
  likes: false,
  media: 0,
  maximumLength: 10_000,
  readOnly: false,
  untried: true,
  costs: {
    unit: 'units',
    per: 'day',
    zone: 'America/Los_Angeles',
    acts: { list: 1, reply: 50 },
    most: 10_000,
  },
  sending: {
    dedupes: false,
    // Until it was tried there nobody relies on what is not found.
    readBack: 'presence',
    visibilityLag: 60_000,
    // The token may have to be renewed first.
    longestCall: 45_000,
    rate: { calls: 30, seconds: 60 },
  },
};
