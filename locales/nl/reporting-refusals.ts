import type { RefusalWords } from '../refusals.ts';

/** Refusals around reports, the quality sample and screens on the wall. */
export const reportingRefusals: Record<string, RefusalWords> = {
  'invalid.period': {
    title: 'Deze periode klopt niet',
    next: 'Kies een begin dat voor het eind ligt, en niet meer dan een jaar.',
  },
  'forbidden.colleagues': {
    title: 'Cijfers van één collega zie je hier niet',
    next: 'Dat kan pas als de ondernemingsraad ermee instemde, en dan voor jezelf of voor wie de reis stuurt.',
  },
  'conflict.looked-already': { title: 'Je hebt dit antwoord al bekeken', next: 'Kies een ander antwoord.' },
  'conflict.looked-twice': {
    title: 'Twee collega’s bekeken dit antwoord al',
    next: 'Kies een ander antwoord.',
  },
  'conflict.agreed': { title: 'Hier is al een oordeel over afgesproken', next: 'Kijk wat er staat.' },
  'forbidden.own-answer': {
    title: 'Je beoordeelt je eigen antwoord niet',
    next: 'Laat dit aan een collega.',
  },
  'forbidden.not-looked': {
    title: 'Alleen de twee die keken en het anders zien, praten hierover',
    next: 'Bekijk eerst zelf een antwoord.',
  },
  'conflict.answer-gone': {
    title: 'Dit antwoord is niet meer te lezen',
    next: 'Het is weg, of de klant liet het gebruik stilzetten. Sla het over.',
  },
  'not-found.answer': { title: 'Dit antwoord is er niet', next: 'Ga terug naar de steekproef.' },
  'not-found.round': { title: 'Deze steekproef is er niet', next: 'Kijk in de lijst wat er is.' },
  'invalid.text': {
    title: 'Schrijf iets, en niet meer dan 2000 tekens',
    next: 'Maak de tekst korter of schrijf er een.',
  },
  'not-found.display': {
    title: 'Dit scherm is er niet meer',
    next: 'Maak een nieuw scherm of kijk in de lijst.',
  },
  'invalid.display': {
    title: 'Dit scherm heeft geen naam',
    next: 'Geef het een naam van ten hoogste 60 tekens.',
  },
};
