/** The words around connecting an account on Bluesky. */
export const bluesky = {
  name: 'Bluesky',
  lead: 'Whoever names, answers or quotes you on Bluesky comes in here; your answer stands there in the same thread.',
  steps: {
    account: 'Sign in at bsky.app with the account of your organisation.',
    password:
      'Go to Settings, Privacy and security, App passwords. Make one called Polder. Access to direct messages is not needed.',
    paste: 'Paste that password here. The usual password of the account is not needed; give it to nobody.',
    back: 'Do you want to lock Polder out later? Delete this app password in the same place.',
  },
  groups: {
    following: 'What else Polder follows',
    stream: 'Everything at once (not needed for who names you)',
  },
  fields: {
    handle: { label: 'Name of the account', hint: 'For example waterkracht.bsky.social.' },
    password: { label: 'App password', hint: 'Four groups of four characters. It is kept encrypted.' },
    service: {
      label: 'Address of the server',
      hint: 'Different only if your account is on a server of its own.',
    },
    words: { label: 'Words', hint: 'With commas between them, for example: Waterkracht, outage.' },
    accounts: { label: 'Followed accounts', hint: 'Of which everything is read, with commas between them.' },
    stream: {
      label: 'Stream',
      hint: 'Reads everything that is said on Bluesky and keeps only what you follow. Costs traffic.',
      choices: {
        none: 'none: ask every fifteen seconds what there is',
        relay: 'of the relay',
        jetstream: 'of a Jetstream',
      },
    },
    streamUrl: { label: 'Address of the stream', hint: 'Empty: the one of Bluesky itself.' },
  },
  test: {
    lead: 'Polder posts a test message and takes it away again at once. Whoever looks at that moment may see it briefly.',
  },
};
