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
  certificate: {
    subject: 'Your data has been erased',
    line: (place: string, n: number) => `- ${place}: ${n}`,
    text: (gone: string, at: string, proof: string) => `Hello,

As you asked, we erased your data. On ${at} we checked that all of it is gone. This went:

${gone}

This is your proof. Keep it if you like; we keep it without your name or address.
Number and fingerprint: ${proof}

This mail address goes now as well. You will hear nothing more from us, unless you write to us again.`,
  },
  /** To who turned 16. */
  ofAge: {
    subject: 'You decide about your data yourself now',
    text: (link: string) => `Hello,

You turned 16. Until now everything that needs consent was off with us, because you were younger. It is still off. From now on you choose yourself:

${link}

Do you want to change nothing? Then you need do nothing.`,
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
