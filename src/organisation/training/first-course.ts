import type { CourseWords } from './teaching.ts';

/** What the form of a first course begins with: to be changed, not to be kept as it is. */
export const firstCourse: { words: CourseWords; questions: { nl: string; en: string } } = {
  words: {
    nl: {
      title: 'Praten met klanten in het openbaar',
      text: `Iedereen leest mee. Een goed antwoord helpt de vrager, en laat anderen zien hoe wij zijn.

Zoek eerst uit wat er gebeurd is. Zeg wie je bent. Beloof alleen wat zeker is.

Gegevens van een klant horen nooit in het openbaar, ook niet als de klant ze er zelf bij zet. Vraag dan om een privébericht.

Weet je iets niet? Zeg dat je het uitzoekt, en wanneer je terugkomt. Kom dan ook terug.`,
    },
    en: {
      title: 'Talking with customers in public',
      text: `Everybody reads along. A good answer helps whoever asks, and shows others how we are.

First find out what happened. Say who you are. Promise only what is certain.

Data of a customer never belong in public, not even when the customer puts them there. Ask for a private message.

You do not know? Say that you will find out, and when you will be back. Then do come back.`,
    },
  },
  questions: {
    nl: `? Een klant zet een klantnummer in een openbaar bericht. Wat doe je?
- Ik zoek de klant op en noem de rekening in mijn antwoord.
+ Ik antwoord zonder gegevens en vraag om een privébericht.
- Ik laat het bericht staan zonder antwoord.

? Je weet het antwoord niet zeker. Wat schrijf je?
- Wat het waarschijnlijk is.
+ Dat ik het uitzoek, en wanneer ik terugkom.
- Niets, tot ik het weet.

? Wat mag je een klant beloven?
+ Wat ik zelf kan nakomen, of wat een collega heeft toegezegd.
- Wat de klant graag hoort.`,
    en: `? A customer puts a customer number in a public message. What do you do?
- I look up the customer and name the bill in my answer.
+ I answer without data and ask for a private message.
- I leave the message without an answer.

? You are not sure of the answer. What do you write?
- What it probably is.
+ That I will find out, and when I will be back.
- Nothing, until I know.

? What may you promise a customer?
+ What I can keep myself, or what a colleague has promised.
- What the customer likes to hear.`,
  },
};
