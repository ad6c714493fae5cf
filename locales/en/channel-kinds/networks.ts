const name = { label: 'Name', hint: 'What this channel is called in the inbox.' };
const groups = { app: 'Your app there' };

/** The words around connecting networks where every access must be asked for. */
export const x = {
  name: 'X',
  lead: 'Posts in which people name you. X charges every call: what you read by the post, what you write by the answer. So this channel has an amount per month at which it stops.',
  steps: {
    app: 'Make a project with an app on developer.x.com, and put credit there.',
    rights:
      'Switch on OAuth 2.0 with tweet.read, tweet.write, users.read and offline.access only, and get a refresh token for your account.',
    webhook:
      'Only when X delivers posts to Polder: save this form with the API secret of the app, then register the address of this channel as a webhook. The address must not hold a port.',
  },
  groups,
  fields: {
    username: { label: 'User name', hint: 'Without @.' },
    userId: { label: 'Number of the account' },
    budget: {
      label: 'At most per month, in dollars',
      hint: 'When it is used up this channel reads and writes nothing until the next month.',
    },
    way: {
      label: 'How posts come in',
      choices: { poll: 'Polder asks every two minutes', webhook: 'X delivers (Account Activity)' },
    },
    clientId: { label: 'Client ID' },
    clientSecret: { label: 'Client secret', hint: 'Empty for an app without one.' },
    consumerSecret: { label: 'API secret', hint: 'Only when X delivers: X signs with it.' },
    refreshToken: { label: 'Refresh token' },
  },
};

export const linkedin = {
  name: 'LinkedIn',
  lead: 'Comments under the posts of your company page, and where people name it. LinkedIn lets approved apps in only.',
  steps: {
    app: 'Ask for the Community Management API for your app on developer.linkedin.com, and wait for approval.',
    token:
      'Get a token with r_organization_social and w_organization_social as an admin of the page. It holds sixty days; Polder warns a week ahead.',
    webhook:
      'Save this form. Then put the address of this channel into the app under Webhooks, and subscribe the page to ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS.',
  },
  groups,
  fields: {
    name,
    organizationId: { label: 'Number of the page', hint: 'Stands in the address when you manage the page.' },
    clientId: { label: 'Client ID' },
    clientSecret: { label: 'Client secret', hint: 'It shows that a message really comes from LinkedIn.' },
    token: { label: 'Token' },
  },
};

export const youtube = {
  name: 'YouTube',
  lead: 'Comments under your films. Google gives 10,000 units a day: asking costs 1, an answer 50. That is 170 answers a day at most.',
  steps: {
    project: 'Make a project on console.cloud.google.com and switch on YouTube Data API v3.',
    client:
      'Make an OAuth client there, and get a refresh token as the owner of the channel with the right youtube.force-ssl only.',
    publish: 'Set the app to Published; while it is in testing the token ends after seven days.',
  },
  groups,
  fields: {
    name,
    channelId: { label: 'Channel ID', hint: 'Begins with UC.' },
    clientId: { label: 'Client ID' },
    clientSecret: { label: 'Client secret' },
    refreshToken: { label: 'Refresh token' },
  },
};

export const trustpilot = {
  name: 'Trustpilot',
  lead: 'Reviews of your organisation. Each review takes one answer at most.',
  steps: {
    key: 'Make an API key in Trustpilot Business under Integrations. The module Connect is needed for it.',
    user: 'Look up the number of your business and that of the colleague in whose name answers stand.',
  },
  fields: {
    name,
    businessUnitId: { label: 'Number of the business (business unit)', hint: '24 characters.' },
    businessUserId: {
      label: 'Number of the colleague (business user)',
      hint: 'Stands on their profile. 24 characters.',
    },
    apiKey: { label: 'API key' },
    apiSecret: { label: 'API secret' },
  },
};
