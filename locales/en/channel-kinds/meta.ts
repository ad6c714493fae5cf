const app = {
  appId: { label: 'App ID', hint: 'Stands at the top of the dashboard of the app.' },
  appSecret: {
    label: 'App secret',
    hint: 'In the app under Settings, Basic. It shows that a message really comes from Meta.',
  },
};
const name = { label: 'Name', hint: 'What this channel is called in the inbox.' };
const verifyToken = {
  label: 'Verify token',
  hint: 'Think of one of at least 8 characters. Meta asks for it at the webhook.',
};
const groups = { app: 'Your app at Meta' };
const makeApp = 'Make an app of the type Business on developers.facebook.com, or open one.';
const webhook =
  'Save this form. Then put the address of this channel and the verify token into the app under Webhooks';
const pageToken =
  'Make a system user in Meta Business Suite, give it this page only, and make a token that does not expire with the rights';

/** The words around connecting what is of Meta. */
export const facebook = {
  name: 'Facebook',
  lead: 'Comments under the posts of your page, and what people put on it. Answers stand below them in public.',
  steps: {
    app: makeApp,
    token: `${pageToken} pages_read_engagement, pages_read_user_content, pages_manage_engagement and pages_manage_metadata.`,
    webhook: `${webhook}, at Page, and switch on feed and mention.`,
    page: 'Link the app to the page (subscribed_apps). Without it Meta sends nothing.',
  },
  groups,
  fields: {
    name,
    pageId: { label: 'Number of the page', hint: 'Under About, Page transparency.' },
    ...app,
    token: { label: 'Token of the page' },
    verifyToken,
  },
};

export const messenger = {
  name: 'Messenger',
  lead: 'Private messages to your page. You can answer freely up to 24 hours after the last message of the customer.',
  steps: {
    app: makeApp,
    token: `${pageToken} pages_messaging, pages_read_engagement and pages_manage_metadata.`,
    save: 'Save this form. Polder asks every 20 seconds whether there is something; no webhook is needed.',
  },
  groups,
  fields: {
    name,
    pageId: { label: 'Number of the page', hint: 'Under About, Page transparency.' },
    ...app,
    token: { label: 'Token of the page' },
  },
};

export const instagram = {
  name: 'Instagram',
  lead: 'Comments under your posts and where people name you. Instagram does not tell when somebody changes a comment or takes it away.',
  steps: {
    account: 'Make the account a business account, and link it to your Facebook page.',
    app: makeApp,
    token: `${pageToken} instagram_basic, instagram_manage_comments, pages_show_list and pages_read_engagement.`,
    webhook: `${webhook}, at Instagram, and switch on comments and mentions.`,
  },
  groups,
  fields: {
    name,
    accountId: {
      label: 'Number of the account',
      hint: 'Not the name: the number that Meta gives (instagram_business_account).',
    },
    ...app,
    token: { label: 'Token' },
    verifyToken,
  },
};

export const instagramDirect = {
  name: 'Instagram (private)',
  lead: 'Private messages to your account. You can answer freely up to 24 hours after the last message of the customer.',
  steps: {
    account: 'Allow access for connected tools in the Instagram app, under Messages.',
    app: makeApp,
    token: `${pageToken} instagram_basic, instagram_manage_messages and pages_manage_metadata.`,
    save: 'Save this form. Polder asks every 20 seconds whether there is something; no webhook is needed.',
  },
  groups,
  fields: {
    name,
    accountId: {
      label: 'Number of the account',
      hint: 'Not the name: the number that Meta gives (instagram_business_account).',
    },
    pageId: { label: 'Number of the page', hint: 'Of the Facebook page that the account belongs to.' },
    ...app,
    token: { label: 'Token of the page' },
  },
};

export const whatsapp = {
  name: 'WhatsApp',
  lead: 'WhatsApp from Meta itself (Cloud API). Up to 24 hours after the last message of the customer you can answer freely; after that only in the words of an approved template.',
  steps: {
    app: `${makeApp} Add WhatsApp and link your number.`,
    token:
      'Make a system user in Meta Business Suite, give it this WhatsApp account only, and make a token that does not expire with the rights whatsapp_business_messaging and whatsapp_business_management.',
    webhook: `${webhook}, at WhatsApp Business Account, and switch on messages.`,
    templates:
      'Have templates approved at Meta for what you want to say later than 24 hours. If you write exactly those words, the answer leaves as that template.',
  },
  groups,
  fields: {
    name,
    phoneNumberId: { label: 'Phone number ID', hint: 'Not the phone number itself: its number at Meta.' },
    accountId: { label: 'WhatsApp Business Account ID' },
    ...app,
    token: { label: 'Token' },
    verifyToken,
  },
  test: {
    lead: 'Send a message to your own phone. First send a message from that phone to this number; otherwise WhatsApp takes a template only.',
    to: 'Phone number with country code, without + (31612345678)',
  },
};
