import type { Subject } from '../scene.ts';

export const visit: Subject = {
  key: 'visit',
  share: 6,
  department: 'operations',
  nl: [
    {
      weight: 2,
      titles: ['Afspraak monteur', 'Over de monteur'],
      cases: [
        [
          'Kan de afspraak met de monteur van <straks> {verzet worden|een week later}? {Mijn moeder ligt in het ziekenhuis.|Ik moet onverwacht werken.}',
          'Verzet naar een week later, zelfde tijd: <venster>. De bevestiging komt per sms.',
          'Nieuwe tijd staat genoteerd.',
        ],
        [
          'Hoe laat komt de monteur {morgen|<weekdag>}? {"Tussen 8 en 17" is wel erg ruim.|In de mail staat geen tijd.}',
          'Het is <venster> geworden. Een uur ervoor volgt een sms met de naam van de monteur.',
          '=Met een sms erbij kan ik nog boodschappen doen.',
        ],
        [
          'Moet ik {zelf |}thuis zijn als de monteur komt of mag mijn {buurman|zoon} opendoen?',
          'Iedereen van 18 of ouder mag opendoen. De meterkast moet wel leeg zijn.',
          '~De meterkast is leeg, nu de gang nog.',
        ],
        [
          'De monteur komt voor <straat> <huisnr> maar het is <huisnr>-B. {Komt dat goed?|}',
          'Aangepast naar <huisnr>-B. De monteur ziet het op zijn tablet.',
          '~Hij belde bij de goede deur aan.',
        ],
        [
          'Ik heb een brief dat er iemand "namens Waterkracht" de meterkast komt bekijken. {Klopt dat?|Is dat echt? Er lopen hier oplichters rond.}',
          'De afspraak staat bij ons: <weekdag> <venster>. De monteur heeft een pas met foto, bellen ter controle mag altijd.',
          '~Pas gezien, alles in orde.',
        ],
        [
          "Kan een monteur ook {'s avonds|op zaterdag}? Wij werken allebei in de zorg.",
          'Op zaterdagochtend rijden er twee ploegen. Ik heb de eerstvolgende vrije zaterdag vastgezet, <venster>.',
          'Zaterdag is perfect.',
        ],
        [
          'De monteur heeft zijn {zaklamp|thermoskan|schroevendraaier} laten liggen{ aan de <straat>|}. {Waar kan ik hem brengen?|Wil hij hem terug?}',
          'Wat attent. Hij komt er <weekdag> langs om hem op te halen, met een bedankje.',
          '~Opgehaald, kreeg er stroopwafels bij.',
        ],
      ],
    },
    {
      weight: 2,
      mood: 'cross',
      says: [
        'Monteur zou {vandaag |}<venster> komen. {Niemand gezien.|Ik zit hier nog steeds.|Vrije dag voor niks opgenomen.}',
        'Voor de <keer> keer een monteur die niet komt opdagen{ aan de <straat>|}.',
        'De hele {ochtend|middag} thuisgebleven voor de monteur, krijg ik een sms: "u was niet thuis". {Ik zat naast de deur.|De bel doet het gewoon.}',
        'Afspraak <zaak>, <venster>, en weer geen monteur.',
        'Al {twee|drie} keer is de afspraak met de monteur een uur van tevoren afgezegd.',
      ],
      adds: [
        'Ik ben zelfstandige, dit kost me een halve dag omzet.',
        'De kinderen moest ik door de buren laten halen.',
        'De telefoon geeft 40 wachtenden aan.',
        'En niemand die even belt.',
      ],
      asks: [
        'Komt er nog iemand?',
        'Hoe nu verder?',
        'Wanneer komt hij dan wel?',
        'Wie vergoedt mijn vrije dag?',
      ],
      titles: ['Monteur niet verschenen', 'Afspraak <zaak> niet nagekomen'],
      answers: [
        [
          'De monteur is bij een spoedklus blijven steken en heeft niet afgemeld. Ik heb [je/u] als eerste gezet op <weekdag>, en er komt 25 euro op de volgende nota.',
          '~Hij was er op tijd en het was in tien minuten klaar.',
          'Op <weekdag> kan ik niet, ik heb maar één vrije dag. Kan het de week erna?',
          'Dat kan, ik heb de eerste plek van die dag gereserveerd: 8 uur.',
        ],
        [
          'Dit had niet mogen gebeuren. De planner belt binnen het uur om samen een tijd te kiezen die wel wordt nagekomen.',
          '~De planner belde inderdaad, en deze keer kwam er ook iemand.',
        ],
        [
          'Er is bij een verkeerd huisnummer aangebeld, zie ik in het verslag. Nieuwe afspraak: <weekdag> <venster>, en hij belt onderweg.',
          '~Nieuwe afspraak is nagekomen.',
        ],
      ],
    },
    {
      mood: 'glad',
      idle: true,
      says: [
        'Monteur {<medewerker>|van jullie} gehad: {netjes op tijd|vriendelijk}, {legde alles uit|veegde zelfs de gang} en {dronk zwarte koffie|wilde geen koffie, ook een primeur}.',
        'Vandaag een monteur over de vloer aan de <straat>. {Wat een vakman.|Laarsjes om de schoenen, hulde.|De hond wilde mee met zijn bus.}',
        'Complimenten voor de monteur die in {de stromende regen|het donker} aan de kast in <wijk> stond{, met een lach ook nog|}.',
      ],
      titles: ['Compliment monteur'],
      answers: [
        'Wat leuk om te horen! Ik zet het in het postvak van de buitendienst, daar wordt zoiets in de kantine voorgelezen.',
        'Dat geef ik door aan de monteur. Hij zal wel rood worden.',
      ],
      good: ['Doe hem de groeten.', 'Verdient hij.'],
    },
  ],
  en: [
    {
      weight: 2,
      titles: ['Technician appointment'],
      cases: [
        [
          'Can I move the technician visit of <straks> to a week later? {I have to travel.|My kid is ill.}',
          'Moved one week, same time: <venster>. You will get a text to confirm.',
          'Got the text.',
        ],
        [
          'Do I have to be home for the technician or can my neighbour let him in?',
          'Any adult can open the door. Please make sure the meter cupboard is empty.',
          'Good, my neighbour will do it.',
        ],
        [
          'The technician was supposed to come <venster>. {Nobody showed up.|I took a day off for this.}',
          'That should not have happened, he got stuck at an emergency. You are first on the list on <weekdag> and we put 25 euro on your next bill.',
          '~He came, first thing in the morning.',
        ],
        [
          'Shout out to the technician who fixed our meter on <straat> and {complimented my awful Dutch|petted the dog}.',
          'Lovely to read! We will make sure it reaches him.',
          'He deserves it.',
        ],
      ],
    },
  ],
};
