/** The words around connecting an account on a server with the API of Mastodon. */
export const mastodon = {
  name: 'Mastodon',
  lead: 'Whoever names or answers you on Mastodon, or on another server that talks with it, comes in here. Your answer is never seen by more people than the question.',
  steps: {
    account: 'Sign in at your own Mastodon server with the account of your organisation.',
    application:
      'Go to Preferences, Development, New application. Call it Polder and leave the redirect address.',
    rights: 'Tick only these rights: read and write:statuses. Everything else can be off.',
    paste: 'Save, open the application, and paste its access token here.',
    back: 'Do you want to lock Polder out later? Delete the application there; that works at once.',
  },
  groups: { following: 'What else Polder follows' },
  fields: {
    handle: { label: 'Account name', hint: 'With the server, for example waterkracht@mastodon.nl.' },
    server: { label: 'Address of the server', hint: 'For example https://mastodon.nl.' },
    token: { label: 'Access token', hint: 'It is kept encrypted.' },
    tags: { label: 'Tags', hint: 'With commas between them; the hash sign can be left out.' },
    words: {
      label: 'Words',
      hint: 'With commas between them. What your server knows is searched, and only if it offers searching.',
    },
  },
  test: {
    lead: 'Polder sends a message that only this person sees.',
    to: 'To (account with server, for example els@mastodon.nl)',
  },
};
