import type { Language, Mood } from '../scene.ts';

/** What colleagues put around an answer. */
interface ReplyPhrases {
  greeting: readonly string[];
  formalGreeting: readonly string[];
  lead: Readonly<Record<Mood, readonly string[]>>;
  sorryForWaiting: readonly string[];
  close: Readonly<Record<Mood, readonly string[]>>;
  holding: readonly string[];
  takingOver: readonly string[];
  anotherTry: readonly string[];
  mailSigning: readonly string[];
  automaticChat: string;
  automaticMail: string;
}

const dutch: ReplyPhrases = {
  greeting: ['{Hoi|Hallo|Dag|<dagdeel>} <voornaam>{,|!}', '{Hoi|Hallo} <voornaam>,', '<dagdeel> <voornaam>,'],
  formalGreeting: ['{Beste|Geachte} <aanspreking>,', '<dagdeel> <meneer>,'],
  lead: {
    calm: ['', '', '', 'Dank voor [je/uw] bericht.'],
    cross: [
      'Wat vervelend.',
      'Excuses voor het ongemak.',
      'Zo hoort het niet.',
      'Ik begrijp dat [je/u] hiervan baalt.',
      'Dat is niet goed gegaan.',
      'Het spijt me dat [je/u] hier achteraan moet.',
    ],
    glad: ['', ''],
  },
  sorryForWaiting: [
    'Sorry voor de late reactie.',
    'Excuses dat het antwoord zo lang op zich liet wachten.',
    'Dit bericht is te lang blijven liggen, sorry.',
  ],
  close: {
    calm: ['', '', '', 'Fijne dag!', 'Ik hoor het graag als er nog iets is.'],
    cross: ['', '', '', 'Ik hoor het graag als er nog iets is.', 'Nogmaals excuses.'],
    glad: ['', ''],
  },
  holding: [
    'Dit kan ik zelf niet zien, ik leg het voor aan {een collega|mijn collega} van <afdeling>. Die laat {vandaag of morgen|uiterlijk morgen|snel} iets weten.',
    'Ik zet [je/uw] vraag door naar <afdeling>, {zij hebben de gegevens|daar weten ze dit precies}. {[Je hoeft/U hoeft] niets opnieuw te vertellen.|Ik heb alles al doorgegeven.}',
    'Hier heb ik <afdeling> voor nodig. Zij reageren hier zelf, ik houd in de gaten dat het gebeurt.',
  ],
  takingOver: [
    '<ik> van <afdeling> hier.',
    'Ik neem het over van <vorige>.',
    'Met <ik>, <afdeling>. <vorige> heeft het mij uitgelegd.',
  ],
  anotherTry: [
    'Dan heb ik het eerst niet goed begrepen. Ik heb er iemand van <afdeling> bij gehaald: het wordt vandaag hersteld en ik controleer het morgen zelf.',
    'Goed dat [je/u] het laat weten. Ik heb het opnieuw opengezet onder <zaak> en bel als het klaar is.',
    '[Je hebt/U hebt] gelijk, mijn antwoord sloeg de plank mis. Wat er nu gebeurt: het dossier <zaak> ligt bij <afdeling> en gaat voor.',
  ],
  mailSigning: ['{Met vriendelijke groet|Vriendelijke groet|Hartelijke groet},'],
  automaticChat:
    "Onze collega's zijn er op werkdagen van 9 tot 17 uur. Ruikt u gas of hangt er een kabel los? Bel dan het storingsnummer op uw meter.",
  automaticMail:
    'Wij hebben uw bericht ontvangen onder nummer <zaak>. Een collega leest het op werkdagen tussen 9 en 17 uur.',
};

const english: ReplyPhrases = {
  greeting: ['{Hi|Hello} <voornaam>{,|!}', '<dagdeel> <voornaam>,'],
  formalGreeting: ['Dear <aanspreking>,'],
  lead: {
    calm: ['', '', 'Thanks for your message.'],
    cross: [
      'I am sorry about this.',
      'That is not how it should go.',
      'Sorry for the trouble.',
      'I understand you are annoyed.',
    ],
    glad: ['', ''],
  },
  sorryForWaiting: ['Sorry for the late reply.', 'Sorry that you had to wait so long.'],
  close: {
    calm: ['', '', '', 'Have a nice day!', 'Let us know if there is anything else.'],
    cross: ['', '', 'Once more, our apologies.', 'Let us know if there is anything else.'],
    glad: ['', ''],
  },
  holding: [
    'I can not see this myself, so I ask a colleague of <afdeling>. They will reply here {today or tomorrow|soon}.',
    'I am passing this on to <afdeling>. You do not have to explain it again.',
  ],
  takingOver: ['<ik> from <afdeling> here.', 'I am taking over from <vorige>.'],
  anotherTry: [
    'Then I misunderstood. I asked <afdeling> to join, it will be fixed today and I will check myself tomorrow.',
    'Thanks for telling us. I reopened it under <zaak> and will call when it is done.',
  ],
  mailSigning: ['{Kind regards|Best regards},'],
  automaticChat:
    'Our colleagues are here on working days from 9 to 17. Do you smell gas or see a loose cable? Call the emergency number on your meter.',
  automaticMail:
    'We received your message under number <zaak>. A colleague reads it on working days between 9 and 17.',
};

export function replyPhrasesFor(language: Language): ReplyPhrases {
  return language === 'nl' ? dutch : english;
}
