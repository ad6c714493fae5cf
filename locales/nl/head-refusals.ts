import type { RefusalWords } from '../refusals.ts';

/** Refusals around what Polder reads, and how it is set up. */
export const headRefusals: Record<string, RefusalWords> = {
  'not-found.class': {
    title: 'Deze klasse is er niet',
    next: 'Misschien is de klasse net samengevoegd of verwijderd. Ga terug en kijk welke er nu zijn.',
  },
  'conflict.class-exists': {
    title: 'Er is al een klasse met deze naam',
    next: 'Kies een andere naam, of gebruik de klasse die er al is.',
  },
  'conflict.class-pole': {
    title: 'Deze klasse hoort bij een aspect',
    next: 'Wijzig het aspect zelf; de positieve en negatieve kant gaan mee.',
  },
  'conflict.class-needed': {
    title: 'Deze klasse kan niet weg',
    next: 'Berichten waar niets anders bij past, moeten een klasse houden. Een andere naam geven mag wel.',
  },
  'conflict.head-fixed': {
    title: 'De klassen van deze vraag liggen vast',
    next: 'Er wordt mee gerekend. Geef ze een andere naam, of maak een eigen vraag of onderwerp.',
  },
  'conflict.head-exists': {
    title: 'Er is al een vraag met deze naam',
    next: 'Kies een andere naam, of richt de vraag in die er al is.',
  },
  'invalid.class-parent': {
    title: 'Daar kan de klasse niet onder vallen',
    next: 'Een klasse valt niet onder zichzelf of onder wat er al onder valt, en niet dieper dan vier lagen.',
  },
  'invalid.class-merge': {
    title: 'Samenvoegen kan alleen met een andere klasse',
    next: 'Kies de klasse waarin deze opgaat.',
  },
  'invalid.head-kind': {
    title: 'Aspecten zijn er altijd meer per bericht',
    next: 'Kies “geen, één of meer” antwoorden per bericht.',
  },
  'too-large.classes': {
    title: 'Dat zijn te veel klassen',
    next: 'Een vraag heeft hoogstens 300 klassen. Voeg eerst klassen samen.',
  },
  'too-large.heads': {
    title: 'Er zijn al 30 vragen',
    next: 'Elke vraag wordt van elk bericht gesteld. Gebruik een vraag die er al is.',
  },
};
