import type { Subject } from '../scene.ts';

export const meter: Subject = {
  key: 'meter',
  share: 7,
  department: 'operations',
  nl: [
    {
      weight: 3,
      titles: ['Vraag over de slimme meter', 'Slimme meter <straat> <huisnr>', 'Meterstand'],
      cases: [
        [
          'Mijn slimme meter geeft {foutcode|code} <code>{ en piept|}. {Is dat erg?|Moet ik iets doen?}',
          '<code> betekent dat de meter geen verbinding heeft. Stroom en gas werken gewoon. Meestal lost het binnen een dag vanzelf op.',
          '~Hij piept niet meer.',
        ],
        [
          'Het display van de meter is {leeg|helemaal zwart|niet te lezen}. {Hoe geef ik nu een stand door?|Krijg ik een nieuwe?}',
          'Druk vijf tellen op de onderste knop. Blijft hij zwart, dan komt er <weekdag> <venster> een monteur met een nieuwe.',
          'De onderste knop deed het.',
        ],
        [
          'Hoe lees ik de slimme meter af? Ik zie {1.8.1 en 1.8.2|allerlei cijfertjes met punten}.',
          '1.8.1 is wat er in de daluren van het net is gehaald, 1.8.2 in de normale uren. 2.8.1 en 2.8.2 zijn teruggeleverd.',
          'Eindelijk snap ik die cijfertjes.',
        ],
        [
          'Mijn standen komen sinds <toen> niet meer door in de app. {De meter hangt er gewoon.|Alles staat op nul.}',
          'De meter stuurt wel, maar onze koppeling miste een sleutel. Ik heb hem opnieuw aangemeld, vanaf morgen zijn de standen er, ook met terugwerkende kracht.',
          '~De grafiek is weer gevuld.',
        ],
        [
          'Ik wil geen slimme meter. {Ben ik verplicht?|Kan ik dat weigeren?}',
          'Weigeren mag. Er komt dan een digitale meter die niets verstuurt, standen geeft [jij/u] zelf door.',
          '=Dan graag die zonder antenne.',
        ],
        [
          'Kan de slimme meter ook {uitgezet|uit} worden, dat hij niets meer verstuurt? {Ik vind het geen prettig idee.|Privacy enzo.}',
          'Ja, administratief uit heet dat. Ik heb het aangevraagd, binnen vijf werkdagen verstuurt hij niets meer.',
          '~Bevestiging ontvangen, staat uit.',
        ],
        [
          'Mijn oude draaischijfmeter loopt terug als de zon schijnt. Moet die {echt |}vervangen worden?',
          'Ja, een draaischijf kan niet los meten wat er teruggaat. Vervangen is gratis, een brief met een voorstel volgt in <maand-straks>.',
          '=Vaarwel schijfje dan.',
        ],
        [
          'Is de P1-poort van mijn meter {open|te gebruiken}? Ik wil er een {kastje|uitleesmodule} op aansluiten.',
          'De poort is altijd open, hij zit achter het klepje rechtsonder. Past het stekkertje niet dan is het een oudere meter, laat het dan weten.',
          '~Klepje gevonden, de grafiekjes lopen.',
        ],
        [
          'Volgens jullie is mijn meterstand <stand>, op de meter zelf staat {iets heel anders|een stand van ruim duizend minder}.',
          'Bij de laatste wissel zijn de begin- en eindstand omgedraaid. Ik heb het hersteld, de volgende nota klopt weer.',
          '~Standen kloppen nu.',
        ],
        [
          'Vergeten mijn meterstand door te geven, {de termijn was tot <toen>|ben ik nu te laat}? Stroom <stand>.',
          'Geen probleem, hij is verwerkt en vervangt de schatting.',
          '=Pfoe, dan valt het mee.',
        ],
        [
          'De gasmeter in {de kelder|het gangkastje} maakt een {tikkend|ratelend} geluid. {Hoort dat?|Is dat gevaarlijk?}',
          'Tikken hoort bij een balgenmeter. Ruikt het er naar gas, bel dan meteen het storingsnummer. Anders kijkt een monteur er <weekdag> naar.',
          'Geen geur, gewoon een oude meter dus.',
        ],
        [
          'Er hangt een nieuwe meter maar niemand heeft de oude stand opgeschreven. {Ik heb gelukkig een foto.|Hoe weten jullie nu wat ik verbruikt heb?}',
          'De monteur maakt altijd een foto, ik zie er een van <toen> met stand <stand>. Komt dat overeen?',
          'Komt overeen, gerustgesteld.',
        ],
      ],
      peers: [
        'Zet de groepen één voor één uit en kijk na een minuut op de meter, zo vond ik de slurper.',
        'Bij mij hielp het om de meter tien tellen zonder P1-stekker te laten.',
      ],
    },
    {
      mood: 'cross',
      titles: ['Slimme meter en hoog verbruik', 'Meter klopt niet'],
      cases: [
        [
          'Sinds de slimme meter is mijn verbruik {verdubbeld|anderhalf keer zo hoog}. {Die meter deugt niet.|Ik laat me niets wijsmaken.}',
          'Een oude schijf telde bij laag verbruik soms te weinig. We kunnen de meter laten ijken; wijkt hij af, dan betaalt [jij/u] niets en corrigeren we de nota.',
          '=Doe die ijking maar.',
        ],
        [
          'Al <weken> weken "wordt er aan gewerkt" dat mijn meter niet uitleesbaar is. {Wie werkt daar dan?|Ik typ inmiddels zelf elke dag de stand over.}',
          'Er was een zendmast in <wijk> buiten gebruik. Die is terug; ik zie de stand van vanmorgen weer binnenkomen.',
          '~Hij leest weer uit.',
        ],
        [
          'De slimme meter hangt ondersteboven, letterlijk. {Foto volgt.|Ik heb er een spiegel bij nodig.}',
          'Dat hebben we nog niet eerder gezien. Er komt <weekdag> <venster> iemand om hem recht te hangen, zonder kosten.',
          '~Hij hangt recht. Was bijna aan de spiegel gewend.',
        ],
      ],
    },
  ],
  en: [
    {
      titles: ['Smart meter question', 'Meter reading'],
      cases: [
        [
          'My smart meter shows {code|error} <code>. {Is that bad?|What does it mean?}',
          '<code> means the meter has no connection at the moment. Power and gas work normally, it usually fixes itself within a day.',
          '~The code is gone.',
        ],
        [
          'How do I read this meter? It shows {1.8.1 and 1.8.2|a lot of numbers with dots}.',
          '1.8.1 is what you used in off-peak hours, 1.8.2 in normal hours. The 2.8 numbers are what you fed back.',
          'That makes sense now.',
        ],
        [
          'My readings stopped showing in the app on <toen>.',
          'The link with the meter had dropped. I registered it again; from tomorrow the data is back, including the missing days.',
          '~The graph is complete again.',
        ],
        [
          'Here is my meter reading: <stand>. {I think I am late.|The link in your mail does not work.}',
          'Thanks, I have entered it. It replaces the estimate.',
          'Great.',
        ],
        [
          'Since the new smart meter my usage has doubled. {I do not trust it.|How is that possible?}',
          'We can have it tested. If it is off, you pay nothing and we correct the bill; I can plan that for <straks>.',
          '=Please do the test.',
        ],
      ],
    },
  ],
};
