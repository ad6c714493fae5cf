import type { Subject } from '../scene.ts';

export const claims: Subject = {
  key: 'claims',
  share: 2,
  department: 'operations',
  nl: [
    {
      mood: 'cross',
      only: ['mail', 'x', 'facebook', 'chat'],
      titles: ['Bezwaar afwijzing schade <zaak>', 'Niet eens met besluit <zaak>'],
      cases: [
        [
          'Mijn schadeclaim <zaak> is afgewezen omdat de storing "korter dan vier uur" duurde. {Mijn wekkerradio denkt daar anders over.|Dat klopt niet.} Ik ben het er niet mee eens.',
          'Ik heb de meetgegevens erbij gehaald: het was vier uur en zes minuten. De afwijzing is teruggedraaid, de vergoeding komt op de volgende nota.',
          '~Vergoeding ontvangen. Goed dat er opnieuw is gekeken.',
        ],
        [
          'Jullie weigeren de {vriezer|televisie} te vergoeden wegens "geen bewijs van aankoop". {Wie bewaart een bon van negen jaar?|De foto\'s zaten erbij.} Ik maak bezwaar.',
          'Een foto met het typeplaatje is ook genoeg. Stuur die onder <zaak>, dan beoordeelt een andere collega het opnieuw.',
          '~Typeplaatje gefotografeerd en het is goedgekeurd.',
        ],
        [
          'De boete van <klein> euro voor "manipulatie van de meter" is onterecht. {De verzegeling is door jullie eigen monteur verbroken.|Ik heb dat ding nooit aangeraakt.} Ik eis dat die van tafel gaat.',
          'In het werkverslag van <toen> staat inderdaad dat onze monteur het zegel verbrak. De boete is ingetrokken, met excuses.',
          '~Intrekking zwart op wit, dank.',
        ],
        [
          'Besluit <zaak>: geen vergoeding want "overmacht". {Een graafmachine die jullie zelf hebben ingehuurd is geen overmacht.|Wie groef er dan?} Graag een nieuwe beoordeling.',
          'Daar zit wat in. De zaak gaat naar de commissie, die zonder ons beslist. Uitslag uiterlijk <straks>.',
          '=Dan wacht ik de commissie af.',
        ],
      ],
    },
  ],
  en: [
    {
      mood: 'cross',
      only: ['mail', 'x', 'chat'],
      titles: ['Objection to decision <zaak>'],
      cases: [
        [
          'My damage claim <zaak> was rejected because the outage was "shorter than four hours". {It was not.|My photos show it was longer.} I disagree with this decision.',
          'I checked the measurements: it was four hours and six minutes. The rejection is withdrawn, you will see the payment on your next bill.',
          '~The compensation arrived. Fair.',
        ],
        [
          'You refuse to pay for my fridge because I have no receipt. {It is nine years old!|Who keeps those?} Please review this.',
          'A photo of the type plate is enough too. Send it under <zaak> and another colleague will look at it again.',
          '~Sent the plate and it was approved.',
        ],
      ],
    },
  ],
};
