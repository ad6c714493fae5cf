import type { Channel } from '../channel.ts';

/**
 * Any program that can sign: messages come in as signed posts, answers go out the same way under a key that stays the
 * same in every try, so that one who knows it takes it once.
 */
export const webhook: Channel = {
  key: 'webhook',
  name: 'Webhook',
  receives: 'push',
  replies: ['private'],
  edits: false,
  deletes: false,
  hides: false,
  likes: false,
  media: 0,
  maximumLength: null,
  readOnly: false,
  sending: {
    dedupes: true,
    readBack: 'none',
    visibilityLag: 0,
    longestCall: 20_000,
    rate: { calls: 120, seconds: 60 },
  },
};
