/** A colleague who forgot the password: the way back. */
export const password = {
  forgotten: 'Forgot your password?',
  page: {
    title: 'Forgot your password',
    lead: 'Fill in the address you sign in with. We mail you a link to choose another password.',
    noMail: 'Polder cannot send mail here yet. An administrator gives you a link to choose another password.',
    submit: 'Mail me a link',
    asked: 'Look in your mail',
    askedWhat: (minutes: number) =>
      `If this address is a colleague’s, a link is on its way. It works once, for ${minutes} minutes.`,
    otherwise:
      'Nothing comes? Ask an administrator for a link. If you are the only one yourself, whoever keeps the server can make one, with the command “polder password”.',
    back: 'Back to signing in',
  },
  reset: {
    title: 'Choose another password',
    lead: (email: string) => `You sign in as ${email}.`,
    why: 'Everywhere you are signed in now, you are out at once. Here you go on.',
    submit: 'Keep and sign in',
    gone: 'This link works no more',
    goneWhy: 'It was used, is older than half an hour, or there is a newer one.',
    anew: 'Ask for a new link',
  },
  colleague: {
    send: 'Send a link for another password',
    why: (minutes: number) =>
      `For a colleague who lost the password. The link works once, for ${minutes} minutes. The old password goes on working until there is another.`,
    byHand: 'Give this link to your colleague, and to nobody else',
    byHandNext: (minutes: number) =>
      `Polder cannot send mail yet. The link works once, for ${minutes} minutes, and cannot be seen again.`,
    links: 'Another password',
    by: {
      self: (at: string) => `Asked by themselves, ${at}.`,
      administrator: (at: string, name: string) => `Link made by ${name}, ${at}.`,
      server: (at: string) => `Link made on the server, ${at}.`,
    },
    used: (at: string) => `Used ${at}.`,
    unused: 'Not used.',
  },
  mail: {
    link: {
      subject: 'Choose another password for Polder',
      text: (name: string, link: string, minutes: number) => `Hello ${name},

With this link you choose another password for Polder:

${link}

The link works once, for ${minutes} minutes.

Did you not ask for this? Then you need do nothing. Your password stays as it is.`,
    },
    changed: {
      subject: 'Your password for Polder was changed',
      text: (name: string) => `Hello ${name},

Your password for Polder was changed just now, with a link. You are signed out everywhere you were.

Was this not you? Tell an administrator at once.`,
    },
  },
};
