import type { Subject } from '../scene.ts';

export const instalment: Subject = {
  key: 'instalment',
  share: 8,
  department: 'finance',
  nl: [
    {
      weight: 3,
      mood: 'cross',
      says: [
        'Mijn termijnbedrag gaat van <oud> naar <nieuw> euro{, zonder enige uitleg| zonder dat ik erom gevraagd heb|}.',
        'Van <oud> naar <nieuw> euro per maand. {Per maand!|Zomaar.|Hoe dan?}',
        'Waarom {moet ik|betaal ik} ineens <nieuw> euro voorschot{, het was <oud>| in plaats van <oud>}?',
        'Kreeg een mailtje: "we hebben uw termijnbedrag voor u aangepast". Naar <nieuw> euro. {Attent hoor.|Fijn dat het vóór mij is.}',
        'Jullie verhogen het voorschot naar <nieuw> euro terwijl ik vorig jaar <terug> euro terugkreeg.',
      ],
      adds: [
        'Ik leef van een {AOW|uitkering|klein pensioen} en dit gaat niet.',
        'Mijn verbruik is juist omlaag gegaan.',
        'Het is een appartement van 60 vierkante meter.',
        'Ik stook nauwelijks.',
        'Op <straks> wordt het al afgeschreven.',
      ],
      asks: [
        'Kan dat terug naar <oud>?',
        'Waar is dat op gebaseerd?',
        'Wie heeft dit bedacht?',
        'Graag terugzetten.',
        'Hoe komen jullie aan dat bedrag?',
      ],
      titles: [
        'Verhoging termijnbedrag',
        'Voorschot van <oud> naar <nieuw>',
        'Bezwaar tegen nieuw termijnbedrag',
      ],
      answers: [
        [
          'De verhoging komt door een geschatte stand van <stand>. Met [je/uw] eigen standen kom ik uit op <midden> euro, dat heb ik nu ingesteld.',
          '{Het staat nu op <midden> euro, daar kan ik mee leven.|<midden> euro is redelijk.}',
          '<midden> euro is nog altijd meer dan ik kan missen. Is er een betalingsregeling?',
          'Ja. Ik heb een collega van facturatie gevraagd [je/u] te bellen, zij kijkt samen met [jou/u] wat past. Er komen geen kosten bij.',
        ],
        [
          'Het nieuwe bedrag is een advies op basis van de prijzen van dit moment. In de app kan het zelf omlaag, tot <midden> euro zonder gevolgen voor de jaarrekening.',
          '{Zelf aangepast in de app, werkte in één keer.|In de app naar <midden> gezet.}',
        ],
        [
          'Ik heb het teruggezet naar <oud> euro. Let op: bij gelijk verbruik komt er dan op de jaarrekening ongeveer <terug> euro bij.',
          'Teruggezet naar <oud>, gezien.',
          'Fijn, maar de incasso van deze maand is al weg met <nieuw> euro. Krijg ik dat verschil terug?',
          'Het verschil van <verschil> euro wordt binnen vijf werkdagen teruggestort.',
        ],
        [
          'Er is gerekend met het verbruik van de vorige bewoners. Dat had niet gemogen. Het bedrag is nu <midden> euro en de jaarrekening begint met [je/uw] eigen stand.',
          '<midden> euro, dat lijkt er meer op.',
        ],
      ],
    },
    {
      weight: 2,
      cases: [
        [
          'Kan mijn termijnbedrag {omlaag|naar <midden> euro|wat lager}? Ik betaal nu <nieuw> euro.',
          'Dat kan. Vanaf <straks> is het termijnbedrag <midden> euro.',
          'Ik zie de <midden> euro staan.',
        ],
        [
          'Ik wil graag het maandbedrag {verhogen naar <nieuw> euro|wat hoger, <nieuw> euro bijvoorbeeld}, dan hoef ik straks niet bij te betalen. {Kunnen jullie dat regelen?|Is dat verstandig?}',
          'Verstandig met deze prijzen. Het staat vanaf <straks> op <nieuw> euro.',
          'Prima zo, het past in het potje.',
        ],
        [
          'Hoe pas ik mijn voorschot aan? {In de app staat de knop op grijs.|De knop doet niks.|}',
          'Dat gaat in de app onder Termijnbedrag. De knop is grijs zolang er een nota loopt; vanaf <straks> kan het weer. Moet het eerder, zeg dan het bedrag, dan doe ik het.',
          'Gevonden, het staat nu op <midden> euro.',
        ],
        [
          'De schuif in de app gaat niet lager dan <oud> euro, ik wil <klein>.',
          'Die grens zit er om te voorkomen dat er straks een grote nabetaling komt. Voor <klein> euro is het verbruik te hoog, <oud> is echt het laagste dat we kunnen instellen.',
          '=Jammer maar duidelijk, dan laat ik het op <oud>.',
        ],
        [
          'Mijn {dochter|vriend|huisgenoot} is het huis uit, dus het voorschot van <nieuw> euro is nu {te hoog|wel erg veel}. {Klantnummer <klantnr>.|}',
          'Voor één persoon minder kom ik uit op <midden> euro. Ik heb het per <straks> aangepast.',
          'Met <midden> euro is het weer te overzien.',
        ],
        [
          'Sinds <maand> heb ik <panelen> zonnepanelen, kan het voorschot van <nieuw> nu naar beneden?',
          'Met <panelen> panelen verwacht ik een derde minder verbruik van het net. Het termijnbedrag is nu <midden> euro.',
          '=Zo leveren die panelen al iets op.',
        ],
      ],
      titles: ['Termijnbedrag aanpassen', 'Lager voorschot'],
    },
    {
      cases: [
        [
          'Op <toen> is er {twee keer|dubbel} <oud> euro afgeschreven. {Kunnen jullie dat rechtzetten?|Hoe kan dat?}',
          'Gezien, er is een oude incasso dubbel aangeboden. Die <oud> euro storten we vandaag terug.',
          '~De <oud> euro is teruggestort, keurig.',
        ],
        [
          'De incasso van <oud> euro is mislukt{, er stond even te weinig op|, mijn loon was te laat}. {Wat gebeurt er nu?|Moet ik het zelf overmaken?}',
          'Geen zorgen, we proberen het over tien dagen nog een keer, zonder kosten. Zelf overmaken mag ook, met klantnummer <klantnr> erbij.',
          'Zelf overgemaakt net.',
        ],
        [
          'Kan de afschrijfdatum van de 27e naar {de 1e|het begin van de maand}? {Dan is de uitkering binnen.|Dan is het salaris er.|}',
          'Dat kan, vanaf <straks> schrijven we op de 1e af.',
          'De 1e is perfect.',
        ],
        [
          'Ik heb een nieuw rekeningnummer: <iban>. {Willen jullie dat aanpassen voor contract <contract>?|Graag wijzigen.}',
          'Het nummer is gewijzigd, de volgende incasso gaat van de nieuwe rekening. De bevestiging komt per mail.',
          '~De bevestiging is er.',
        ],
        [
          'Waarom schrijven jullie {al |}op de 25e af in plaats van de 27e? {Nu sta ik rood.|Daar had ik niet op gerekend.}',
          'De 27e viel in het weekend en toen is er te vroeg ingediend. Dat hoort de maandag erna te zijn. Als er rentekosten zijn, vergoeden we die.',
          'Fijn dat die rente vergoed wordt.',
        ],
      ],
      titles: ['Incasso <maand>', 'Vraag over de afschrijving'],
    },
    {
      says: [
        'Ik kan de rekening van deze maand niet betalen.',
        'Het lukt me even niet, mijn {werk is gestopt|man is ziek|uren zijn gehalveerd}, en het voorschot van <nieuw> euro is te veel.',
        'We lopen <weken> weken achter met betalen en ik slaap er slecht van.',
      ],
      adds: [
        'Ik wil wel betalen, alleen niet alles tegelijk.',
        'Straks worden we nog afgesloten.',
        'Schaam me er een beetje voor.',
      ],
      asks: ['Kan ik een regeling treffen?', 'Wat zijn de mogelijkheden?', 'Kan iemand met me meedenken?'],
      titles: ['Betalingsregeling', 'Betalen lukt even niet'],
      only: ['mail', 'chat', 'facebook'],
      answers: [
        'Goed dat [je/u] het meldt. Afsluiten is nu niet aan de orde. Ik stel voor: deze maand <klein> euro en de rest verdeeld over een half jaar. Past dat?',
        'Dat kan iedereen gebeuren. Ik heb de incasso stilgezet en een collega belt [je/u] <weekdag> om samen een regeling te maken. Er komen geen kosten bij.',
      ],
      good: [
        '=Dat lukt, wat een opluchting.',
        '~Ik ben gebeld en het is geregeld.',
        '=Zo is het te doen, fijn dat jullie niet meteen dreigen.',
      ],
    },
    {
      says: [
        'Dank voor het lage voorschot {😂|hahaha}: <nieuw> euro, ik woon in een {tuinhuis|portiek|woonboot}.',
        'Hebben jullie het kasteel van <plaats> op mijn adres gezet? Voorschot: <nieuw> euro.',
        'Tip van de dag: kijk eens of jullie computer wel wakker is. Voorschot <nieuw> euro voor één persoon.',
      ],
      mood: 'cross',
      only: ['x', 'facebook', 'mastodon'],
      answers: [
        'Daar zit vast een verkeerde stand achter. Stuur [je/uw] klantnummer in een privébericht, dan reken ik het na.',
        'Een kasteel kunnen we uitsluiten, een tikfout niet. In een privébericht kijk ik graag mee.',
      ],
      good: ['=Bericht gestuurd.', '~Opgelost, er zat een komma verkeerd.'],
    },
  ],
  en: [
    {
      weight: 2,
      mood: 'cross',
      says: [
        'My monthly payment went from <oud> to <nieuw> euro {without any notice|overnight}.',
        'Why is my instalment suddenly <nieuw> euro? It was <oud>.',
        'You raised my monthly amount to <nieuw> while my usage went down.',
      ],
      adds: [
        'I live in a one bedroom flat.',
        'I can not afford this.',
        'Last year I even got <terug> euro back.',
      ],
      asks: ['Can you set it back?', 'What is it based on?', 'Please explain.'],
      titles: ['Monthly instalment <nieuw> euro'],
      answers: [
        [
          'It was raised because of an estimated reading. With your own readings I get <midden> euro, and I have changed it to that.',
          '{I see <midden> in the app now.|<midden> is fair.}',
        ],
        [
          'The new amount is our advice at the current prices. You can lower it in the app down to <midden> euro without a surprise at the end of the year.',
          'Changed it myself to <midden>, thanks for the hint.',
        ],
      ],
    },
    {
      cases: [
        [
          'Can I change the date of the direct debit to the first of the month?',
          'Yes, from <straks> we will collect it on the first.',
          'The first is perfect.',
        ],
        [
          'I would like to lower my monthly payment to <midden> euro. {Is that possible?|How do I do that?}',
          'Done: <midden> euro a month from <straks>. You can also change it yourself in the app under Termijnbedrag.',
          'Found it in the app as well.',
        ],
        [
          'You charged <oud> euro twice on <toen>.',
          'You are right, an old debit was offered twice. The <oud> euro is on its way back to you.',
          '~Money is back.',
        ],
        [
          'I have a new bank account: <iban>. Can you update it?',
          'Updated. The next payment will be taken from the new account.',
          'Confirmation received.',
        ],
      ],
      titles: ['Direct debit', 'Monthly amount'],
    },
  ],
};
