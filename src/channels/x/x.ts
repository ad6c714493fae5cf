import type { Channel } from '../channel.ts';

/**
 * X, by its API version 2, which counts every call in money: what is read is paid by the post and by its writer, what is
 * written by the post, and much more with a link in it.
 */
export const x: Channel = {
  key: 'x',
  name: 'X',
  receives: 'poll',
  replies: ['public'],
  edits: false,
  deletes: false,
  hides: false,
  likes: false,
  media: 0,
  maximumLength: 280,
  readOnly: false,
  untried: true,
  costs: {
    unit: 'millidollars',
    per: 'month',
    zone: 'UTC',
    acts: { post: 5, writer: 10, own: 1, write: 15, writeLink: 200 },
    most: null,
  },
  sending: {
    dedupes: false,
    // Until it was tried there nobody relies on what is not found.
    readBack: 'presence',
    visibilityLag: 60_000,
    // The token may have to be renewed first.
    longestCall: 45_000,
    rate: { calls: 100, seconds: 86_400 },
  },
};
