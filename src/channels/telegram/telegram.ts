import type { Channel } from '../channel.ts';

/**
 * Telegram by a bot. What was sent cannot be looked for there, and nothing there takes a key: of an answer whose call
 * was cut off a person decides. 30 messages a second in all, one a second in a chat (core.telegram.org/bots/faq).
 */
export const telegram: Channel = {
  key: 'telegram',
  name: 'Telegram',
  receives: 'poll',
  replies: ['private'],
  edits: false,
  deletes: false,
  hides: false,
  likes: false,
  media: 0,
  maximumLength: 4096,
  readOnly: false,
  sending: {
    dedupes: false,
    readBack: 'none',
    visibilityLag: 0,
    longestCall: 30_000,
    rate: { calls: 20, seconds: 1 },
  },
};
