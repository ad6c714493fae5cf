import type { Subject } from '../scene.ts';

export const smalltalk: Subject = {
  key: 'smalltalk',
  share: 5,
  department: 'service',
  nl: [
    {
      idle: true,
      only: ['x', 'mastodon', 'facebook'],
      mood: 'glad',
      cases: [
        [
          '{Goedemorgen|Hallo|Hé} webcare, {hoe is de koffie vandaag?|nog een beetje wakker?|al iets leuks meegemaakt?}',
          'De koffie is sterk en de inbox vol, dus alles normaal. Jij ook een mooie dag!',
          'Haha, sterkte daar.',
        ],
        [
          "Succes vandaag daar {bij de klantenservice|achter de knoppen}, jullie zullen het nodig hebben {na die nota's|met dit weer}.",
          'Dank je, dat kunnen we gebruiken. Er staat taart klaar voor wie het volhoudt.',
          'Bewaar een stukje.',
        ],
        [
          'De zon schijnt op mijn <panelen> panelen en dat is het enige dat hier vandaag werkt.',
          'Dan doen zij het werk en jij de koffie. Klinkt als een eerlijke verdeling.',
          '😂',
        ],
        [
          'Mijn kat ligt {de hele dag |}op de {omvormer|cv-ketel|router}. {Is dat duurzame warmte?|Telt dat als isolatie?}',
          'Een kat telt als spinnende isolatie, maar er is helaas geen subsidie voor.',
          'Ik zal het hem vertellen.',
        ],
        [
          'Is er iemand jarig bij Waterkracht? {De windmolen bij <plaats> zwaait zo vrolijk.|Ik ruik taart tot in <plaats>.}',
          'Officieel weten we van niets. Maar er lag wel slagroom op het toetsenbord 😉',
          'Gefeliciteerd dan maar!',
        ],
        [
          'Lekker windje {vandaag|hier in <plaats>}, dus ik neem aan dat de stroom gratis is? {Grapje.|Nee hè.}',
          "Bijna! De molens draaien hun rondjes, de rekening draait helaas mee. Met een dynamisch contract scheelt het op zo'n dag wel.",
          'Het was te proberen.',
        ],
        [
          'Besloten: het licht gaat pas aan als ik mijn {tenen|breiwerk|eigen hand} niet meer zie.',
          'Dat is wel heel fanatiek. Pas op voor de salontafel, die wint altijd.',
          'Te laat, blauwe teen.',
        ],
        [
          'Onze jongste vraagt of er kabouters in de meterkast wonen. {Wat moet ik zeggen?|Graag een officiële verklaring.}',
          'Officiële verklaring: wij sluiten het niet uit. Ze zorgen dat het lampje knippert, dus niet storen.',
          '~Het is voorgelezen, hij is tevreden.',
        ],
        ['Fijn weekend alvast, mensen van het licht{ in <plaats>|}!', 'Jij ook een fijn weekend!', 'Dank!'],
        [
          '{Buurman|Mijn zwager} denkt dat zijn tuinlampjes de hele <straat> leegtrekken. {Wie helpt hem uit de droom?|}',
          'Stel hem gerust: tien tuinlampjes kosten samen nog geen cent per avond.',
          'Hij hangt er nu nog tien bij, bedankt.',
        ],
        [
          'Spotten jullie ook weleens ooievaars op de masten bij <plaats>? {Hier zit een heel gezin.|Prachtig gezicht.}',
          "Jazeker, we hebben er een nestplaat voor geplaatst. Foto's zijn altijd welkom!",
          'Foto volgt.',
        ],
        [
          'Vraagje tussendoor: hoeveel kopjes thee haal je uit één kilowattuur? 😄',
          'Ongeveer veertig, als je alleen kookt wat je drinkt. Suiker niet meegerekend.',
          'Veertig! Dan zet ik er nog een.',
        ],
        [
          '{Dertig|Veertig|Vijftig} jaar getrouwd vandaag en het licht brandt nog steeds. {Ook dankzij jullie een beetje.|Groet van ons tweeën uit <plaats>.}',
          'Van harte gefeliciteerd samen! Op nog vele verlichte jaren.',
          'Dank, wij proosten.',
        ],
        [
          'Wie heeft jullie nieuwe {busjes|hesjes} uitgekozen? {Die kleur geeft licht in het donker.|Mijn peuter denkt dat het limonade is.}',
          'De monteurs zelf, met stemming en al. Zichtbaar zijn ze nu in elk geval.',
          'Limonade dus.',
        ],
        [
          'Elke keer als het buiten {stormt|onweert} denk ik even aan jullie monteurs. {Respect.|Petje af.}',
          'Dat geef ik door, ze zitten er nu met natte sokken bij te glimlachen.',
          'Droge sokken toegewenst.',
        ],
      ],
    },
  ],
  en: [
    {
      idle: true,
      mood: 'glad',
      only: ['x', 'mastodon', 'facebook'],
      cases: [
        [
          'Good {morning|afternoon|day}, webcare people. {How is the coffee?|Still awake?}',
          'Coffee is strong and the inbox is full, so all is normal. Enjoy your day!',
          'Ha, good luck.',
        ],
        [
          'My cat sleeps on the {inverter|boiler} all day. {Does that count as insulation?|Free heating, apparently.}',
          'A cat counts as purring insulation. No subsidy yet, unfortunately.',
          'He will be disappointed.',
        ],
        [
          'So windy in <plaats> today, I assume power is free now? {Kidding.|}',
          'Almost! The turbines are happy, the bill does not listen to them.',
          'Worth a try.',
        ],
        [
          'Saw a stork family on one of your pylons near <plaats>. {Made my day.|They look at home.}',
          'We built them a platform for the nest. Pictures are always welcome!',
          'Will send one.',
        ],
      ],
    },
  ],
};
