/** Words of the mails that Polder itself writes, and of the screens about outgoing mail. */
export const mail = {
  signIn: {
    subject: 'Uw link naar uw gegevens',
    text: (link: string, minutes: number) => `Goedendag,

U vroeg om een link naar uw eigen gegevens bij ons. De link werkt één keer, en ${minutes} minuten lang.

Naar mijn gegevens:
${link}

Vroeg u dit niet? Dan hoeft u niets te doen. Zonder deze link kan niemand bij uw gegevens.`,
  },
  /** The last mail that somebody gets who was erased. */
  certificate: {
    subject: 'Uw gegevens zijn gewist',
    line: (place: string, n: number) => `- ${place}: ${n}`,
    text: (gone: string, at: string, proof: string) => `Goedendag,

Op uw verzoek hebben wij uw gegevens gewist. Op ${at} keken wij na dat alles weg is. Dit ging weg:

${gone}

Dit is uw bewijs. Bewaar het als u wilt; wij bewaren het zonder uw naam of adres.
Nummer en vingerafdruk: ${proof}

Ook dit mailadres gaat nu weg. U hoort niets meer van ons, tenzij u ons zelf weer schrijft.`,
  },
  /** Aan wie 16 werd. */
  ofAge: {
    subject: 'U beslist nu zelf over uw gegevens',
    text: (link: string) => `Goedendag,

U bent 16 geworden. Tot nu toe stond bij ons alles uit waarvoor toestemming nodig is, omdat u jonger was. Dat staat nog steeds uit. Vanaf nu kiest u zelf:

${link}

Wilt u niets veranderen? Dan hoeft u niets te doen.`,
  },
  /** Under every mail that is no service. */
  footer: (why: string, stop: string, mine: string) => `U krijgt deze mail omdat ${why}.

Stop hiermee:
${stop}

Alles wat wij van u bewaren en waarvoor: ${mine}`,
  serviceFooter: (mine: string) => `Alles wat wij van u bewaren en waarvoor: ${mine}`,
  test: (subject: string) => `[proef] ${subject}`,
  /** Goes behind “because”. */
  why: {
    offers: 'u aanbiedingen van ons wilt krijgen',
    invite: 'u uitnodigingen van ons wilt krijgen',
    service: 'u klant bij ons bent',
  },
};
