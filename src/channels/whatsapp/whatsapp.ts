import type { Channel } from '../channel.ts';

/** WhatsApp as the Cloud API gives it. What was sent cannot be looked for there, so a doubtful one is for a person. */
export const whatsapp: Channel = {
  key: 'whatsapp',
  name: 'WhatsApp',
  receives: 'push',
  replies: ['private'],
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
    readBack: 'none',
    visibilityLag: 0,
    // Outside the window its templates are asked for first.
    longestCall: 45_000,
    rate: { calls: 60, seconds: 60 },
  },
};
