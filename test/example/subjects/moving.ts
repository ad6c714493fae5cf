import type { Subject } from '../scene.ts';

export const moving: Subject = {
  key: 'moving',
  share: 7,
  department: 'service',
  nl: [
    {
      weight: 3,
      titles: ['Vraag over verhuizing', 'Adres <straat> <huisnr>', 'Verhuizing'],
      cases: [
        [
          'Wij verhuizen <straks> naar <plaats>. {Hoe lang van tevoren moet ik dat melden?|Wanneer moet ik dat doorgeven?}',
          'Een week van tevoren is genoeg, tot dertig dagen erna kan het ook nog. In de app onder Verhuizen is het in vijf minuten klaar.',
          'In de app gedaan, was zo gebeurd.',
        ],
        [
          'Ik krijg <straks> de sleutel van mijn nieuwe huis aan de <straat>, {maar zit nog tot eind volgende maand op het oude adres|en heb dus een maand twee huizen}. Kan ik op allebei de adressen stroom hebben?',
          'Dat kan. De nieuwe woning begint op <straks>, de oude stoppen we op de dag dat [jij/u] de sleutel inlevert. Geef daar alleen de meterstand door.',
          '=Twee huizen, één klantnummer, prima.',
        ],
        [
          'Verhuisd en in de app staat nog steeds mijn oude adres{ in <plaats>|}. {Hoe krijg ik dat goed?|Kunnen jullie dat aanpassen?}',
          'De verhuizing stond klaar maar was nog niet bevestigd. Dat heb ik nu gedaan, morgen staat het nieuwe adres in de app.',
          'Het goede adres staat erin.',
        ],
        [
          'Ik trek in bij mijn {vriend|vriendin|zus} in <plaats>. {Moet ik mijn contract opzeggen of kan het mee?|Wat gebeurt er met mijn contract?}',
          'Er kan maar één contract op een adres. Heeft die ander al een leverancier, dan stoppen we het contract zonder boete op de verhuisdag.',
          '=Geen boete, dan zeg ik <straks> door.',
        ],
        [
          'De vorige bewoner van <straat> <huisnr> krijgt hier nog steeds jullie post. {Al drie brieven nu.|Wat moet ik ermee?}',
          'Die mag ongeopend retour. Ik heb op het adres genoteerd dat [jij/u] er nu woont, er komt niets meer.',
        ],
        [
          'Sleutel gehad van een nieuwbouwwoning in <wijk>, er {is nog geen stroom|zit nog geen meter}. {Hoe regel ik dat?|Wie moet ik daarvoor hebben?}',
          'De meter plaatst de netbeheerder zodra de aannemer de meterkast gereed meldt. Ik zie die melding van <toen>, de afspraak is <weekdag> <venster>.',
          '~De meter hangt en het licht brandt.',
        ],
        [
          'Meterstanden van de oude woning: stroom <stand>, gas 4<huisnr>. {Opgenomen op <toen>.|Samen met de nieuwe bewoner opgenomen.} {Willen jullie die verwerken?|Komt dat zo goed?}',
          'Verwerkt. De eindnota komt binnen zes weken, naar het nieuwe adres.',
          '~De eindnota is er al, snel.',
        ],
        [
          'Op mijn eindnota van de oude woning staat een eindstand van <stand>, dat is <verschil> meer dan ik heb doorgegeven.',
          'De nieuwe bewoner gaf een andere stand door. Heeft [jij/u] een foto, dan passen we de nota aan. Anders delen we het verschil.',
          '~Foto gestuurd en nota aangepast.',
        ],
        [
          'Kan ik mijn vaste tarief meenemen naar de nieuwe woning{ in <plaats>|}?',
          'Ja, het tarief en de looptijd verhuizen mee. Alleen de netbeheerkosten kunnen anders zijn.',
          'Fijn, dan houd ik mijn tarief.',
        ],
        [
          'Mijn {vader|moeder|oma} is verhuisd naar een verpleeghuis en de woning aan de <straat> moet leeg. {Kan ik dat regelen?|Wat hebben jullie van mij nodig?}',
          'Dat kan. Met een foto van de volmacht of het huurcontract van de opzegging is het geregeld, de levering stopt op <straks>.',
          '~Het was een nare klus maar dit ging makkelijk.',
        ],
        [
          'De koop van het huis aan de <straat> gaat {niet door|twee maanden later door}. Ik had de verhuizing al gemeld voor <straks>.',
          'Ik heb de melding ingetrokken, alles blijft op het oude adres. Meld het gerust opnieuw als er een datum is.',
          'Ingetrokken gezien. Op naar het volgende huis.',
        ],
        [
          'Bij <straat> <huisnr> blijkt de stroom op naam van de {makelaar|verhuurder|aannemer} te staan. {Hoe krijg ik dat op mijn naam?|Wie van ons moet dat wijzigen?}',
          'Eén melding van [jou/u] is genoeg: ingangsdatum en beginstand. De vorige contractant krijgt van ons bericht.',
          '~Staat nu op mijn naam.',
        ],
      ],
    },
    {
      weight: 1,
      mood: 'cross',
      titles: ['Verhuizing niet verwerkt', 'Dubbel betalen na verhuizing'],
      cases: [
        [
          '<weken> weken geleden verhuizing doorgegeven en nog steeds wordt er voor mijn oude adres afgeschreven.',
          'De melding was blijven hangen op een ontbrekende eindstand. Ik heb hem verwerkt en het teveel betaalde komt terug.',
          '~Het teveel betaalde is terug.',
        ],
        [
          'Jullie hebben de stroom op mijn NIEUWE adres afgesloten in plaats van op het oude. {Hoe krijg je het voor elkaar.|We staan hier met dozen in het donker.}',
          'Dat is een grote fout van ons. De aansluiting is weer vrijgegeven, binnen een uur is er stroom. Ik bel [je/u] om dat na te gaan.',
          '~Stroom is er. De dozen staan nu tenminste in het licht.',
        ],
        [
          'Ik krijg rekeningen voor een huis in <plaats> waar ik al sinds <maand> niet meer woon, en nu dreigt er een incassobureau.',
          'De incasso is ingetrokken, de rekening hoort bij de nieuwe bewoner. Schriftelijke bevestiging gaat vandaag de deur uit.',
          '~De brief is binnen, pfoe.',
        ],
        [
          'Twee keer verhuizing ingevoerd in de app, twee keer "er ging iets mis". {Ik heb wel wat anders te doen met verhuisdozen.|En de chat hangt.}',
          'De app struikelt over de toevoeging bij het huisnummer. Ik heb de verhuizing met de hand ingevoerd: <straat> <huisnr>, per <straks>.',
          'Zo staat het er goed in.',
        ],
      ],
    },
  ],
  en: [
    {
      weight: 2,
      titles: ['Moving house', 'My address <straat> <huisnr>'],
      cases: [
        [
          'We are moving to <plaats> on <straks>. {How early should I tell you?|What do I have to do?}',
          'A week before is fine, up to thirty days after is possible too. In the app choose Verhuizen, it takes five minutes.',
          'Done in the app, easier than I feared.',
        ],
        [
          'I am leaving the Netherlands on <straks>. How do I end my contract?',
          'Send us the date and the final meter reading. Leaving the country is a valid reason, so there is no fee.',
          '=Great, I will send the reading on the day.',
        ],
        [
          'I moved <weken> weeks ago and you still charge me for the old flat on <straat>.',
          'Sorry, your request was waiting for a final reading. I processed it and you get back what you paid too much.',
          '~The refund is here.',
        ],
        [
          'I just got the keys of <straat> <huisnr> and there is no power. {Do I need a contract first?|What now?}',
          'The connection was closed after the last tenant. I started a contract from today, a technician will open it within two hours.',
          '~Light! Thank you.',
        ],
        [
          'The letters for the previous tenant keep coming to <straat> <huisnr>.',
          'You can return them unopened. I noted that you live there now, so it should stop.',
        ],
        [
          'Can I take my fixed rate with me to the new house?',
          'Yes, both the rate and the end date move with you. Only the grid costs may differ.',
          'Perfect, that is what I hoped.',
        ],
      ],
    },
  ],
};
