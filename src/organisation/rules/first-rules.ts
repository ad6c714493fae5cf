import type { RuleWords } from './publishing.ts';

/** What the form of a first document begins with: to be changed, not to be kept as it is. */
export const firstRules: RuleWords = {
  nl: {
    title: 'Spelregels voor praten met klanten',
    text: `Wij antwoorden als mens. Zeg wie je bent en schrijf zoals je praat.

Zoek eerst op wat er echt gebeurd is. Beloof alleen wat je zelf kunt nakomen, of wat een collega je heeft toegezegd.

Gaat het over iemands gegevens, een rekening of een klacht? Ga verder in een privébericht. Zet nooit gegevens van een klant in het openbaar.

Is er iets misgegaan bij ons? Zeg sorry, zeg wat je gaat doen, en doe het.

Word je uitgescholden? Blijf rustig. Eén keer helpen, daarna mag je stoppen. Bij een bedreiging haal je er direct een collega bij.

Niet elk bericht vraagt om een antwoord. Twijfel je? Loop de vragen bij “Reageren of niet” langs, of vraag een collega.`,
  },
  en: {
    title: 'House rules for talking with customers',
    text: `We answer as people. Say who you are and write the way you talk.

First find out what really happened. Promise only what you can keep yourself, or what a colleague has promised you.

Is it about somebody's data, a bill or a complaint? Go on in a private message. Never put data of a customer in public.

Did we do something wrong? Say sorry, say what you are going to do, and do it.

Does somebody insult you? Stay calm. Help once, after that you may stop. When there is a threat, call in a colleague at once.

Not every message needs an answer. In doubt? Go through the questions at “Answer or not”, or ask a colleague.`,
  },
};
