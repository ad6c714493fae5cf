/** The words around connecting a mailbox. */
export const mail = {
  name: 'Mail',
  lead: 'The mailbox where customers write to. Polder changes nothing there: mail stays, and stays unread.',
  steps: {},
  groups: {
    imap: 'Incoming mail (IMAP)',
    smtp: 'Outgoing mail (SMTP)',
    oauth: 'Access without a password (OAuth)',
  },
  fields: {
    address: {
      label: 'Mail address',
      hint: 'Where customers write to, for example service@waterkracht.example.',
    },
    name: { label: 'Name of the sender', hint: 'This name stands above your answers.' },
    user: {
      label: 'User',
      hint: 'Usually the mail address. Use a password of its own for Polder if your mail server can do that.',
    },
    password: { label: 'Password' },
    imapHost: { label: 'Server' },
    imapPort: { label: 'Port' },
    imapSecure: {
      label: 'Security',
      choices: { yes: 'TLS from the start (993, 465)', no: 'STARTTLS (143, 587)' },
    },
    smtpHost: { label: 'Server' },
    smtpPort: { label: 'Port' },
    smtpSecure: {
      label: 'Security',
      choices: { yes: 'TLS from the start (993, 465)', no: 'STARTTLS (143, 587)' },
    },
    signIn: { label: 'Signing in to send', choices: { yes: 'with the same user', no: 'not needed' } },
    days: {
      label: 'Earlier mail',
      hint: 'How far back is read the first time.',
      choices: { '0': 'only what comes in from now on', '7': 'the last 7 days', '30': 'the last 30 days' },
    },
    plus: {
      label: 'Addresses with a plus',
      hint: 'Does mail to name+anything@ reach you? Then Polder also knows answers by their address.',
      choices: { no: 'no', yes: 'yes' },
    },
    filedBy: {
      label: 'Sent folder',
      hint: 'Some providers put what they send into Sent themselves.',
      choices: { polder: 'Polder puts answers there', server: 'the server does so itself' },
    },
    tokenUrl: {
      label: 'Address for tokens',
      hint: 'Only when the provider no longer takes a password, as Google and Microsoft do. Begins with https.',
    },
    clientId: { label: 'Client ID' },
    clientSecret: { label: 'Client secret' },
    refreshToken: { label: 'Refresh token', hint: 'With this token Polder asks for access again and again.' },
  },
};
