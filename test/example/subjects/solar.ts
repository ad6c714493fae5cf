import type { Subject } from '../scene.ts';

export const solar: Subject = {
  key: 'solar',
  share: 7,
  department: 'service',
  nl: [
    {
      weight: 3,
      titles: ['Zonnepanelen', 'Vraag over zonnepanelen', 'Panelen op <straat> <huisnr>'],
      cases: [
        [
          'Op mijn nota staat <klein> euro aan terugleverkosten. {Betaal ik nu om stroom weg te geven?|Sinds wanneer is dat?}',
          'Die kosten dekken wat het kost om overtollige zonnestroom kwijt te raken. Ze staan sinds <maand> in het contract, op bladzijde 4. De vergoeding per kWh staat er los van.',
          '=Leuk is anders maar ik snap het.',
        ],
        [
          'Ik snap {die brief over salderen|het hele salderen} niet. {Kan iemand het in gewone mensentaal uitleggen?|Heb al drie filmpjes gekeken.}',
          'Nu wordt wat er teruggaat afgetrokken van wat er verbruikt is. Straks mag dat niet meer en krijgt [je/u] per kWh een bedrag. Zelf gebruiken overdag loont dan het meest.',
          '=Overdag wassen dus, dat kan ik onthouden.',
        ],
        [
          'Wij hebben <panelen> panelen laten leggen. {Moet ik die ergens aanmelden?|Wat moet ik nu aan jullie doorgeven?}',
          'Aanmelden gaat bij de netbeheerder, via het landelijke formulier. Bij ons hoeft niets, we zien het aan de meter.',
          '~Aangemeld, ging vlot.',
        ],
        [
          'De teruglevering op de nota is {veel lager|een derde lager} dan wat mijn omvormer aangeeft. {Waar blijft de rest?|Rekenfout?}',
          'De omvormer telt alles wat de panelen maken, de meter alleen wat het huis uitgaat. Wat er meteen zelf verbruikt wordt zit niet in de teruglevering.',
          'Dat verklaart het, de boiler draait overdag.',
        ],
        [
          'De omvormer valt {midden op de dag|op zonnige dagen} steeds uit, {spanning te hoog staat er|foutcode <code>}. {Is het net hier vol?|Ligt dat aan jullie net?}',
          'In <wijk> is de spanning op zonnige middagen te hoog. In <maand-straks> wordt het transformatorhuisje verzwaard. Ik zet [jouw/uw] adres op de lijst voor een meting.',
          'Fijn dat er een datum bij staat.',
        ],
        [
          'Wat krijg ik {op dit moment|nu} per kWh voor teruglevering boven wat ik zelf verbruik?',
          'Op dit moment 7 cent per kWh, voor wat er na het salderen overblijft. Het staat in de app onder Tarieven.',
          'Zeven cent, genoteerd.',
        ],
        [
          'Heeft een thuisbatterij al zin {bij <panelen> panelen|met jullie dynamische contract}?',
          'Met de huidige regeling verdient hij zich meestal niet binnen tien jaar terug. Met een dynamisch contract scheelt het; op het forum staat een rekenvoorbeeld.',
          '=Dan wacht ik nog een jaartje.',
        ],
        [
          'De buren hebben schaduw en leveren toch meer terug dan ik met <panelen> panelen. {Kunnen jullie zien of er iets stuk is?|Doet er bij mij eentje niks?}',
          'Aan de meter zie ik sinds <toen> ineens 40 procent minder. Dat past bij een streng die uitligt, de installateur kan dat nakijken.',
          '~Installateur kwam: gesmolten stekker. Goede tip.',
        ],
        [
          'Kan ik mijn zonnestroom aan mijn {zoon|moeder|buurvrouw} geven? {Twee straten verderop.|}',
          'Op papier delen kan nog niet bij ons, er loopt een proef in <plaats>. Ik heb [je/u] op de belangstellendenlijst gezet.',
          '=Leuk, ik ben benieuwd.',
        ],
        [
          'Ik wil mijn contract bij jullie tekenen, maar rekenen jullie {boetes|kosten} voor zonnepanelen?',
          'We rekenen terugleverkosten in stappen, bij <panelen> panelen ongeveer <klein> euro per maand. Het staat in het aanbod, zonder kleine lettertjes.',
          '=Helder, dan kan ik vergelijken.',
        ],
      ],
      peers: [
        'De omvormer meet wat je maakt, de meter wat je huis verlaat. Zet ze een dag naast elkaar, dan zie je het meteen.',
        'Ik heb mijn vaatwasser op half een gezet en lever nu een kwart minder terug. Scheelt echt.',
      ],
    },
    {
      mood: 'cross',
      titles: ['Klacht terugleverkosten', 'Zonnepanelen gestraft'],
      cases: [
        [
          'Eerst moest iedereen aan de panelen en nu krijg ik <klein> euro boete per maand. {Betrouwbare overheid, betrouwbare leverancier.|Mooie boel.}',
          'Ik begrijp de teleurstelling. De kosten zijn geen boete maar ze voelen wel zo. Ik stuur een berekening van wat er met meer eigen verbruik overblijft.',
          'Die berekening valt me mee.',
        ],
        [
          'Al sinds <maand> is mijn teruglevering <weken> keer op nul gezet. {En dat met deze zon.|Nul!}',
          'De meter stond als "zonder teruglevering" geregistreerd. Dat is met terugwerkende kracht hersteld, de correctie van <terug> euro staat op de volgende nota.',
          '~Correctie gezien, netjes.',
        ],
      ],
    },
  ],
  en: [
    {
      titles: ['Solar panels', 'Feed-in question'],
      cases: [
        [
          'There is a line "terugleverkosten" of <klein> euro on my bill. {What is that?|Am I paying to give power away?}',
          'Those are feed-in costs: what it costs us to get rid of surplus solar power. They are in your contract since <maand>, the payment per kWh is separate.',
          '=Not happy, but at least I understand.',
        ],
        [
          'We installed <panelen> solar panels. {Do I need to tell you?|Where do I register them?}',
          'You register them with the grid operator, the form is national. We see it in the meter automatically.',
          '~Registered, thank you.',
        ],
        [
          'My inverter says I produced twice as much as your app shows.',
          'The inverter counts everything, the meter only what leaves the house. What you use right away is not in our number.',
          'Of course. That explains it.',
        ],
        [
          'What do you pay per kWh for solar surplus {now|at the moment}?',
          'Seven cents per kWh for what is left after netting. You can find it in the app under Tarieven.',
          'Good to know.',
        ],
      ],
    },
  ],
};
