import type { Channel } from '../channel.ts';

/** What people write under the posts of an account, and where they name it. */
export const instagram: Channel = {
  key: 'instagram',
  name: 'Instagram',
  receives: 'push',
  replies: ['public'],
  edits: false,
  deletes: false,
  hides: false,
  likes: false,
  media: 0,
  maximumLength: 2200,
  readOnly: false,
  untried: true,
  sending: {
    dedupes: false,
    // Until it was tried there nobody relies on what is not found.
    readBack: 'presence',
    visibilityLag: 30_000,
    longestCall: 25_000,
    rate: { calls: 60, seconds: 3600 },
  },
};

/** What people write to the account in private. */
export const instagramDirect: Channel = {
  ...instagram,
  key: 'instagram-direct',
  name: 'Instagram (private)',
  receives: 'poll',
  replies: ['private'],
  maximumLength: 1000,
};
