import type { Subject } from '../scene.ts';

export const cancelling: Subject = {
  key: 'cancelling',
  share: 4,
  department: 'service',
  nl: [
    {
      weight: 2,
      titles: ['Contract <contract>', 'Vraag over opzeggen', 'Contract beëindigen'],
      cases: [
        [
          'Ik wil mijn contract <contract> opzeggen per <straks>. {Graag een bevestiging.|Hoe gaat dat in zijn werk?}',
          'De opzegging is verwerkt per <straks>. Geef op die dag de meterstand door, de eindnota volgt binnen zes weken.',
          '~Bevestiging is binnen.',
        ],
        [
          'Hoe zeg ik op? {Op de site kan ik die knop niet vinden.|De knop "opzeggen" brengt me steeds bij aanbiedingen.}',
          'Onder Mijn contract, helemaal onderaan: Beëindigen. Hier opzeggen mag ook; noem dan de datum, dan regel ik het.',
          'Gevonden, helemaal onderaan inderdaad.',
        ],
        [
          'Wat kost het als ik mijn vaste contract nu {openbreek|tussentijds opzeg}? {Loopt nog tot <maand-straks>.|}',
          'De opzegvergoeding hangt af van het verschil met de prijs van nu. Bij [jou/u] is dat vandaag <klein> euro, het staat ook in de app onder Mijn contract.',
          '=Dan zit ik het uit.',
        ],
        [
          'Mijn {man|vader|tante} is overleden op <toen>. Het contract aan de <straat> moet worden beëindigd of op mijn naam komen. {Wat is er nodig?|Hoe regel ik dit?}',
          'Gecondoleerd met dit verlies. Een kopie van de akte is genoeg. Ik heb het contract op [jouw/uw] naam klaargezet; post op de oude naam komt er niet meer.',
          '=Bedankt voor de zorgvuldigheid.',
        ],
        [
          'Gisteren getekend bij een verkoper aan de deur en nu heb ik spijt. {Kan ik er nog van af?|Hij zei dat het alleen informatie was.}',
          'Ja, er is veertien dagen bedenktijd. Ik heb het contract ongedaan gemaakt, er kosten aan verbonden zijn er niet. Wat zei de verkoper precies? Dat willen we graag weten.',
          '=Wat een opluchting.',
        ],
        [
          'Ik stap over naar een ander. {Moet ik zelf bij jullie opzeggen of doet de nieuwe dat?|}',
          'De nieuwe leverancier regelt dat. Jammer dat [je/u] weggaat, de eindnota komt binnen zes weken.',
          '=Duidelijk, en niets persoonlijks.',
        ],
      ],
    },
    {
      mood: 'cross',
      titles: ['Opzegging', 'Ik zeg op'],
      cases: [
        [
          'Ik ben er klaar mee en wil opzeggen. {Drie keer een verkeerde nota.|Niemand die terugbelt.|Elke maand gedoe.} Klantnummer <klantnr>.',
          'Dat begrijp ik. De opzegging staat klaar zonder vergoeding. Mag ik <weekdag> nog bellen om te horen wat er misging? Niet om [je/u] over te halen.',
          '=Bellen mag, ik waardeer het dat u het vraagt.',
        ],
        [
          'Opgezegd op <toen> en er wordt nog steeds afgeschreven. {Opzeggen kan niet duidelijker.|Voor de <keer> keer.}',
          'De opzegging is per ongeluk op een ander contract gezet. Nu goed, en de <oud> euro komt terug.',
          '~Geld terug, klaar.',
        ],
        [
          'Voor opzeggen willen jullie <bedrag> euro?! {Dat stond er niet bij toen ik tekende.|Daar ga ik niet mee akkoord.}',
          'Ik heb het nagerekend met de prijs van vandaag, dan is het <klein> euro. Het hogere bedrag was van vorige maand.',
          '=Dat scheelt. Dan nog denk ik erover na.',
        ],
      ],
    },
  ],
  en: [
    {
      titles: ['Cancel contract <contract>'],
      cases: [
        [
          'I want to cancel my contract <contract> as of <straks>. {Please confirm.|}',
          'Your cancellation is confirmed for <straks>. Please send the meter reading on that day.',
          '~Got the confirmation.',
        ],
        [
          'How do I cancel? {I only find offers on the site.|}',
          'It is under Mijn contract, at the very bottom: Beëindigen. Or just give me the date and I will do it.',
          'Found the button.',
        ],
        [
          'A salesman at the door made me sign yesterday. I changed my mind, can I cancel?',
          'Yes, you have fourteen days. I cancelled it for you, there are no costs.',
          '=Relieved, thank you.',
        ],
      ],
    },
  ],
};

