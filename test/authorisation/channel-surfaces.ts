import { act, type Surface } from './surface.ts';

/** The pages around channels, and what a conversation shows of them. */
export const channelSurfaces: Readonly<Record<string, Surface>> = {
  'conversations/:id/delivery': {
    get: 'signed-in',
    within: true,
    post: [act('conversation.answer', { message: 'me_nobody', what: 'dropped' })],
  },
  'conversations/:id/attachments/:attachment': { get: 'inbox.read', within: true },
  'talk/:account': { get: 'public', post: [act('public', { act: 'say', text: 'Hallo' })] },
  'talk/:account/proof': { get: 'public', post: [act('public', { token: 'x' })] },
  'organisation/channels': { get: 'channel.manage' },
  'organisation/channels/new': { get: 'channel.manage' },
  'organisation/channels/new/:kind': {
    get: 'channel.manage',
    post: [
      act('channel.manage', {
        ...{ address: 'service@waterkracht.example', name: 'Waterkracht', user: 'service' },
        ...{ password: 'dijken en dammen', days: '0', plus: 'no', signIn: 'yes' },
        ...{ imapHost: 'imap.waterkracht.example', imapPort: '993', imapSecure: 'yes' },
        ...{ smtpHost: 'smtp.waterkracht.example', smtpPort: '465', smtpSecure: 'yes' },
      }),
    ],
  },
  'organisation/channels/:id/sample': {
    get: 'channel.manage',
    post: [act('channel.manage', { sample: '{}' })],
  },
  'organisation/channels/:id': { get: 'channel.manage', post: [act('channel.manage', { act: 'try' })] },
};
