import type { Subject } from '../scene.ts';

export const waiting: Subject = {
  key: 'waiting',
  share: 6,
  department: 'service',
  nl: [
    {
      weight: 3,
      mood: 'cross',
      says: [
        '{Drie kwartier|Veertig minuten|Meer dan een uur} in de wacht gestaan en toen werd de verbinding verbroken.',
        'U bent de <wachtende>e wachtende, al {twintig|vijfendertig} minuten. {Dat wachtmuziekje komt mijn neus uit.|Ik ken het deuntje inmiddels meerstemmig.}',
        'Mail van <toen> is nog {altijd |}niet beantwoord. {Zaaknummer <zaak>.|Het gaat om contract <contract>.}',
        'Er zou iemand terugbellen. Dat was <dagen> dagen geleden.',
        'Elke keer een ander aan de telefoon en elke keer moet ik het hele verhaal opnieuw vertellen.',
        'Van de chat naar de telefoon, van de telefoon naar het formulier, en het formulier stuurt me naar de chat.',
        'Jullie beloven antwoord binnen twee werkdagen. {Het zijn er nu <dagen>.|Welke twee?}',
      ],
      adds: [
        'Ik sta hier in mijn lunchpauze.',
        'Het gaat om een simpel bedrag van <klein> euro.',
        'Mijn beltegoed is inmiddels op.',
        'Vroeger kreeg je gewoon iemand uit <plaats> aan de lijn.',
        'Ik ben toch echt niet de enige, lees ik hier.',
      ],
      asks: [
        'Wanneer krijg ik antwoord?',
        'Kan iemand mij gewoon bellen?',
        'Is daar iemand?',
        'Hoe lang nog?',
        'Wie pakt dit op?',
      ],
      titles: [
        'Geen reactie op mijn mail van <toen>',
        'Wachttijd klantenservice',
        'Nog steeds geen antwoord',
      ],
      answers: [
        [
          'Ik heb het dossier erbij gepakt en bel [je/u] vandaag zelf terug. Schikt <belmoment>?',
          '~{Ik ben gebeld en het is opgelost.|Eindelijk iemand die luisterde.}',
          '<belmoment> is prima. Wel graag op <tel>.',
          'Genoteerd, ik bel op <tel>.',
        ],
        [
          'Het bericht stond bij de verkeerde afdeling. Ik heb het nu zelf en laat [je/u] uiterlijk morgen weten hoe het zit.',
          '~Antwoord gekregen.',
          'Het is morgen geweest en ik heb niets gehoord.',
          'Daar schaam ik me voor. Het antwoord: de correctie van <klein> euro is goedgekeurd en wordt vandaag geboekt.',
        ],
        [
          "Het is sinds de jaarnota's veel drukker dan we aankunnen, dat merkt [je/u] en dat spijt me. Stuur het klantnummer in een privébericht, dan los ik het hier op.",
          '{Bericht is gestuurd.|Gestuurd, klantnummer <klantnr>.}',
        ],
      ],
    },
    {
      mood: 'cross',
      says: [
        'Jullie zijn op {zaterdag|zondag} niet bereikbaar {terwijl dan iedereen tijd heeft|en dat is precies wanneer ik thuis ben}.',
        "Na vijf uur 's middags bestaat klantenservice blijkbaar niet meer.",
        'De robot in de chat snapt er {niks|geen snars} van. {Ik typ "mens" en hij zegt "mooi weer".|Hij stuurt me drie keer naar dezelfde pagina.}',
        'Fijn, een antwoord met "wij streven ernaar". {Doe eens iets.|Streven doe ik zelf ook.}',
      ],
      asks: [
        'Kan dat niet anders?',
        'Wordt daar iets aan gedaan?',
        'Denken jullie ook aan mensen die werken?',
      ],
      titles: ['Bereikbaarheid'],
      answers: [
        'Het klopt dat we nu alleen op werkdagen van 9 tot 17 uur antwoorden. We onderzoeken of de avond erbij kan, berichten als dit helpen daarbij.',
        '[Je hebt/U hebt] een punt. Wat is de vraag die bleef liggen? Die pak ik nu op.',
      ],
      good: ['=De avond erbij zou echt helpen.', '=Goed om te horen dat ernaar gekeken wordt.'],
    },
  ],
  en: [
    {
      mood: 'cross',
      says: [
        'On hold for {forty minutes|an hour} and then the line dropped.',
        'You promised an answer in two working days. {It has been <dagen>.|Case <zaak>.}',
        'Every time I call I get someone else and have to explain everything again.',
        'Nobody answers my mail of <toen>.',
        'Your chat bot keeps sending me to the same page. {I asked for a human.|}',
      ],
      adds: ['It is about <klein> euro.', 'I only have my lunch break to call.'],
      asks: ['Can someone call me?', 'Who can help?', 'When do I get an answer?'],
      titles: ['No answer to my mail of <toen>'],
      answers: [
        'I have your file in front of me and will call you today myself. Would <belmoment> suit you?',
        'Your message was with the wrong department. I have taken it over, you will have an answer by tomorrow at the latest.',
      ],
      good: ['~Someone called and it is solved.', '~Finally an answer.'],
    },
  ],
};
