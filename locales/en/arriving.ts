import { pluralFor } from '../plural.ts';

const plural = pluralFor('en');

/** Around channels that others hand messages in to. */
export const arriving = {
  site: {
    title: 'Put it into your site',
    lead: 'Put these two lines on every page where the chat must stand, just before the end. Without JavaScript the link stays, to the same as a form. Colours and font are set with CSS: --polder-accent, --polder-font and so on.',
    snippet: 'Lines for your site',
    form: 'The form stands at',
    trial: 'Try the chat on an empty page',
  },
  pushed: {
    title: 'Address that the other side sends to',
    lead: 'Enter this address in the other program. What comes in there and is signed well is kept and then read; the rest is refused.',
    sample: 'See what Polder reads in an example',
    forged: (n: number) =>
      plural(n, '# try without the right signature', '# tries without the right signature'),
    forgedWhy: (moment: string) =>
      `In the last seven days, most recently on ${moment}. Nothing of it was kept. Is it your own program? Then check the secret.`,
  },
  sample: {
    title: 'Try an example',
    lead: (name: string) => `Paste what ${name} would send. Nothing of it is kept.`,
    sample: 'Example (JSON)',
    look: 'Read the example',
    back: 'Back to the channel',
    wrong: {
      'no-json': 'This is no JSON',
      'no-words': 'There is no text in the place that was given',
      'too-many-items': 'These are more than 500 messages at once',
    },
    wrongNext: 'Check the example, and under Access where the text stands.',
    read: (n: number) => plural(n, 'Polder reads # message', 'Polder reads # messages'),
    nobody: 'nothing',
    columns: { text: 'Text', author: 'Writer', time: 'Time', id: 'Id', thread: 'Conversation' },
  },
};