export const renewal: Subject = {
  key: 'renewal',
  share: 5,
  department: 'service',
  nl: [
    {
      weight: 3,
      titles: ['Contract verlengen', 'Vraag over mijn contract', 'Contract <contract>'],
      cases: [
        [
          'Mijn contract loopt af op <straks>. {Wat zijn de mogelijkheden?|Moet ik iets doen?|Krijg ik een aanbod?}',
          'Zonder keuze gaat het over op variabel. Er staan twee aanbiedingen klaar in de app: één jaar vast en drie jaar vast.',
          'Eén jaar vast gekozen.',
        ],
        [
          'Wat is op dit moment verstandig: {vast, variabel of dynamisch|één of drie jaar vast}? {Ik ben geen waaghals.|We hebben een warmtepomp en panelen.}',
          'Wie rust wil kiest vast, wie overdag kan schuiven met wassen en laden kan met dynamisch voordeliger uit zijn. Een rekenhulp met het eigen verbruik staat in de app.',
          '=De rekenhulp zegt vast, dus vast.',
        ],
        [
          'Het verlengingsaanbod dat ik kreeg is {duurder|4 cent hoger} dan wat nieuwe klanten op de site krijgen. {Loyaliteit loont dus niet?|Kan ik dat ook krijgen?}',
          'Dat klopt niet: bestaande klanten mogen hetzelfde tarief kiezen. Ik heb het aangepast, het nieuwe aanbod staat in de app.',
          '=Hetzelfde tarief, dan blijf ik.',
        ],
        [
          'Zie ik het goed dat mijn contract stilzwijgend is verlengd? {Ik heb nergens voor getekend.|}',
          'Het is overgegaan op een variabel contract, dat is per maand opzegbaar. Er zit dus nergens een slot op.',
          '=Dan is het goed.',
        ],
        [
          'Hoe werkt dat dynamische contract {met prijzen per uur|precies}? {Mijn schoonzoon raadt het aan.|}',
          'De prijs wisselt elk uur en staat een dag vooruit in de app. Midden op zonnige dagen is hij laag, rond etenstijd hoog.',
          '=Met een gewone baan is dat niets voor mij, denk ik.',
        ],
        [
          'Is de stroom in het aanbod "Hollandse wind" echt van hier? {En niet van certificaten uit het hoge noorden?|}',
          'Ja, van windmolens in eigen land, de helft staat bij <plaats>. Het stroometiket op de site laat per molen zien hoeveel.',
          '=Een etiket per molen, mooi.',
        ],
        [
          'Ik heb op <toen> ja gezegd tegen de verlenging maar nog niks ontvangen. {Staat het erin?|Is het wel doorgekomen?}',
          'Het staat erin, drie jaar vast vanaf <straks>. De bevestiging ging naar een oud mailadres, ik stuur hem opnieuw.',
          'Nu wel ontvangen.',
        ],
      ],
      peers: [
        'Ik zit een half jaar op dynamisch. Met een auto aan de stekker en een wekker op de vaatwasser ben ik 20 euro per maand goedkoper uit.',
        'Let bij vast vooral op de terugleverkosten, daar zit tegenwoordig het verschil.',
      ],
    },
  ],
  en: [
    {
      titles: ['Contract renewal'],
      cases: [
        [
          'My contract ends on <straks>. {What are my options?|What happens if I do nothing?}',
          'If you do nothing it turns variable, which you can end any month. There are two fixed offers waiting in the app, one year and three years.',
          '=Took the one year.',
        ],
        [
          'The renewal offer is higher than what new customers get on your site. {Why?|Can I have that one?}',
          'You can choose the same rate. I have changed your offer, it is in the app now.',
          '=Same rate, then I will stay.',
        ],
        [
          'How does the dynamic contract work{ with hourly prices|}?',
          'The price changes every hour and is known a day ahead in the app. It is low around noon on sunny days and high at dinner time.',
          '=Not with my schedule, but thanks.',
        ],
      ],
    },
  ],
};
