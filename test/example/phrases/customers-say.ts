import type { Language, Mood } from '../scene.ts';

/** Sentences that fit any subject; they give people a life beside their energy bill. */
interface Phrases {
  mailOpening: readonly string[];
  shortOpening: readonly string[];
  forumOpening: readonly string[];
  extras: Readonly<Record<Mood, readonly string[]>>;
  /** Where a person with a question has looked before asking. */
  searched: readonly string[];
  closing: Readonly<Record<Mood, readonly string[]>>;
  signing: readonly string[];
  thanks: readonly string[];
  quietThanks: readonly string[];
  nudges: readonly string[];
  again: readonly string[];
  sulk: readonly string[];
  peerThanks: readonly string[];
}

const dutch: Phrases = {
  mailOpening: [
    '{Geachte heer/mevrouw|Geachte klantenservice|Beste klantenservice|Beste mensen van Waterkracht|<dagdeel>|Geacht Waterkracht|Beste Waterkracht|L.S.|Hallo|Dag},',
  ],
  shortOpening: ['{Hallo|Hoi|<dagdeel>|Dag Waterkracht|Hoi Waterkracht|Hai|Beste Waterkracht}{,| -}'],
  forumOpening: [
    '{Hoi allemaal,|Hallo,|<dagdeel> forumleden,|Beste medeforummers,|Hoi,|Even een bericht van mij.}',
  ],
  extras: {
    calm: [
      'Ik ben {overdag|tussen de middag|na vier uur} het best bereikbaar.',
      'Bellen lukt me niet, ik werk in de {ploegendienst|zorg|kas}.',
      'Het heeft geen haast hoor.',
      'Graag voor <straks>, want daarna {zijn we weg|ben ik geopereerd|begint mijn nieuwe baan}.',
      'Wij wonen sinds <maand> in <plaats>.',
      'Mijn klantnummer is <klantnr>.',
      'Ik ben bereikbaar op <tel>.',
    ],
    cross: [
      'Dit is {nu al |}de {tweede|derde|vierde} keer dat ik hierover contact zoek.',
      'Op <toen> heb ik hier ook al over gemaild.',
      'Ik word van het kastje naar de muur gestuurd.',
      'Zo ga je toch niet met klanten om.',
      'Ik vraag geen gouden bergen, alleen een antwoord.',
      'Anders stap ik {gewoon |}over.',
      'Vorige leverancier deed dit in een dag.',
      'Mijn klantnummer is <klantnr>, voor de <keer> keer.',
      'Ik ben {boos|teleurgesteld|er moe van}, dat mogen jullie gerust weten.',
      'Mijn {vrouw|man} heeft ook al gebeld, zonder resultaat.',
    ],
    glad: [
      'Dat wilde ik even kwijt.',
      'Ga zo door.',
      'Meestal schrijf je alleen als er iets mis is, vandaar.',
      'Werd er echt vrolijk van.',
      'Geef het vooral door.',
    ],
  },
  searched: [
    'Ik heb al {op de site|in de app|bij de veelgestelde vragen} gezocht.',
    'Mijn {zoon|dochter|buurvrouw} zei dat ik het hier moest vragen.',
    'Sorry als ik het verkeerde kanaal gebruik.',
    'Ik dacht, ik vraag het maar gewoon.',
    'Op de site {vind ik het niet|raak ik de weg kwijt}.',
    'Kon het antwoord {nergens|in de app niet} vinden.',
  ],
  closing: {
    calm: [
      'Alvast {bedankt|hartelijk dank}.',
      'Ik hoor {het graag|graag van u|graag hoe het zit}.',
      'Dank voor de moeite.',
      '',
    ],
    cross: [
      'Ik verwacht {vandaag|deze week|spoedig} een reactie.',
      'Ik wacht uw antwoord af.',
      'Hopelijk leest iemand dit.',
      '',
    ],
    glad: ['{Nogmaals bedankt|Fijne dag nog}!', 'Hartelijke groet aan het team.', ''],
  },
  signing: ['{Met vriendelijke groet|Groet|Groeten|Hartelijke groet|Mvg|Vriendelijke groet},'],
  thanks: [
    '{Bedankt|Dank je wel|Dankjewel|Top, bedankt|Super, dank|Fijn, dank}{ <collega>|}{!|.} <goed>',
    '<goed> {Bedankt|Dank|Hartelijk dank}{ voor de snelle reactie| voor het uitzoeken| <collega>|}{!|.}',
    '{Helemaal goed|Opgelost|Gelukt|Geregeld}. <goed>',
    '<goed> {Fijne dag nog.|Prettig weekend.|Was ik daar maar eerder mee gekomen.|Dat had ik zelf niet bedacht.|Zo kan het dus ook.|Scheelt me weer een telefoontje.}',
    '{Kijk, daar heb ik wat aan.|Zo, dat is snel.|Aha.|Helder verhaal.|Duidelijk!} <goed>',
  ],
  quietThanks: [
    '{Oké|Ok|Prima|Duidelijk|Helder|Goed}, {dank je wel|bedankt|dank|thanks|dan weet ik dat}{ <collega>|}{.|!}',
    '{Bedankt voor <antwoordwoord>|Fijn dat je even meekeek|Dank voor de moeite|Super bedankt}{, <collega>|}{.|!}',
    '{Dan weet ik waar ik aan toe ben|Dan ben ik weer bij|Dan ben ik gerustgesteld|Daar kan ik wat mee}{, dank|, bedankt <collega>|}.',
    'Dank <collega>, {weer iets geleerd|ik geef het door aan mijn man|ik zal het onthouden|daar kan ik mee vooruit|je bent een kanjer}.',
    '{Ah ja|Oh zo|Kijk|Mooi zo}, {zo zat het dus|dat was het|daar was ik zelf niet op gekomen}. {Dank!|Merci!|Bedankt hè.}',
  ],
  nudges: [
    'Ik heb nog {niets gehoord|geen antwoord gekregen|geen reactie gezien} op mijn {bericht|vraag} van <eerder>. {Kan iemand reageren?|Is het wel aangekomen?|Leeft daar nog iemand?}',
    '{Iemand?|Hallo?|Nog nieuws?|Al iets bekend?} Mijn {vraag|bericht} over <kern> staat nog open.',
    '<verstreken> dagen verder en nog steeds geen reactie over <kern>.',
    'Ik stuur dit nog maar een keer, want over <kern> heb ik nog niets gehoord.',
    'Mag ik nog even {aandacht voor|terugkomen op} <kern>? {Het begint te dringen.|Gisteren weer gebeld, zonder succes.|}',
    'Stilte bij Waterkracht. {Toch wel jammer.|Ik had meer verwacht.} Het ging over <kern>.',
  ],
  again: [
    'Helaas, {het is nog niet opgelost|er is niets veranderd|dit helpt niet}. {Wat nu?|Kunt u nog eens kijken?} Het gaat nog steeds om <kern>.',
    'Dat is geen antwoord op mijn vraag over <kern>. {Lees het nog eens, alstublieft.|Ik vroeg iets anders.}',
    'Dit heeft {uw collega|iemand anders bij jullie} mij op <toen> ook al verteld over <kern>, en toen gebeurde er niets.',
    'Ik heb het geprobeerd, maar {het lukt niet|hetzelfde resultaat}. <kern-hoofd> {blijft een probleem|is nog niet in orde}.',
    'Fijn dat er een reactie komt, maar ik zit nog altijd met <kern>.',
  ],
  sulk: [
    'Laat maar, {ik heb het zelf al uitgezocht|het is al niet meer nodig|de buurman heeft het opgelost}. Over <kern> hoef ik niets meer te horen.',
    'Hoeft al niet meer. {Bedankt voor niets.|Jammer.} <kern-hoofd>: zelf geregeld.',
    '{Dag|Doei} Waterkracht, ik zoek {hulp met|het met} <kern> wel ergens anders.',
  ],
  peerThanks: [
    '{Dankjewel|Top|Bedankt} <peer>, {dat ga ik proberen|dat was het|daar heb ik iets aan}.',
    'Aha, {goed idee|slim} <peer>. {Ik meld me als het gelukt is.|Vanavond testen.|Weer iets geleerd.}',
  ],
};

