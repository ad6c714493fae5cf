type Words = Readonly<Record<'nl' | 'en', string>>;

/** A case to practise on: written by us, about nobody. */
export interface PracticeCase {
  readonly key: string;
  readonly title: Words;
  readonly customer: string;
  readonly audience: 'public' | 'private';
  /** What the customer writes: first, and after each answer. */
  readonly says: readonly Words[];
  /** What a good answer holds; shown when the case is done. */
  readonly points: readonly Words[];
  readonly example: Words;
}

export const practiceCases: readonly PracticeCase[] = [
  {
    key: 'wrong-parcel',
    title: { nl: 'Een verkeerd pakket', en: 'A wrong parcel' },
    customer: 'Robin',
    audience: 'private',
    says: [
      {
        nl: 'Ik kreeg net een doos met een thermostaat. Die heb ik nooit besteld! Wat moet ik hiermee?',
        en: 'I just got a box with a thermostat. I never ordered that! What am I to do with it?',
      },
      {
        nl: 'Oké. Maar ik werk overdag, ik kan niet de hele dag thuis zitten wachten.',
        en: 'All right. But I work during the day, I cannot sit at home waiting.',
      },
    ],
    points: [
      {
        nl: 'Je noemt je naam en zegt dat het vervelend is.',
        en: 'You say your name and that it is a nuisance.',
      },
      {
        nl: 'Je vraagt wat je nodig hebt om het pakket te vinden.',
        en: 'You ask what you need to find the parcel.',
      },
      { nl: 'Je zegt wat er nu gebeurt en wanneer.', en: 'You say what happens now, and when.' },
      {
        nl: 'Je houdt rekening met de werktijden van de klant.',
        en: 'You heed the hours at which the customer works.',
      },
    ],
    example: {
      nl: 'Wat vervelend, Robin. Ik zoek uit voor wie deze doos was. Staat er een nummer op het etiket? Wij halen hem gratis op, ook na zes uur. Welke avond past u?',
      en: 'What a nuisance, Robin. I will find out whose box this is. Is there a number on the label? We collect it for free, also after six. Which evening suits you?',
    },
  },
  {
    key: 'angry-in-public',
    title: { nl: 'Boos in het openbaar', en: 'Angry in public' },
    customer: 'Sam',
    audience: 'public',
    says: [
      {
        nl: 'Drie weken wachten op een antwoord. DRIE. Lekkere service, klantnummer 123456 voor wie het wil nakijken.',
        en: 'Three weeks waiting for an answer. THREE. Lovely service, customer number 123456 for who wants to check.',
      },
      { nl: 'Waarom moet dat in een privébericht?', en: 'Why must that be in a private message?' },
    ],
    points: [
      { nl: 'Je geeft toe dat drie weken te lang is.', en: 'You admit that three weeks is too long.' },
      {
        nl: 'Je noemt geen gegevens van de klant, ook niet wat hij zelf schreef.',
        en: 'You name no data of the customer, not even what he wrote himself.',
      },
      {
        nl: 'Je vraagt om een privébericht en zegt waarom.',
        en: 'You ask for a private message and say why.',
      },
      { nl: 'Je zegt wanneer je terugkomt.', en: 'You say when you will be back.' },
    ],
    example: {
      nl: 'Drie weken is veel te lang, Sam. Dat had niet mogen gebeuren. Stuur mij een privébericht, want hier leest iedereen mee. Dan kijk ik nu meteen, en hoort u vandaag nog van mij. Groet, Els',
      en: 'Three weeks is far too long, Sam. That should not have happened. Send me a private message, because everybody reads along here. Then I look right now, and you hear from me today. Regards, Els',
    },
  },
  {
    key: 'outage',
    title: { nl: 'Een storing', en: 'An outage' },
    customer: 'Noa',
    audience: 'public',
    says: [
      {
        nl: 'Al een uur geen stroom in onze straat. Weten jullie hiervan?',
        en: 'No power in our street for an hour. Do you know of this?',
      },
      {
        nl: 'En hoe lang gaat dat nog duren? Ik heb een baby.',
        en: 'And how long will that take? I have a baby.',
      },
    ],
    points: [
      {
        nl: 'Je zegt wat je zeker weet, en wat nog niet.',
        en: 'You say what you know for certain, and what not yet.',
      },
      {
        nl: 'Je belooft geen tijd die niemand heeft toegezegd.',
        en: 'You promise no time that nobody agreed to.',
      },
      {
        nl: 'Je wijst waar het nieuws staat, en komt zelf terug.',
        en: 'You point to where the news is, and come back yourself.',
      },
    ],
    example: {
      nl: 'Ja, de storing is bekend en onze ploeg is onderweg. Hoe lang het duurt, weet ik nog niet. Om half vier zet ik hier wat wij dan weten. Met een baby: bel ons nummer voor storingen, dan denken zij mee.',
      en: 'Yes, we know of the outage and our crew is on its way. How long it takes I do not know yet. At half past three I put here what we know then. With a baby: ring our outage number, they will think along.',
    },
  },
  {
    key: 'discount',
    title: { nl: 'Een korting die iemand beloofde', en: 'A discount that somebody promised' },
    customer: 'Kim',
    audience: 'private',
    says: [
      {
        nl: 'Jullie collega beloofde mij 25 euro korting op de volgende rekening. Die staat er niet op.',
        en: 'Your colleague promised me 25 euros off the next bill. It is not there.',
      },
      { nl: 'Dus u gelooft mij niet?', en: 'So you do not believe me?' },
    ],
    points: [
      {
        nl: 'Je zoekt het uit zonder de klant te wantrouwen.',
        en: 'You find out without distrusting the customer.',
      },
      {
        nl: 'Je vraagt wanneer en met wie het was, als dat helpt.',
        en: 'You ask when it was and with whom, if that helps.',
      },
      {
        nl: 'Je belooft alleen wat je zelf kunt nakomen.',
        en: 'You promise only what you can keep yourself.',
      },
    ],
    example: {
      nl: 'Dank voor uw bericht, Kim. Een belofte komen wij na. Ik vraag mijn collega van facturatie wat er is afgesproken en schrijf u morgen vóór twaalf uur. Weet u nog wanneer u ons sprak?',
      en: 'Thank you for your message, Kim. We keep a promise. I ask my colleague of billing what was agreed and write you before noon tomorrow. Do you remember when you spoke to us?',
    },
  },
];

export function findCase(key: string): PracticeCase | undefined {
  return practiceCases.find((one) => one.key === key);
}
