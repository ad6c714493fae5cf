import type { Subject } from '../scene.ts';

export const yearlyBill: Subject = {
  key: 'yearly-bill',
  share: 9,
  department: 'finance',
  nl: [
    {
      weight: 3,
      says: [
        'Volgens de jaarrekening moet ik <bedrag> euro bijbetalen{, terwijl ik vorig jaar nog geld terugkreeg|}.',
        '<bedrag> euro bijbetalen op nota <factuur>, ik {snap|begrijp} er niets van.',
        'Zojuist de jaarnota geopend: <bedrag> euro. {Ik schrok me rot|Moest er even bij gaan zitten}.',
        'Ik heb dit jaar juist {minder gestookt|de zolder geïsoleerd|ledlampen opgehangen} en toch krijg ik een naheffing van <bedrag> euro.',
        'Op de jaarafrekening <factuur> staat een verbruik van <kwh> kWh, dat {kan niet|is bijna het dubbele van vorig jaar}.',
        'Mijn jaarrekening komt <bedrag> euro hoger uit dan jullie zelf hadden {geschat|voorspeld}.',
      ],
      adds: [
        "We zijn hier met {z'n tweeën|één volwassene en een kat}.",
        'Er is niets veranderd in huis, geen nieuwe apparaten.',
        'De meterstand heb ik zelf doorgegeven, dus die klopt.',
        'Volgens mij is er met een geschatte stand gerekend.',
        'Ik heb het naast mijn eigen Excel gelegd en kom lager uit.',
        'Ik betaal elke maand netjes <oud> euro.',
      ],
      asks: [
        'Kan iemand dit nakijken?',
        'Waar komt dit vandaan?',
        'Kunnen jullie uitleggen hoe dit bedrag is opgebouwd?',
        'Klopt dit wel?',
        'Met welke meterstanden is er gerekend?',
      ],
      titles: ['Jaarrekening <factuur> klopt niet', 'Vraag over mijn jaarnota', 'Naheffing <bedrag> euro'],
      peers: [
        'Kijk eens of er (g) achter je eindstand staat, dat betekent geschat. Bij mij scheelde dat <terug> euro.',
        'Vergelijk de kWh-prijs van de eerste en de tweede helft van het jaar. Mijn contract was ongemerkt overgegaan op variabel.',
      ],
      answers: [
        [
          'Ik heb de nota naast de standen gelegd: er is bij de laatste stand geschat. Stuur een foto van de meter, dan maak ik een nieuwe nota.',
          '~{De nieuwe nota is er en die scheelt <terug> euro.|Foto gestuurd en de nieuwe nota is <terug> euro lager.}',
          'De foto heb ik gestuurd. De stand is <stand>. Wordt de automatische incasso nu wel tegengehouden?',
          'Ja, de incasso staat stil tot de nieuwe nota er is. De stand <stand> is verwerkt.',
        ],
        [
          'Het verbruik klopt met de meter, maar het lage tarief liep in <maand> af. Daardoor is elke kWh sindsdien duurder. Ik stuur een overzicht per maand mee zodat [je/u] het kunt volgen.',
          '{Met het overzicht per maand snap ik het eindelijk.|Overzicht bekeken, het klopt dus echt. Jammer.}',
          'En waarom staat er een post "meetdienst" van <klein> euro op? Die ken ik niet.',
          'Dat zijn de kosten voor het uitlezen van de meter. Die stonden voorheen in het vastrecht, nu staan ze apart. Het totaal is er niet hoger door.',
        ],
        [
          'De verhoging zit in de vaste leveringskosten en in een te laag termijnbedrag van <oud> euro. Betalen in zes termijnen kan zonder rente, zal ik dat instellen?',
          '={Ja graag, zes termijnen lucht op.|Zes termijnen is te doen, doe maar.}',
          'Zes termijnen is prima. Wanneer gaat de eerste eraf?',
          'De eerste gaat op de 27e, daarna elke maand op dezelfde dag. [Je krijgt/U krijgt] er nog een bevestiging van.',
        ],
        [
          'Ik zie twee keer dezelfde maand op nota <factuur> staan. Dat is onze fout. De nieuwe nota komt binnen vijf werkdagen, [je hoeft/u hoeft] deze niet te betalen.',
          '~{De nieuwe nota is binnen en die klopt.|Nieuwe nota ontvangen, <terug> euro minder.}',
        ],
        [
          'De stand van de gasmeter is per ongeluk bij de stroom ingevuld, vandaar. Ik heb het omgedraaid en de nota opnieuw laten maken.',
          '~Ik zie het al, de nieuwe nota is weer een normaal bedrag.',
        ],
      ],
    },
    {
      weight: 2,
      says: [
        'Ik zou <terug> euro terugkrijgen van de jaarrekening, {maar er staat nog niets op mijn rekening|nog niks gezien}.',
        'Op mijn jaarnota staat dat ik <terug> euro terugkrijg{, alleen staat er niet wanneer|}.',
        'Het tegoed van <terug> euro van nota <factuur> is na <weken> weken nog niet {overgemaakt|gestort}.',
      ],
      adds: [
        'Mijn rekeningnummer is <iban>.',
        'Ik ben in <maand> van bank veranderd, misschien ligt het daaraan.',
        'Het bedrag had ik al ingepland voor de vakantie.',
      ],
      asks: [
        'Wanneer kan ik het verwachten?',
        'Naar welke rekening is het gegaan?',
        'Kunnen jullie het nakijken?',
        'Wordt dat vanzelf gestort?',
      ],
      titles: ['Teruggave jaarrekening', 'Tegoed <terug> euro nog niet ontvangen'],
      answers: [
        [
          'Het tegoed van <terug> euro is teruggekomen omdat het rekeningnummer niet klopte. Ik heb het goede nummer ingevuld, het staat er binnen drie werkdagen op.',
          '~{<terug> euro staat erop.|Het geld is binnen.}',
        ],
        [
          'De uitbetaling staat klaar voor <straks>. Dat gebeurt vanzelf, naar de rekening waar ook de incasso van afgaat.',
          '={Dan wacht ik tot <straks>.|<straks> dus, dan weet ik dat.}',
        ],
        [
          'Het bedrag is verrekend met het termijnbedrag van <maand>. Liever op de rekening? Dan draai ik dat terug.',
          '=Verrekend is ook goed, laat maar zo.',
          'Liever op de rekening. Het gaat om <iban>.',
          'Aangepast. De <terug> euro is over drie werkdagen binnen, de incasso van volgende maand gaat gewoon door.',
        ],
      ],
    },
    {
      cases: [
        [
          'Wat betekent "vermindering energiebelasting" op {mijn nota|nota <factuur>}? {Er staat een min voor.|}',
          'Dat is een vast bedrag dat iedereen met een woning terugkrijgt van de overheid, daarom staat er een min voor.',
          '=Die min is dus goed nieuws.',
        ],
        [
          'Waarom staan er op de jaarrekening drie verschillende prijzen voor stroom?',
          'Die horen bij drie periodes: tot de tariefwijziging in <maand>, erna, en het deel met daltarief. Op bladzijde 3 staat de som.',
          'Bladzijde 3 had ik overgeslagen.',
        ],
        [
          'Kan iemand in gewone taal uitleggen wat {"vastrecht" en "netbeheerkosten" betekenen|"vastrecht" betekent}? {Ik ben toch niet op mijn achterhoofd gevallen.|}',
          'Netbeheerkosten zijn voor de kabel naar het huis, vastrecht is voor de levering zelf, ook als je niets verbruikt. Samen ongeveer een abonnement.',
          '=Een abonnement dus, zeg dat dan.',
        ],
        [
          'De jaarrekening is {zes|vier|vijf} bladzijden en ik {kom er niet uit|zie door de bomen het bos niet|ben bij bladzijde twee afgehaakt}. {Is er ergens uitleg?|Wie kan me helpen?}',
          'Op de site staat een voorbeeldnota met uitleg per regel. Lukt het daarmee niet, dan loopt een collega van facturatie er telefonisch met [je/u] doorheen.',
          '~Met de voorbeeldnota ernaast kwam ik eruit.',
        ],
        [
          'Mijn moeder van <leeftijd> kan de jaarrekening niet volgen en ik snap hem zelf ook maar half. {Hebben jullie iets met minder kleine lettertjes?|Is er een versie in grote letters?}',
          'Ja, er is een versie op één bladzijde met grote letters. Ik heb hem naar haar adres gestuurd.',
          '~Mijn moeder vindt de grote letters een uitkomst.',
        ],
        [
          'Staat het bedrag op de jaarrekening {nu |}met of zonder btw?',
          "Alle bedragen zijn met btw. Alleen op zakelijke nota's staat de btw apart.",
        ],
      ],
      titles: ['Uitleg jaarrekening', 'Wat betekent dit op mijn nota?'],
      peers: [
        'Ik heb de hele nota eens in een tabelletje gezet: energie, belasting, netbeheer. Dan zie je pas dat de helft belasting is.',
      ],
    },
    {
      mood: 'cross',
      says: [
        'Aanmaning gekregen voor nota <factuur>, die ik op <toen> al betaald heb.',
        'Jullie sturen een herinnering met {15|12,50} euro kosten voor een rekening die gewoon betaald is.',
        'Voor de <keer> keer een aanmaning, terwijl de incasso op <toen> is afgeschreven.',
      ],
      adds: ['Het afschrift ligt voor me.', 'Betaald vanaf <iban>.', 'Ik betaal al elf jaar op tijd.'],
      asks: [
        'Wanneer houdt dit op?',
        'Kunnen jullie die kosten schrappen?',
        'Graag intrekken.',
        'Kijken jullie dat eens na?',
      ],
      titles: ['Aanmaning onterecht', 'Reeds betaald: <factuur>'],
      answers: [
        'De betaling van <toen> is gevonden, die stond onder het oude klantnummer. De aanmaning en de kosten zijn ingetrokken.',
        'Gezien en rechtgezet: nota <factuur> is betaald, de herinnering kruiste de betaling. De kosten vervallen.',
      ],
      good: ['Aanmaning van tafel.', '~De intrekking heb ik per mail gekregen.'],
    },
    {
      cases: [
        [
          'Krijg ik de jaarrekening ook {op papier|per post}? {Ik heb geen computer meer.|Ik lees liever van papier.|}',
          'Dat kan. Ik heb papier aangezet, deze jaarrekening komt binnen vijf werkdagen alsnog per post.',
          '~De envelop is er, met blauwe pen lees ik beter.',
        ],
        [
          'Waar vind ik de jaarnota van vorig jaar? {De boekhouder vraagt erom.|Ik heb hem nodig voor de toeslag.|De hypotheekadviseur wil hem zien.}',
          "Alle nota's van de laatste vijf jaar staan in de app en in Mijn Waterkracht, onder Nota's.",
          "Gevonden onder Nota's.",
        ],
        [
          'Wanneer komt de jaarrekening{ eigenlijk|}? {Bij de buren lag hij vorige week al.|Normaal is het rond deze tijd.|}',
          'De jaarrekening komt rond de datum waarop het contract begon. Bij [jou/u] is dat <straks>.',
          '=Dan wacht ik nog even af tot <straks>.',
        ],
        [
          'Kan de jaarrekening {in het voorjaar|in januari} komen in plaats van nu? {In december heb ik al zoveel uitgaven.|}',
          'De datum hangt vast aan het contract en kan niet los worden verschoven. Met een iets hoger termijnbedrag is de klap aan het einde wel kleiner. Zal ik dat uitrekenen?',
          '=Reken het maar uit ja.',
        ],
        [
          'Kunnen jullie nota <factuur> nog eens sturen? {Die is bij het verhuizen zoekgeraakt.|De bijlage ging niet open.|}',
          'Ik heb nota <factuur> als pdf nagestuurd naar het mailadres dat bij ons bekend is.',
          'De pdf van <factuur> is binnen.',
        ],
      ],
      titles: ['Jaarnota opvragen', 'Vraag over de jaarrekening'],
    },
  ],
  en: [
    {
      weight: 2,
      says: [
        'My yearly bill <factuur> says I have to pay <bedrag> euro extra.',
        'I got the annual statement and it is <bedrag> euro more than I expected.',
        'According to <factuur> I used <kwh> kWh, I live alone in a studio.',
      ],
      adds: [
        'I never gave a meter reading, so it must be an estimate.',
        'Nothing changed in the house.',
        'I already pay <oud> euro every month.',
      ],
      asks: [
        'Can someone explain how this is calculated?',
        'Could you check it?',
        'Is it possible to pay in instalments?',
      ],
      titles: ['Question about yearly bill <factuur>', 'Annual statement too high'],
      answers: [
        [
          'I checked it: the final reading was estimated at <stand>. Send us a photo of the meter and you will get a corrected bill within five working days.',
          '~{The corrected bill is <terug> euro lower.|Photo sent, and the new bill is lower.}',
          'Photo sent. Do I still have to pay the old bill?',
          'No, ignore the old bill. The new one is on its way.',
        ],
        [
          'The price per kWh went up in <maand> when your fixed rate ended, the usage itself is right. You can pay in six parts without interest; shall I set that up?',
          '=Six parts works for me, please do.',
        ],
      ],
    },
    {
      cases: [
        [
          'I should get <terug> euro back from my final bill but nothing arrived{ after <weken> weeks|}. {My account is <iban>.|}',
          'The payment came back because the account number was wrong. I have corrected it, the <terug> euro will be there within three working days.',
          '~The <terug> euro arrived.',
        ],
        [
          'My bill is in Dutch and I cannot find out what {"vastrecht"|"netbeheerkosten"|"teruglevering"} means.',
          'Sorry about that. There is an English guide on our site that explains the bill line by line, the word is in it with an example. I have sent you the link.',
          'The English guide is really useful.',
        ],
        [
          'Is there an English version of the yearly bill?',
          'The bill itself is Dutch only for now. We do have a guide in English that explains every line, and a colleague can go through it with you by phone.',
          '=The guide will do.',
        ],
        [
          'Could you send me bill <factuur> again? {My accountant needs it.|I need it for my tax return.}',
          'I have just sent <factuur> as a pdf to the address we have on file.',
          'Got the pdf.',
        ],
      ],
      titles: ['Question about my final bill', 'Bill in English'],
    },
  ],
};
