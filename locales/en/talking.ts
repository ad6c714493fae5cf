/** What guests of the organisation's own site read. */
export const talking = {
  title: (organisation: string) => `Write with ${organisation}`,
  lead: 'Ask your question here. You do not have to sign in.',
  off: {
    title: 'You cannot write here now',
    next: 'This window is off for a while. Please try again later.',
  },
  expect: {
    open: 'We are open now.',
    closed: 'We are closed now.',
    opens: (moment: string) => `We open again ${moment}.`,
    answer: (moment: string) => `Write now, and you have an answer by ${moment}.`,
    none: 'We answer as soon as we can.',
  },
  form: {
    text: 'Your question',
    more: 'Write on',
    name: 'Your name',
    file: 'Send a file along',
    fileHint: 'A picture, for example. On this page up to 1.5 MB.',
    send: 'Send',
  },
  thread: {
    title: 'Our conversation',
    you: 'You',
    sent: 'Your message has arrived.',
    refresh: 'See whether there is an answer',
    kept: (days: number) =>
      `This conversation stays here for ${days} days, on this device. Do come back later.`,
  },
  address: {
    title: 'Be recognised on another device too',
    why: 'With your mail address we know that it is you. You get a mail with a link; without that link nothing happens.',
    label: 'Your mail address',
    send: 'Send me the link',
    sent: (address: string) =>
      `Look in your mail: a link was sent to ${address}. The link works for half an hour.`,
    proven: (address: string) => `You are recognised as ${address}.`,
  },
  question: 'Tell us how we helped you',
  privacy: {
    text: 'We keep what you write to answer you, and use it for nothing else without your consent.',
    link: 'What we do with messages',
  },
  proof: {
    subject: (organisation: string) => `Is this you? Confirm your mail address with ${organisation}`,
    text: (organisation: string, link: string, minutes: number) =>
      `Somebody writes with ${organisation} and gave this mail address. Is that you? Then confirm it here:\n\n${link}\n\nThe link works for ${minutes} minutes. If it is not you, you need to do nothing.`,
    title: 'Is this you?',
    lead: (address: string) =>
      `Somebody writes with us and gave ${address}. Confirm only if that is you yourself.`,
    submit: 'Yes, that is me',
    done: 'Thank you, your mail address is confirmed',
    doneWhy: 'You can close this window and write on.',
    gone: 'This link does not work (any more)',
    goneWhy: 'A link works once, and for half an hour. Ask for a new one in the conversation.',
  },
};
