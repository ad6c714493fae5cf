/** The words around connecting a forum that runs Discourse. */
export const discourse = {
  name: 'Discourse',
  lead: 'A forum on Discourse. Posts come in by topic; your answer stands there as a reply.',
  steps: {
    user: 'Take a user of its own for your organisation on the forum, without the rights of an administrator.',
    key: 'Have an administrator make a key under API for that one user, for reading and writing posts only.',
    hook: 'Have a webhook made under Webhooks for post events, to the address that stands on the page of this channel after you kept it, with a secret of at least 12 characters.',
  },
  fields: {
    url: { label: 'Address of the forum', hint: 'For example https://forum.waterkracht.example.' },
    username: { label: 'User', hint: 'Your answers stand there under that name.' },
    apiKey: { label: 'API key' },
    secret: { label: 'Secret of the webhook', hint: 'The same as on the forum.' },
  },
};

/** The words around connecting a feed. */
export const feed = {
  name: 'Feed',
  lead: 'A blog, news site or forum with a feed (RSS, Atom or JSON). Polder reads along; nothing can be answered there.',
  steps: {
    find: 'Find the address of the feed. Often there is a link to RSS, or it is /feed behind the address of the site.',
    comments: 'If you want to read the comments, take the feed of the comments, if the site has one.',
  },
  fields: {
    url: {
      label: 'Address of the feed',
      hint: 'What stands in it now is not read; only what is added after that.',
    },
  },
};
