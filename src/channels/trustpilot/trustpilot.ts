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
    // Until it was tried there nobody relies on what is not found.
    readBack: 'presence',
    visibilityLag: 60_000,
    // The token may have to be renewed first.
    longestCall: 45_000,
    rate: { calls: 60, seconds: 60 },
  },
};
