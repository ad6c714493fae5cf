import type { mail as nl } from '../nl/mail.ts';

export const mail: typeof nl = {
  signIn: {
    subject: 'Your link to your data',
    text: (link: string, minutes: number) => `Hello,

You asked for a link to your own data with us. The link works once, and for ${minutes} minutes.

To my data:
${link}

Was it not you who asked? Then you need not do anything. Without this link nobody gets to your data.`,
  },
  footer: (why: string, stop: string, mine: string) => `You get this mail because ${why}.

Stop this:
${stop}

All that we keep about you, and what for: ${mine}`,
  serviceFooter: (mine: string) => `All that we keep about you, and what for: ${mine}`,
  test: (subject: string) => `[test] ${subject}`,
  /** Goes behind “because”. */
  why: {
    offers: 'you want to get offers from us',
    invite: 'you want to get invitations from us',
    service: 'you are a customer of ours',
  },
};
