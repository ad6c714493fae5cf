import type { RefusalWords } from '../refusals.ts';

/** Refusals around files: choosing, sending, reading and importing them. */
export const fileRefusals: Record<string, RefusalWords> = {
  'invalid.file.empty': { title: 'Dit bestand is leeg', next: 'Kies een bestand met minstens één bericht.' },
  'invalid.file.encoding': {
    title: 'De tekens in dit bestand zijn niet te lezen',
    next: 'Sla het bestand op als UTF-8 en probeer het opnieuw.',
  },
  'invalid.file.spreadsheet': {
    title: 'Dit is een rekenblad',
    next: 'Sla het in je rekenprogramma op als CSV en kies dat bestand.',
  },
  'invalid.file.json-array': {
    title: 'Dit is één groot JSON-blok',
    next: 'Polder leest JSON Lines: één bericht per regel. Zet het bestand om.',
  },
  'invalid.file.json': {
    title: 'De eerste regel is geen geldige JSON',
    next: 'Zet op elke regel één heel JSON-object.',
  },
  'invalid.file.headings': {
    title: 'De eerste regel met kolomnamen is niet te lezen',
    next: 'Kijk of de eerste regel de namen van de kolommen heeft.',
  },
  'invalid.file.damaged': {
    title: 'Dit bestand is beschadigd',
    next: 'Het houdt halverwege op. Maak of download het opnieuw.',
  },
  'invalid.file.folder': { title: 'Dit is een map, geen bestand', next: 'Kies een bestand uit die map.' },
  'not-found.file': { title: 'Dit bestand is er niet', next: 'Kijk of de naam klopt.' },
  'forbidden.file': {
    title: 'Polder mag dit bestand niet lezen',
    next: 'Geef leesrechten op het bestand, of verplaats het.',
  },
  'invalid.columns': {
    title: 'De kolommen kloppen niet',
    next: 'Kijk welke kolom de tekst heeft, en welke de schrijver en de tijd.',
  },
  'invalid.columns.no-text': {
    title: 'Er is geen kolom met tekst',
    next: 'Wijs aan in welke kolom het bericht staat.',
  },
  'invalid.columns.missing-heading': {
    title: 'Een gekozen kolom staat niet in het bestand',
    next: 'Kies uit de kolommen die in het bestand staan.',
  },
  'invalid.upload-empty': {
    title: 'Er is geen bestand gekozen, of het is leeg',
    next: 'Kies een bestand met berichten en probeer het opnieuw.',
  },
  'invalid.upload-form': { title: 'Het bestand kwam niet goed aan', next: 'Kies het bestand opnieuw.' },
  'invalid.upload-broken': {
    title: 'Het versturen brak af',
    next: 'Kies het bestand opnieuw. Er is niets geïmporteerd.',
  },
  'too-large.upload': {
    title: 'Dit bestand is te groot',
    next: 'Deel het op, of importeer het op de computer waar Polder draait met polder import.',
  },
  'too-large.disk': {
    title: 'De schijf van Polder is vol',
    next: 'Vraag een beheerder om ruimte te maken. Er is niets opgeslagen.',
  },
  'not-found.import': { title: 'Deze import is er niet', next: 'Kijk in de lijst met imports.' },
};
