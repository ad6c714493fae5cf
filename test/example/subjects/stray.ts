import type { Subject } from '../scene.ts';

/** What also lands in an inbox: sales talk, the press, students, people who want a job. */
export const stray: Subject = {
  key: 'stray',
  share: 2,
  department: 'marketing',
  nl: [
    {
      idle: true,
      stranger: true,
      only: ['mail', 'facebook', 'x'],
      titles: ['Uw website', 'Laatste kans', 'Actie'],
      cases: [
        [
          'Uw website scoort slecht in zoekmachines! Wij vonden <panelen>3 fouten. Gegarandeerd bovenaan of geld terug, klik op {rankhoog|topscan}.example voor een GRATIS scan.',
          'Dank, geen belangstelling.',
        ],
        [
          'GEFELICITEERD, u bent gekozen! Deel dit bericht en win een {elektrische fiets|jaar gratis stroom}. Vul uw gegevens in op {winactie|prijsweg}-<huisnr>.example',
          'Dit is geen actie van ons, we hebben het gemeld.',
        ],
        [
          'Verdien <bedrag> euro per week vanuit huis, zonder ervaring. Stuur JA voor meer informatie. Laatste <panelen> plekken!!!',
          'Dank, geen belangstelling.',
        ],
      ],
    },
    {
      only: ['mail', 'x', 'facebook'],
      titles: ['Vraag van de pers', 'Samenwerking', 'Onderzoek'],
      cases: [
        [
          'Voor het {streekblad|wijkkrantje} van <plaats> schrijf ik een stuk over de drukte op het stroomnet. Wie kan ik daarover interviewen?',
          'Leuk, dat kan met Noor Haddouti van netbeheer. Ik breng jullie met elkaar in contact.',
          '=Fijn, dan bereid ik mijn vragen voor.',
        ],
        [
          'Ik studeer bestuurskunde en doe mijn scriptie over {energiecoöperaties|vertrouwen in leveranciers}. Mag ik een enquête van zes vragen onder uw klanten verspreiden?',
          'Klanten benaderen we daar niet voor zonder dat ze dat willen, maar op het forum mag er een oproep staan.',
          '=Een oproep is ook goed.',
        ],
        [
          'Onze {voetbalvereniging|fanfare|speeltuin} in <plaats> zoekt een sponsor voor {ledlampen langs het veld|het jubileum}. Is dat iets voor jullie?',
          'In het voorjaar kiezen klanten zelf drie verenigingen. Ik stuur het formulier.',
          '=We doen mee.',
        ],
        [
          'Ik ben {elektricien|tekenaar} en zou graag bij Waterkracht werken. Mijn cv zit erbij. Waar kan ik solliciteren?',
          'Wat leuk. De vacatures staan op de site onder Werken bij, ik heb het cv alvast doorgestuurd.',
          '=Dank, ik ga er even voor zitten.',
        ],
        [
          'Groep 7 van basisschool {De Dobber|Het Riet} in <plaats> heeft een spreekbeurt over elektriciteit. Hebben jullie een oude meter om te laten zien?',
          'Zeker, met een bijlage over hoe het schijfje draait. Hij komt <weekdag> met de post.',
          '~De meter ging de hele klas rond, hij is nu beroemd.',
        ],
      ],
    },
  ],
  en: [
    {
      idle: true,
      stranger: true,
      only: ['mail', 'facebook', 'x'],
      titles: ['Special offer', 'Dear friend'],
      cases: [
        [
          'Dear sir, we can DOUBLE your followers in <panelen> days, <klein> euro only. Click fastgrow-<huisnr>.example today!!!',
          'No, thank you.',
        ],
        [
          'Congratulations! Your number won a <bedrag> euro voucher. Confirm within 24 hours at prize-<huisnr>.example',
          'This is not ours, we have reported it.',
        ],
      ],
    },
  ],
};