const english: Phrases = {
  mailOpening: [
    '{Dear Waterkracht|Hello|Good day|Dear sir or madam|Dear customer service|Hi there|Hi Waterkracht},',
  ],
  shortOpening: ['{Hi|Hello|Hi Waterkracht|Hey there|Hello Waterkracht}{,| -}'],
  forumOpening: ['{Hi all,|Hello everyone,|English speaker here, sorry.}'],
  extras: {
    calm: [
      'I am easiest to reach {after five|in the morning|by mail}.',
      'No rush.',
      'My customer number is <klantnr>.',
      'We moved to <plaats> in <maand>.',
      'You can call me on <tel>.',
    ],
    cross: [
      'This is the {second|third} time I ask.',
      'I also mailed about this on <toen>.',
      'I am getting {tired|sick} of this.',
      'I will switch if this goes on.',
      'My customer number is <klantnr>, again.',
    ],
    glad: [
      'Just wanted to say that.',
      'Keep it up.',
      'People only write when something is wrong, so here you go.',
    ],
  },
  searched: [
    'I already looked {on the site|in the app} but my Dutch is limited.',
    'My neighbour told me to ask here.',
    'Could not find it {anywhere|in the app}.',
  ],
  closing: {
    calm: ['Thanks in advance.', 'Thank you for your help.', 'Looking forward to your answer.', ''],
    cross: ['I expect an answer {today|this week}.', 'Please do something about it.', ''],
    glad: ['Have a nice day!', 'Thanks again!', ''],
  },
  signing: ['{Kind regards|Best regards|Best|Regards|Thanks},'],
  thanks: [
    '{Thanks|Thank you|Great, thanks}{ <collega>|}{!|.} <goed>',
    '<goed> {Thanks a lot|Many thanks|Thank you}{ <collega>| for the quick reply|}{!|.}',
    '{Solved.|Perfect.|That worked.|All good now.} <goed>',
    '<goed> {Have a good day.|Saved me a phone call.|Should have asked earlier.}',
  ],
  quietThanks: [
    '{Ok|Okay|Alright|Clear}, {thanks|thank you|cheers}{ <collega>|}{.|!}',
    'Thanks <collega>, {that helps|good to know|I will try that|appreciate it}.',
    '{Good to know|That is clear|Makes sense}, {thanks|thank you}{ <collega>|}.',
  ],
  nudges: [
    'I have not heard back since <eerder>. {Did my message arrive?|Can someone reply?} It was about <kern>.',
    '{Anyone there?|Any news?|Hello?} Still waiting for an answer about <kern>.',
    '<verstreken> days later and still nothing about <kern>.',
  ],
  again: [
    'Unfortunately {nothing changed|that did not help}. It is still about <kern>.',
    'That does not answer my question about <kern>. {Please read it again.|}',
    'Someone told me the same on <toen> and nothing happened with <kern>.',
  ],
  sulk: [
    'Never mind, I {found it out myself|solved it with a neighbour}. It was about <kern>.',
    'Forget it. {Thanks for nothing.|} <kern-hoofd>: done it myself.',
  ],
  peerThanks: ['{Thanks|Cheers} <peer>, {will try that|that was it}.'],
};

export function phrasesFor(language: Language): Phrases {
  return language === 'nl' ? dutch : english;
}
