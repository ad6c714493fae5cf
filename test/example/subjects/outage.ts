import type { Subject } from '../scene.ts';

export const outage: Subject = {
  key: 'outage',
  share: 9,
  department: 'operations',
  nl: [
    {
      weight: 4,
      fast: true,
      says: [
        '{Hele|De hele} <straat> in <plaats> zit zonder stroom{, al sinds <uur>| sinds een {uur|half uur|kwartiertje}|}.',
        'De stroom is {net|zojuist|een kwartier geleden} uitgevallen aan de <straat>{, bij de buren ook|, niet alleen bij ons|, de straatverlichting doet ook niks}.',
        '{Pats, alles uit|Alles viel in één keer uit|Ineens alles uit} hier in <wijk>{, de hele buurt staat buiten|, zelfs de school is donker|}.',
        'Sinds <uur> geen stroom meer in <wijk>, <plaats>.',
        'Wij hebben {nu al ruim een uur|al bijna twee uur|sinds <uur>} geen {stroom|elektriciteit} op nummer <huisnr> in de <straat>.',
        'Stroomstoring in <plaats>? {Hier op de <straat>|In <wijk>} doet niets het meer{, ook de verkeerslichten niet|, de lift in de flat ook niet|}.',
      ],
      adds: [
        'De {bakker|kapper|snackbar|fietsenmaker} op de hoek staat ook in het donker.',
        'De meterkast heb ik al bekeken, alle schakelaars staan gewoon omhoog.',
        'De vriezer zit vol {vlees|groente van de volkstuin|soep voor het buurtfeest}, dus ik maak me een beetje zorgen.',
        'Ik werk thuis en mijn {laptop|telefoon} is bijna leeg.',
        'Jullie storingskaart laat {niets|alleen een grijs vlak} zien.',
        'Het storingsnummer is {steeds in gesprek|onbereikbaar}.',
      ],
      asks: [
        'Is dit {al bekend|bekend bij jullie}?',
        'Hoe lang gaat dit {nog |}duren?',
        'Weten jullie {al |}wat er aan de hand is?',
        'Wanneer hebben we weer stroom?',
        'Komt er iemand {kijken|langs}?',
        'Kan iemand zeggen waar we aan toe zijn?',
      ],
      titles: ['Geen stroom <straat> <plaats>', 'Stroomuitval <wijk>', 'Storing gemeld: <straat>'],
      answers: [
        'We zien de storing in <wijk>: er is een {kabel geraakt bij graafwerk|defect in een verdeelstation}. De monteurs zijn bezig, we verwachten de stroom rond <klaar> uur terug.',
        'Ja, de storing rond de <straat> is bekend. Een ploeg is ter plaatse en we denken het voor <klaar> uur te verhelpen. Wordt het later, dan laten we het hier weten.',
        'Bedankt voor het melden, daarmee konden we de plek bepalen. Een monteur is onderweg naar <wijk>, hij verwacht er tot ongeveer <klaar> uur mee bezig te zijn.',
      ],
      late: [
        'De storing in <wijk> is inmiddels verholpen, het was een {kapotte kabelmof|beschadigde kabel}. Heeft [je/uw] woning nog geen stroom, zet dan de hoofdschakelaar een keer uit en aan en laat het ons weten.',
        'Deze storing was na ongeveer drie uur voorbij. We hadden eerder moeten reageren. Is er nog iets stuk gegaan, meld het dan via het schadeformulier op de site.',
      ],
      good: [
        '~We hebben weer licht{, hoera|}.',
        '~De stroom is terug {in de <straat>|hier}.',
        '~Alles doet het weer{, alleen de magnetron knippert nog|, de buren juichen|}.',
        '~De koelkast bromt weer{, heerlijk geluid|}.',
      ],
      more: [
        [
          'Inmiddels is het {een uur|anderhalf uur} later en nog steeds niets in de <straat>. Blijft het bij <klaar> uur?',
          'De reparatie duurt langer dan gedacht, er moest een tweede gat worden gegraven. De nieuwe verwachting is ongeveer een uur later. Het spijt ons.',
        ],
        [
          'Bij de overkant van de <straat> brandt weer licht, bij ons op nummer <huisnr> niet. Hoe kan dat?',
          'Dan zit [je/u] op de andere helft van de kabel. Die wordt als tweede ingeschakeld, reken op een half uur extra.',
        ],
      ],
    },
    {
      fast: true,
      says: [
        'Ik ruik {gas|een sterke gaslucht} in de {gang|meterkast|kelder|berging} van mijn huis aan de <straat> <huisnr>.',
        'Er hangt een gaslucht {bij de voordeur|op de galerij|in het trappenhuis} aan de <straat> in <plaats>{, de buurvrouw ruikt het ook|}.',
        'Bij het opgraven van de stoep in de <straat> ruikt het hier ineens naar gas.',
      ],
      adds: [
        'De ramen staan al open.',
        'Ik heb de kinderen naar de buren gebracht.',
        'De hoofdkraan krijg ik niet dicht.',
      ],
      asks: ['Wat moet ik doen?', 'Kan er nu iemand komen?', 'Wie moet ik bellen?'],
      titles: ['Gaslucht <straat> <huisnr>', 'SPOED gaslucht'],
      answers: [
        'Ga naar buiten, geen vuur en geen lichtknoppen, en bel nu het storingsnummer dat op de meter staat. Ik heb het adres <straat> <huisnr> al doorgegeven, er rijdt direct een monteur naartoe.',
        'Dit gaat voor alles: verlaat het pand, laat de deur open en bel buiten het storingsnummer. Een monteur is met spoed onderweg naar de <straat>.',
      ],
      good: [
        '~De monteur was er binnen twintig minuten. Het was een lekke koppeling, is dicht.',
        '~Er is gemeten en het bleek de riolering te zijn en geen gas. Wel fijn dat er meteen iemand kwam.',
        '~Het lek zat in de <straat> onder de stoep en is gedicht.',
      ],
    },
    {
      says: [
        'Alleen bij ons op <straat> <huisnr> valt {de helft van de stroom|een groep} {telkens|om de haverklap|elke avond} uit.',
        'Het licht {knippert|flikkert} hier {al dagen|sinds <toen>} en de {lampen|spotjes} gaan er sneller aan.',
        'De aardlekschakelaar slaat {elke ochtend rond <uur>|steeds} af, de elektricien zegt dat het {van buiten komt|in de aansluiting zit}.',
        'Mijn {oven|wasmachine|computer} geeft een foutmelding over te lage spanning{, gemeten: 198 volt|}.',
      ],
      adds: [
        'De installateur heeft binnen alles nagekeken en vond niks.',
        'Bij de buren is er niets aan de hand.',
        'Het is erger als de {straat aan het laden is|buren koken}.',
      ],
      asks: [
        'Kan er iemand de aansluiting nameten?',
        'Ligt dit aan het net of aan mijn kant?',
        'Wat kan ik zelf nog proberen?',
      ],
      titles: ['Spanning schommelt', 'Stroom valt steeds uit op <straat> <huisnr>'],
      answers: [
        'We komen de spanning een week lang meten met een kastje in de meterkast. De monteur kan <weekdag> <venster> langskomen, past dat?',
        'Dit klinkt als een los contact in de aansluitkast. Dat is ons deel. Ik heb een monteur ingepland voor <weekdag> <venster>, het kost niets.',
        'Tot en met de meter is het net van ons, daarna van de bewoner. We meten het na, <weekdag> <venster>, dan weten we aan welke kant het zit.',
      ],
      good: [
        '~Monteur geweest, er zat een verbrande klem in de kast. Nu is alles rustig.',
        '~De meting is gedaan en de fase is omgezet. Geen geflikker meer.',
      ],
      more: [
        [
          'Op <weekdag> werk ik. Kan het ook {na vier uur|in de ochtend|een week later}?',
          'Dat kan, de eerste vrije plek is de dag daarna tussen 16 en 18 uur. Ik heb hem voor [je/u] vastgezet.',
        ],
      ],
    },
    {
      mood: 'cross',
      says: [
        'De storing van <toen> heeft mij een {vriezer vol eten|router|printer} gekost, schade ongeveer <bedrag> euro.',
        'Na de stroomstoring van <toen> doet onze {cv-ketel|televisie|alarminstallatie} het niet meer.',
        'Op <toen> <uren> uur zonder stroom gezeten en geen woord van jullie gehoord.',
        'Drie storingen in {een maand|zes weken} in <wijk>, dat {kan toch niet|is toch geen toeval meer}.',
      ],
      adds: [
        "Ik heb foto's en bonnetjes bewaard.",
        'De buren hebben hetzelfde.',
        "Een sms'je had al geholpen.",
        'Mijn {winkel|praktijk} moest de hele middag dicht.',
      ],
      asks: [
        'Hoe krijg ik dit vergoed?',
        'Waar kan ik de schade melden?',
        'Wat doen jullie om dit te voorkomen?',
        'Heb ik recht op een vergoeding?',
      ],
      titles: ['Schade na stroomstoring <toen>', 'Vergoeding storing <wijk>', 'Storing van <toen>'],
      answers: [
        [
          'Bij een storing langer dan vier uur volgt vanzelf een vergoeding van 35 euro op de volgende nota. Schade aan apparaten beoordelen we apart: stuur foto en bon mee onder zaaknummer <zaak>.',
          '~Ik heb alles onder <zaak> opgestuurd en de 35 euro staat op de nota.',
          'De storing duurde volgens jullie 3 uur en 50 minuten. Ik heb een foto van de klok, het waren er ruim vier.',
          'Die foto helpt. Ik heb hem bij <zaak> gezet en de vergoeding alsnog toegekend.',
        ],
        [
          'Ik heb een schademelding voor [je/u] gemaakt, nummer <zaak>. Een collega bekijkt de meetgegevens van die dag en belt binnen tien werkdagen.',
          '~De schade is vergoed, dat had ik niet verwacht.',
        ],
        [
          'In <wijk> vervangen we vanaf <straks> het oudste stuk kabel, dat is de oorzaak van deze storingen. De vergoeding staat op de eerstvolgende nota.',
          '=Goed dat de kabel vervangen wordt, daar heb ik meer aan dan aan geld.',
        ],
      ],
    },
    {
      cases: [
        [
          'In de bus ligt een briefje dat op <straks> de stroom eraf gaat. {Is dat de hele dag of maar even?|Hoe lang duurt dat ongeveer?}',
          'De stroom is die dag naar verwachting {drie|vier} uur weg, we beginnen om 9 uur.',
          '=Dan ga ik die ochtend in de bibliotheek zitten.',
        ],
        [
          'Werkzaamheden aan het net op <straks>, staat op een kaartje aan mijn deur. Moet ik de zonnepanelen zelf uitzetten?',
          'Nee, zonnepanelen schakelen zichzelf uit en weer aan zodra de spanning terug is.',
          '=Dan laat ik die panelen lekker met rust.',
        ],
        [
          'Jullie gaan <straks> aan de kabel werken in de <straat>, lees ik. Ik heb die dag {een online examen|de hele dag vergaderingen}. Kan het niet op een andere dag?',
          'Verschuiven lukt niet, er is een hele ploeg voor ingepland. Wel is het wijkcentrum die dag open met werkplekken en koffie, speciaal hiervoor.',
          '=Een werkplek met koffie, daar doe ik het voor.',
        ],
        [
          'Geldt de onderbreking van <straks> ook voor <straat> <huisnr>? De buren hebben een brief en wij niet.',
          'Nummer <huisnr> valt er ook onder. De brief had er moeten zijn, excuses. De stroom is weg van 9 tot ongeveer 12 uur.',
          '=Dan weet ik het, de diepvries blijft dicht.',
        ],
        [
          'Brief over de werkzaamheden van <straks> gekregen. Mijn {vader|schoonmoeder} van <leeftijd> heeft een traplift en een alarmknop, hoe moet dat als de stroom eraf gaat?',
          'Goed dat [je/u] het zegt. We zetten die dag een aggregaat bij de woning en de monteur belt de avond ervoor.',
          '=Wat een zorgzame oplossing, dat stelt hem gerust.',
        ],
      ],
      titles: ['Geplande werkzaamheden <straks>'],
    },
    {
      weight: 2,
      mood: 'cross',
      fast: true,
      says: [
        'Geen warm water en geen verwarming {meer |}in de flat aan de <straat>{, sinds <uur>|}.',
        'De stadswarmte in <wijk> {ligt eruit|doet het niet}, radiatoren zijn {ijskoud|steenkoud}.',
        'Alweer koud douchen op <straat> <huisnr>, het warmtenet {hapert|ligt plat}.',
      ],
      adds: [
        'Er wonen hier veel ouderen.',
        'We hebben een baby van {vijf weken|drie maanden}.',
        'Vorige maand ook al een dag.',
      ],
      asks: ['Hoe lang nog?', 'Is er een storing?', 'Wanneer is het opgelost?'],
      titles: ['Geen warmte <straat>', 'Warmtenet storing <wijk>'],
      answers: [
        'Er is een pomp uitgevallen in het warmtestation van <wijk>. De reservepomp wordt nu aangesloten, rond <klaar> uur moet het water weer warm zijn.',
        'We weten ervan, een monteur is in het station bezig. Verwachting <klaar> uur. Zit er iemand in de knel door de kou, meld het even, dan brengen we een kacheltje.',
      ],
      late: [
        'De pomp in <wijk> is vervangen en de temperatuur is weer normaal. Blijft het lauw, dan kan de monteur <weekdag> langskomen.',
      ],
      good: [
        '~Het water is weer warm.',
        '~De radiatoren tikken weer, warm dus.',
        '~Eindelijk weer gedoucht.',
      ],
    },
  ],
  en: [
    {
      weight: 3,
      fast: true,
      says: [
        'Power is {out|down|gone} on <straat> in <plaats>{, since about <uur>|}.',
        'No electricity in <wijk> {for over an hour now|since <uur>}{, the whole block is dark|}.',
        'Everything just {went off|died} here at <straat> <huisnr>{, neighbours too|}.',
      ],
      adds: [
        'The breakers in my fuse box all look fine.',
        'Your outage map says there is nothing wrong.',
        'I work from home and my laptop has {20|12} percent left.',
        'We have a freezer full of food.',
      ],
      asks: [
        'Do you know about this?',
        'Any idea how long it will take?',
        'When will it be back?',
        'Is someone on the way?',
      ],
      titles: ['Power cut <straat>', 'No electricity in <plaats>'],
      answers: [
        'We know about the outage around <straat>. A cable was hit during digging, the crew is there and expects power back around <klaar>.',
        'Thanks for reporting it. A technician is on the way to <wijk>; we expect to have it fixed by <klaar> and will post here if that changes.',
      ],
      late: [
        'The outage in <wijk> has been repaired, it was a damaged cable. If you still have no power, please switch the main breaker off and on and let us know.',
      ],
      good: [
        '~Lights are back on.',
        '~Power returned just before <klaar>.',
        '~We are back, the fridge is humming.',
      ],
      more: [
        [
          'It is past the time you gave and <straat> is still dark. Any news?',
          'The repair takes longer than we thought, a second joint had to be replaced. Please count on another hour. Sorry.',
        ],
      ],
    },
    {
      says: [
        'After the power cut of <toen> my {router|fridge|coffee machine} is dead.',
        'We were without power for <uren> hours on <toen> and nobody told us anything.',
      ],
      mood: 'cross',
      adds: ['I kept the receipt.', 'This is the third time since spring.'],
      asks: ['How do I claim the damage?', 'Is there any compensation?'],
      titles: ['Damage after power cut <toen>'],
      answers: [
        'For outages over four hours you automatically get 35 euro on the next bill. For the damage I opened case <zaak>; please reply with a photo and the receipt.',
      ],
      good: ['~I sent the photos under <zaak>.', '~The 35 euro showed up, good.'],
    },
    {
      fast: true,
      says: [
        'I smell gas in the {hallway|basement} of <straat> <huisnr>.',
        'There is a strong gas smell outside our door at <straat>, <plaats>.',
      ],
      asks: ['What should I do?', 'Can someone come now?'],
      titles: ['Gas smell at <straat>'],
      answers: [
        'Please leave the building, do not touch any switches, and call the emergency number on your meter from outside. I have already sent a technician to <straat>.',
      ],
      good: ['~He came within twenty minutes, it was a loose fitting. All safe now.'],
    },
  ],
};
