import type { Subject } from '../scene.ts';

export const heatPump: Subject = {
  key: 'heat-pump',
  share: 4,
  department: 'service',
  nl: [
    {
      weight: 3,
      titles: ['Warmtepomp', 'Vraag warmtepomp <straat> <huisnr>'],
      cases: [
        [
          'De warmtepomp krijgt het huis niet warmer dan <graden> graden. {Is dat normaal?|Hij staat de hele dag te zoemen.}',
          'Dat wijst op een te lage stooklijn. Zet hem in het menu een stap hoger en wacht een dag. Helpt het niet, dan komt er <weekdag> iemand.',
          '~Stooklijn een stap hoger en het is behaaglijk.',
        ],
        [
          'Is een warmtepomp iets voor een huis uit {1936|de jaren zeventig|1958}? {Wel spouwmuurisolatie, geen vloer.|Dubbel glas hebben we wel.}',
          'Hybride kan bijna altijd, helemaal zonder gas pas als de vloer ook geïsoleerd is. Test het een week: ketel op 55 graden. Blijft het warm, dan kan het.',
          '=Die proef met 55 graden doe ik.',
        ],
        [
          "Mijn warmtepomp maakt 's nachts {lawaai|herrie}, de buren {klagen|slapen er niet van}. {Kan er iets aan gedaan worden?|Is er een stille stand?}",
          'Ja, een nachtstand: tussen 22 en 6 uur draait hij zachter. Hij zit onder Geluid in het menu, de monteur kan er ook rubber onder zetten.',
          '~De buurvrouw groet weer.',
        ],
        [
          'Ik heb offerte WP-<huisnr>4 gekregen voor een hybride warmtepomp. {Zit de subsidie daar al in?|Wanneer kan die geplaatst worden?}',
          'De subsidie is eraf gehaald in de laatste regel. Plaatsing kan vanaf <straks>, dat staat vast na akkoord.',
          'Akkoord gegeven.',
        ],
        [
          'Op het scherm van de warmtepomp staat {code|storing} <code>{ en er is geen warm water|}.',
          '<code> is een verstopt filter. Kraan dicht, filter los, uitspoelen, terug. Er staat een filmpje op de site; lukt het niet dan komt er iemand.',
          'Filter zat vol gruis, nu weer warm water.',
        ],
        [
          "Hoeveel stroom {slurpt|gebruikt} zo'n warmtepomp {eigenlijk |}per jaar? {Bij mij is het al <kwh> kWh en het jaar is nog niet om.|}",
          'Voor een tussenwoning rond de 2.500 kWh, een vrijstaand huis eerder 4.000. Een hoge aanvoertemperatuur is meestal de boosdoener.',
          '~Aanvoer van 50 naar 38 gezet, scheelt.',
        ],
        [
          'Mag ik mijn gasaansluiting laten weghalen nu de warmtepomp het doet? {Kost dat wat?|Ik betaal anders vastrecht voor niks.}',
          'Ja, en op verzoek van de bewoner is het gratis. De wachttijd is <weken> weken, ik heb de aanvraag klaargezet.',
          'Van het gas af, feestje.',
        ],
        [
          'De onderhoudsbeurt van de warmtepomp, is die {verplicht|inbegrepen}? {Ik huur hem bij jullie.|Hij is gekocht.}',
          'Bij huur is de beurt inbegrepen, eens per twee jaar. Bij koop is het een advies, voor 129 euro.',
          '=Dan plan ik hem in.',
        ],
      ],
      peers: [
        'Zet de nachtverlaging uit. Klinkt gek, maar sindsdien verbruikt de mijne minder.',
        'Wij zijn van radiatoren op 55 naar 40 graden gegaan met drie ventilatortjes eronder. Werkt prima.',
      ],
    },
    {
      mood: 'cross',
      titles: ['Warmtepomp werkt niet', 'Klacht plaatsing warmtepomp'],
      cases: [
        [
          'Warmtepomp geplaatst op <toen>, sindsdien {drie|vier} keer storing. {Mijn vrouw zit met een deken op de bank.|We wassen ons bij mijn schoonouders.}',
          'Zo hoort een nieuw apparaat niet te beginnen. De fabrikant komt samen met onze monteur op <weekdag>, en tot die tijd brengen we elektrische verwarming.',
          '~Het was een kapotte sensor, nu loopt hij als een zonnetje.',
        ],
        [
          'Beloofd was een besparing van 40 procent, ik zie vooral een stroomrekening van <bedrag> euro.',
          'Ik heb de instellingen op afstand bekeken: het elektrisch element springt te vroeg bij. Een adviseur belt [je/u] om dat goed te zetten.',
          '~De adviseur heeft drie dingen verzet, nu eens kijken.',
        ],
      ],
    },
  ],
  en: [
    {
      titles: ['Heat pump'],
      cases: [
        [
          'The heat pump does not get the house above <graden> degrees. {Is that normal?|}',
          'The heating curve is set too low. Raise it one step in the menu and wait a day; if that fails we send someone on <weekdag>.',
          '~One step did it.',
        ],
        [
          'Display of the heat pump says <code> {and there is no hot water|}. {What should I do?|}',
          '<code> is a blocked filter. There is a short video on our site; if you prefer, a technician can come <weekdag>.',
          '~Cleaned the filter, hot water is back.',
        ],
        [
          'Would a heat pump work in a house from {1936|the seventies}? {Double glazing, no floor insulation.|}',
          'Hybrid nearly always works. For going without gas the floor should be insulated first. Try a week with the boiler at 55 degrees.',
          '=Will try that.',
        ],
      ],
    },
  ],
};
