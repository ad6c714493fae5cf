import type { Subject } from '../scene.ts';

export const delivery: Subject = {
  key: 'delivery',
  share: 4,
  department: 'operations',
  nl: [
    {
      weight: 2,
      titles: ['Bestelling <order>', 'Over mijn bestelling', 'Levering <order>'],
      cases: [
        [
          'Slimme thermostaat besteld, order <order>, en er zit {een laadkabel|een rookmelder|een wandhouder zonder thermostaat} in de doos.',
          'Dat is verkeerd ingepakt. De goede thermostaat gaat vandaag op de post; de verkeerde doos mag gratis retour met het label uit de mail.',
          '~De goede is binnen en hangt al.',
        ],
        [
          'De thermostaat van <order> past niet op mijn ketel. {Ik had het model voor stadswarmte aangevinkt.|Het is het model voor twee zones, ik bestelde één.}',
          'In de bestelling staat inderdaad het andere model. Omruilen is geregeld, een koerier brengt <weekdag> de juiste en neemt deze mee.',
          '~Omgeruild aan de deur, perfect.',
        ],
        [
          'Pakket <order> is volgens de bezorger {geleverd|afgegeven bij de buren}, hier is niets. {Ook niet bij nummer <huisnr>.|Ik heb de hele straat gehad.}',
          'Ik heb een onderzoek gestart bij de bezorger en wacht daar niet op: er gaat vandaag een nieuwe uit.',
          '~De nieuwe is er. De oude dook op bij de kapper trouwens.',
        ],
        [
          'Doos met het energiepakket ontvangen maar {de radiatorfolie|de tochtstrip|de douchetimer} ontbreekt. Bestelnummer <order>.',
          'Die sturen we na, met excuus. Binnen drie werkdagen in de brievenbus.',
          '~Nagestuurd en binnen.',
        ],
        [
          'Wanneer komt mijn thermostaat? Besteld op <toen>, {nog geen bericht gehad|order <order>}.',
          'Hij is onderweg, verwacht op <weekdag>. De leverancier had een week vertraging, dat hadden we moeten melden.',
          '~Hij is er.',
        ],
        [
          'De thermostaat uit <order> kwam met een {barst in het scherm|geknakt pootje}. {Ruilen graag.|Foto bijgevoegd.}',
          'Ruilen we direct. Een nieuwe is onderweg, deze mag in de retourzak.',
          '~De nieuwe is heel.',
        ],
        [
          'Hoe zet ik de nieuwe thermostaat in het Nederlands? Hij praat {Fins|Pools|Italiaans} tegen me.',
          'Lang drukken op het wieltje, derde regel, dan het vlaggetje. Hij kan ook Frans, voor de liefhebber.',
          '~Hij spreekt Nederlands, al mist de buurman het Fins.',
        ],
      ],
    },
    {
      mood: 'cross',
      titles: ['Klacht levering <order>'],
      cases: [
        [
          'Twee keer het verkeerde model gekregen (<order>). {Lezen jullie de bestelling ook?|Ik heb nu een winkel vol thermostaten.}',
          'Twee keer mis is twee keer te veel. Ik laat hem nu met de hand uit het magazijn halen en bel [je/u] als hij de deur uit gaat.',
          '~Derde keer goed.',
        ],
        [
          'Thermostaat teruggestuurd op <toen>, geld nog steeds niet terug. {<klein> euro is voor mij veel geld.|Order <order>.}',
          'De retour was wel binnen maar niet geboekt. De <klein> euro is vandaag teruggestort.',
          '~De <klein> euro is terug.',
        ],
      ],
    },
  ],
  en: [
    {
      titles: ['Order <order>', 'My order'],
      cases: [
        [
          'Ordered a smart thermostat (<order>), got {a charging cable|a smoke detector}. {Now what?|}',
          'Packed wrong, sorry. The right one ships today, the other can go back free with the label I mailed.',
          '~The right one arrived.',
        ],
        [
          'The parcel for order <order> is "delivered" but I do not have it.',
          'I started a search with the carrier and am sending a new one today anyway.',
          '~New one is here.',
        ],
        [
          'The thermostat arrived with a cracked screen, order <order>.',
          'We will replace it right away, a new one is on its way. Use the return bag for the broken one.',
          '~Replaced, thank you.',
        ],
      ],
    },
  ],
};
