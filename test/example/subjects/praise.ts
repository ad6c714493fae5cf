import type { Subject } from '../scene.ts';

export const compliment: Subject = {
  key: 'compliment',
  share: 6,
  department: 'service',
  nl: [
    {
      mood: 'glad',
      idle: true,
      says: [
        'Even een pluim voor {<medewerker>|jullie collega <medewerker>}: {binnen tien minuten alles geregeld|zo geduldig aan de telefoon|belde zelfs na om te horen of het gelukt was}.',
        '{Verwacht je een half uur wachtmuziek|Stel je je in op gezeur}, is het in {vier|drie} minuten opgelost. {Chapeau.|Het kan dus wel.}',
        'Mijn {moeder|opa|buurvrouw} van <leeftijd> is vandaag zo goed geholpen door {<medewerker>|iemand van jullie}. {Het gaat er nog steeds over aan tafel.|Daar word ik blij van.}',
        'De overstap ging {vlekkeloos|zonder één telefoontje}. {Dat mag ook wel eens gezegd worden.|Petje af.}',
        'Wat een duidelijke brief over de nieuwe tarieven. {Eén bladzijde en geen kleine letters.|Ik begreep hem in één keer.}',
        'Dat ik op {<weekdag>avond|een feestdag} nog antwoord kreeg {had ik niet verwacht|is echt top}.',
        'Jullie stukje over de windmolens bij <plaats> met veel plezier gelezen. {Mijn dochter nam het mee naar school.|}',
        'Top geholpen met {de betalingsregeling|de verhuizing|de meter} door <medewerker>. {Zonder dat ik me dom voelde.|Duim omhoog.}',
      ],
      titles: ['Compliment', 'Bedankt voor de goede hulp'],
      answers: [
        'Wat leuk om te lezen! Ik geef het door, daar wordt de hele afdeling vrolijk van.',
        'Daar doen we het voor. Een fijne dag nog!',
        'Dank voor de mooie woorden, ik heb ze op het prikbord gehangen.',
      ],
      good: ['Verdiend hoor.', 'Graag gedaan.'],
    },
  ],
  en: [
    {
      mood: 'glad',
      idle: true,
      says: [
        'Credit where it is due: {<medewerker>|your colleague <medewerker>} sorted my {contract|bill|move} in ten minutes{, in English too|}.',
        'Expected a fight over my bill, got a friendly person and {an apology|a solution} instead. {Well done.|}',
        'Switching to you was {painless|the easiest thing I did this year}.',
        'Your English page about {solar panels|the yearly bill} is the clearest I have seen here.',
      ],
      titles: ['Thank you'],
      answers: ['How nice to read! I will pass it on to the team.', 'That makes our day, thank you.'],
      good: ['You earned it.'],
    },
  ],
};

export const trust: Subject = {
  key: 'trust',
  share: 2,
  department: 'marketing',
  nl: [
    {
      mood: 'glad',
      idle: true,
      only: ['x', 'facebook', 'forum', 'mail', 'mastodon'],
      says: [
        'Al {elf|zestien|drieëntwintig} jaar klant en nooit het gevoel gehad dat ik genept word. {Jullie voorstel voor volgend jaar neem ik gewoon aan.|Dat zegt wel iets.}',
        'Iedereen om me heen zit prijzen te vergelijken. {Ik laat het aan jullie over, dat is altijd goed gegaan.|Ik vertrouw erop dat Waterkracht me netjes behandelt.}',
        'Als Waterkracht zegt dat <oud> euro genoeg is, dan is <oud> euro genoeg. {Nog nooit anders meegemaakt.|Zo simpel is het.}',
        'Wat jullie adviseren over {isolatie|de panelen} doen we zonder er een second opinion bij te halen. {Dat doe ik bij mijn eigen zwager niet eens.|}',
        'Ik vertrouw jullie. {Dat zeg ik niet snel van een energiebedrijf.|De vorige keer is ook alles nagekomen.}',
      ],
      titles: ['Gewoon tevreden'],
      answers: [
        'Dat is een groot compliment, we zullen er zuinig op zijn.',
        'Dank voor dat vertrouwen. Mocht het eens minder gaan, zeg het dan meteen.',
      ],
    },
  ],
  en: [
    {
      mood: 'glad',
      idle: true,
      only: ['x', 'facebook', 'forum'],
      says: [
        'Everyone compares tariffs in a spreadsheet. I just let Waterkracht choose, {they never let me down|it has been fair for <weken> years}.',
        'I trust you with my {meter data|bill}, and I do not say that about many companies.',
      ],
      answers: ['That is a big compliment. We will be careful with it.'],
    },
  ],
};

export const anticipated: Subject = {
  key: 'anticipated',
  share: 2,
  department: 'service',
  nl: [
    {
      mood: 'glad',
      idle: true,
      says: [
        'Jullie belden op <toen> omdat mijn verbruik ineens verdubbelde, nog voor er een rekening was. {Bleek een lekkende boiler.|De vloerverwarming in de schuur stond aan!} Had er zelf niet om gevraagd.',
        'Kreeg een bericht dat mijn vaste contract afloopt, mét voorstel, {precies toen ik erover begon te denken|nog voor ik het zelf in de gaten had}. {Jullie weten eerder wat ik nodig heb dan ik.|Fijn.}',
        'Sms van jullie: er wordt <weekdag> gewerkt aan het net, denk aan de {vriezer|vissen}. {Daar had ik nog niet aan gedacht.|Zo hoort het.}',
        'Dat jullie uit jezelf mijn termijnbedrag naar <midden> euro verlaagden na {de isolatie|de zonnepanelen}... {ik had het nog niet eens gemeld|ik wilde er net om vragen}.',
        'Net verhuisd en er ligt al een kaartje met hoe de meter hier werkt. {Nog voor ik het kon vragen.|Ongevraagd goed.}',
      ],
      titles: ['Fijn dat jullie zelf belden'],
      answers: [
        'Fijn dat het van pas kwam! We kijken sinds kort elke week wie er iets aan een seintje heeft.',
        'Mooi om te horen, dan was het telefoontje niet voor niets.',
      ],
      good: ['Houd dat erin.'],
    },
  ],
  en: [
    {
      mood: 'glad',
      idle: true,
      says: [
        'You called me about my usage before I even got a bill. {Turned out to be a broken boiler.|Saved me a lot of money.} I had not asked for anything!',
        'Got your message that my contract ends soon, with an offer, right when I {started to think about it|needed it}.',
      ],
      answers: ['Great that it helped! We try to spot these things early.'],
    },
  ],
};
