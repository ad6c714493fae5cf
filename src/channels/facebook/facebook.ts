import type { Channel } from '../channel.ts';

/** What people write under the posts of a page, and on it. */
export const facebook: Channel = {
  key: 'facebook',
  name: 'Facebook',
  receives: 'push',
  replies: ['public'],
  edits: false,
  deletes: false,
  hides: false,
  likes: false,
  media: 0,
  maximumLength: 8000,
  readOnly: false,
  untried: true,
  sending: {
    dedupes: false,
    // Comments take no key along; all of ours under a message can be listed. Until it was tried there nobody relies on what is not found.
    readBack: 'presence',
    visibilityLag: 30_000,
    longestCall: 25_000,
    rate: { calls: 60, seconds: 3600 },
  },
};

/** What people write to a page in private. */
export const messenger: Channel = {
  ...facebook,
  key: 'messenger',
  name: 'Messenger',
  receives: 'poll',
  replies: ['private'],
  maximumLength: 2000,
};
