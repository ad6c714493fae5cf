import type { RefusalWords } from '../refusals.ts';

export const channelRefusals: Record<string, RefusalWords> = {
  'not-found.channel-connection': {
    title: 'This channel is not there',
    next: 'It may have been disconnected.',
  },
  'not-found.channel-aside': { title: 'This message is gone', next: 'It was read or thrown away.' },
  'not-found.attachment': {
    title: 'This attachment is not there',
    next: 'It may have been too large to keep.',
  },
  'conflict.channel-connected': {
    title: 'This account is connected already',
    next: 'Open it in the list and change its access there.',
  },
  'forbidden.arrival': {
    title: 'This is not from who it says',
    next: 'The signature is wrong, or the message is too old. Check the secret on both sides.',
  },
  'too-many.arrivals': { title: 'Too many wrong tries', next: 'Wait five minutes.' },
  'invalid.packed-body': {
    title: 'A packed body is not taken',
    next: 'Send the message without Content-Encoding.',
  },
  'invalid.slow-body': { title: 'The message came too slowly', next: 'Send it again.' },
  'conflict.channel-untried': { title: 'This was not tried yet', next: 'Choose Try first.' },
  'conflict.answer-settled': {
    title: 'This answer was decided about already',
    next: 'Load the conversation again to see what became of it.',
  },
};
