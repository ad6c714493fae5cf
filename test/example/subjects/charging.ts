import type { Subject } from '../scene.ts';

export const charging: Subject = {
  key: 'charging',
  share: 5,
  department: 'operations',
  nl: [
    {
      weight: 3,
      titles: ['Laden', 'Vraag over laden', 'Elektrische auto'],
      cases: [
        [
          'De laadpaal aan de <straat> laat mijn stekker niet los. {Ik moet over een half uur weg.|Sta hier in de regen.}',
          'Ik heb de paal op afstand herstart. Houd de pas nog een keer voor de lezer, dan moet hij loskomen.',
          'Hij liet los, net op tijd.',
        ],
        [
          'Laadpaal <straat> in <plaats> is {stuk|dood}: {rood lampje|geen lampje|zwart scherm}. {Wordt die gemaakt?|}',
          'Storing genoteerd, er gaat vandaag iemand langs. De dichtstbijzijnde vrije paal staat aan de andere kant van <wijk>.',
          '~Hij brandt weer groen.',
        ],
        [
          'Mijn laadpas <pas> wordt nergens geaccepteerd. {Gisteren nog wel.|"Pas onbekend" zegt hij.}',
          'De pas was geblokkeerd door een mislukte incasso die inmiddels goed is. Hij werkt weer binnen een kwartier.',
          'De pas werkt.',
        ],
        [
          'Wat kost laden {aan een paal van jullie|met jullie pas} per kWh? {Op de site zie ik drie prijzen.|}',
          'Aan onze eigen palen 38 cent, bij anderen hun prijs plus 2 cent. In de app staat de prijs per paal voordat het laden begint.',
          '38 cent, helder.',
        ],
        [
          'Ik wil thuis een laadpaal aan de <straat> <huisnr>. {Moet mijn aansluiting dan verzwaard worden?|Hoe pak ik dat aan?}',
          'Met 1 x 35 ampère kan het met een slimme paal die rekening houdt met de rest van het huis. Anders is 3 x 25 nodig, dat duurt hier ongeveer <weken> weken.',
          '=Dan wordt het een slimme.',
        ],
        [
          'Er is een transactie van <klein> euro op mijn laadrekening die niet van mij is. {Ik was die dag in <plaats>.|Ik stond toen gewoon thuis.}',
          'Dat is een dubbel gelezen pas. Ik heb de <klein> euro teruggeboekt en de sessie verwijderd.',
          '~Teruggeboekt, gezien.',
        ],
        [
          "Kan er een openbare laadpaal komen {in de <straat>|bij ons in de buurt}? {We zijn met vier elektrische auto's en er is er één.|}",
          "Aanvragen gaat via de gemeente, wij sluiten hem aan. Met vier auto's in de straat is de kans groot. Ik stuur de link.",
          '~Aangevraagd, met de buren samen.',
        ],
        [
          'Laadpaal geeft steeds {code|fout} <code> na een paar minuten laden.',
          '<code> betekent dat de auto te veel stroom vraagt. Zet in de auto de laadstroom op 16 ampère, dan blijft hij laden.',
          'Met 16 ampère blijft hij laden.',
        ],
        [
          'Ik ben mijn laadpas kwijt, nummer <pas>. {Blokkeren graag.|Kunnen jullie hem blokkeren en een nieuwe sturen?}',
          'Geblokkeerd. Een nieuwe ligt er binnen drie werkdagen; laden met de app kan tot die tijd gewoon.',
          '~De nieuwe pas is er al.',
        ],
        [
          'Werkt slim laden ook {als de zon schijnt|met mijn eigen panelen}? {Ik wil alleen op zonnestroom laden.|}',
          'Ja, in de app onder Laden, "op eigen zon". De auto laadt dan pas boven 1,4 kilowatt overschot.',
          'Dat knopje had ik niet gezien.',
        ],
      ],
      peers: [
        'Bij mij hielp het om eerst de auto te ontgrendelen en dan pas de pas te tonen.',
        'Zet de laadlimiet in de auto op 16A, dan is die foutcode weg.',
      ],
    },
    {
      mood: 'cross',
      titles: ['Klacht laadpaal'],
      cases: [
        [
          'Al <weken> weken is de paal aan de <straat> kapot. {Melden heeft blijkbaar geen zin.|Ik rijd nu elke avond naar <plaats>.}',
          'Het onderdeel was niet leverbaar, dat hadden we moeten zeggen. De nieuwe kop wordt <weekdag> geplaatst.',
          '~Paal gemaakt, en ook nog op de beloofde dag.',
        ],
        [
          "<klein> euro blokkeertarief omdat mijn auto vol was om half vier 's nachts. {Moest ik uit bed komen?|Serieus?}",
          'Tussen 23 en 7 uur hoort dat niet te tellen. Het bedrag is teruggeboekt en de instelling van deze paal is hersteld.',
          '~Bedrag is terug.',
        ],
      ],
    },
  ],
  en: [
    {
      titles: ['Charging station', 'Charge card'],
      cases: [
        [
          'The charger on <straat> will not release my cable. {I have to leave in ten minutes.|Help.}',
          'I restarted it remotely. Hold your card to the reader once more and it should let go.',
          'It let go.',
        ],
        [
          'My charge card <pas> is refused everywhere{ since yesterday|}.',
          'It was blocked after a failed payment which is settled now. It will work again within fifteen minutes.',
          'Works again.',
        ],
        [
          'How much is a kWh at your chargers? {The site shows three prices.|}',
          '38 cents at our own chargers, elsewhere their price plus 2 cents. The app shows it before you start.',
          'Clear.',
        ],
        [
          'Charger at <straat>, <plaats> is {dead|out of order}, {red light|black screen}.',
          'Thanks for telling us, someone will go there today. The nearest free one is across <wijk>.',
          '~It is green again.',
        ],
      ],
    },
  ],
};
