import type { Subject } from '../scene.ts';

export const idea: Subject = {
  key: 'idea',
  share: 4,
  department: 'marketing',
  nl: [
    {
      titles: ['Idee', 'Suggestie voor de app', 'Een ideetje'],
      cases: [
        [
          'Idee: laat in de app zien op welk uur de stroom het groenst is, dan {zet ik de was later aan|laad ik dan de auto}.',
          'Mooi idee. Het staat bij de ideeën op het forum, daar mag iedereen meedenken. Zullen we [je/uw] naam erbij zetten?',
          '=Naam mag erbij.',
        ],
        [
          'Zou het geen idee zijn om bij de jaarrekening een filmpje van één minuut te maken{ per klant|}? {Mijn dochter kan het sneller uitleggen dan de brief.|}',
          'Dat spreekt ons aan. We zoeken nog twintig klanten om de nieuwe jaarrekening mee te bekijken, doet [je/u] mee?',
          '=Doe ik, leuk.',
        ],
        [
          'Tip: zet op de sms van de monteur ook een {foto|naam en foto}. {Mijn moeder durft niet open te doen.|Scheelt een hoop geschrik.}',
          'Daar gaan we mee aan de slag, de planners waren meteen enthousiast.',
          '~Mijn moeder zal blij zijn.',
        ],
        [
          'Misschien kunnen jullie een buurtvergelijking maken: hoeveel verbruikt {een gemiddeld huis in de <straat>|<wijk>} en hoeveel ik. {Dan wordt besparen een wedstrijdje.|}',
          'Leuk, zolang niemand herkenbaar is. Vanaf tien huizen kan dat. Het gaat mee naar de volgende stemronde.',
          '=Ik trommel de straat op.',
        ],
        [
          'Waarom geen ruilbak met {tochtstrips en radiatorfolie|ledlampen} in de bibliotheek van <plaats>? {Ik heb nog een halve rol over, anderen vast ook.|}',
          'Wat een goed plan. De bibliotheek is gebeld en wil wel, we beginnen klein met één bak.',
          '=Ik breng mijn halve rol.',
        ],
        [
          'Voor slechtzienden zou een jaarrekening met {echt contrast|grote letters} helpen. {Het lichtblauw is niet te doen.|Nu leest mijn buurman hem voor.}',
          'Terecht punt. De huisstijlmensen kijken ernaar, wil [je/u] een proefversie beoordelen?',
          '=Stuur maar op.',
        ],
        [
          'Suggestie: laat mensen zelf kiezen wanneer de jaarnota komt. {December is voor niemand handig.|}',
          'Het staat op de lijst, met <weken> andere mensen die hetzelfde vroegen. Beloven kan ik het niet.',
          '=Ik duim.',
        ],
        [
          'Een knopje "ik ben weg" in de app, dat hij waarschuwt als er op vakantie ineens verbruik is. {Ik zou er zo gebruik van maken.|}',
          'Slim. De techniek is er eigenlijk al. Ik zet het bij de ideeën en laat weten hoe het afloopt.',
          '=Ben benieuwd.',
        ],
      ],
      peers: [
        'Goed idee, mijn stem heb je.',
        'Daar zou ik ook blij mee zijn.',
        'Leuk, maar wel als keuze en niet voor iedereen.',
      ],
    },
  ],
  en: [
    {
      titles: ['Suggestion'],
      cases: [
        [
          'Idea: show in the app at which hour the power is greenest, then I {run the washing machine later|charge the car then}.',
          'Great idea. It is on the ideas board of our forum now, shall we put your name with it?',
          '=Sure, put my name there.',
        ],
        [
          'Suggestion: add a one page English summary to {every letter|the yearly bill}. {Half my street would be grateful.|}',
          'You are not the first to ask, which helps. It goes to the group that is redesigning the bill. Would you like to test it?',
          '=Happy to test.',
        ],
        [
          'It would help if the technician text had a photo and a name.',
          'The planners liked it at once, we are looking into it.',
          'Nice.',
        ],
      ],
    },
  ],
};

export const privacy: Subject = {
  key: 'privacy',
  share: 2,
  department: 'service',
  nl: [
    {
      titles: ['Mijn gegevens', 'Privacy', 'Vraag over privacy'],
      only: ['mail', 'chat', 'facebook', 'x'],
      cases: [
        [
          'Op grond van de AVG wil ik inzage in alle gegevens die jullie van mij hebben{, ook gespreksopnames|}. {Klantnummer <klantnr>.|}',
          'We hebben het verzoek ontvangen. Ter controle bellen we op het nummer dat bij ons bekend is; de gegevens komen binnen een maand.',
          '~Ik ben gebeld en wacht af.',
        ],
        [
          'Kunnen jullie mijn gegevens verwijderen? Ik ben sinds <maand> geen klant meer.',
          "Alles wat niet meer nodig is wordt gewist. De nota's moeten we zeven jaar bewaren van de Belastingdienst, verder blijft er niets over.",
          '~De bevestiging van de verwijdering is er.',
        ],
        [
          'Waarom krijg ik reclame voor een warmtepomp{ terwijl ik me heb afgemeld|}? {Hoe komen jullie aan mijn adres?|Daar heb ik geen toestemming voor gegeven.}',
          '[Je/Uw] adres stond nog op een lijst van voor de afmelding. Het is eraf gehaald en geblokkeerd voor aanbiedingen.',
          '~Geen post meer gehad.',
        ],
        [
          'Wie kan bij jullie zien {hoeveel stroom ik per uur gebruik|wanneer ik thuis ben aan mijn meter}?',
          'Alleen wie een vraag van [jou/u] behandelt, en elke keer dat iemand kijkt wordt vastgelegd. Uurstanden worden pas opgehaald met toestemming.',
          '=Geruststellend.',
        ],
        [
          'Ik kreeg de nota van iemand anders in mijn mail, met naam en adres en al. {Dit lijkt me een datalek.|Een mevrouw uit <plaats>.}',
          'Dit nemen we heel serieus. Wil [je/u] de mail wissen? De functionaris gegevensbescherming onderzoekt het en meldt het vandaag.',
          'Gewist.',
        ],
        [
          'Ik wil niet dat mijn berichten hier gebruikt worden om een computer te trainen. {Kan dat uit?|}',
          'Dat kan, ik heb het bezwaar vastgelegd. Ook eerdere berichten worden eruit gehaald.',
          'Netjes dat dat kan.',
        ],
        [
          'Mijn geboortedatum staat verkeerd bij jullie, het is <geboren>. {Graag aanpassen.|}',
          'Aangepast, met een bevestiging naar het mailadres dat bij ons bekend is.',
          'Nu klopt het.',
        ],
      ],
    },
  ],
  en: [
    {
      titles: ['My data', 'Privacy'],
      only: ['mail', 'chat', 'x'],
      cases: [
        [
          'Under the GDPR I would like a copy of all data you hold about me. {Customer <klantnr>.|}',
          'We received your request. We will call you on the number we know to make sure it is you; the copy follows within a month.',
          '~I got the call.',
        ],
        [
          'Please delete my data, I am no longer a customer since <maand>.',
          'Everything we no longer need will be erased. Bills must be kept for seven years by law, nothing else remains.',
          'Confirmed, thanks.',
        ],
        [
          'Why do I get ads for heat pumps? I opted out.',
          'Your address was still on an old list. It is removed and blocked for offers now.',
          '~It stopped.',
        ],
      ],
    },
  ],
};
