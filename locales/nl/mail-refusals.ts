import type { RefusalWords } from '../refusals.ts';

/** Refusals around mail, mailings, and customers in their own data. */
export const mailRefusals: Record<string, RefusalWords> = {
  'forbidden.link': {
    title: 'Deze link werkt niet (meer)',
    next: 'Een link werkt één keer, en een kwartier lang. Vraag een nieuwe.',
  },
  'forbidden.proof': {
    title: 'Hiervoor is een verse link nodig',
    next: 'Vraag een nieuwe link naar uw gegevens, en doe het daarna binnen tien minuten.',
  },
  'sign-in.mine': {
    title: 'U bent niet ingelogd',
    next: 'Vraag een link naar uw gegevens.',
  },
  'invalid.mail-address': {
    title: 'Dit is geen mailadres dat wij kunnen gebruiken',
    next: 'Schrijf één adres, zoals naam@voorbeeld.nl.',
  },
  'invalid.mail-subject': {
    title: 'Het onderwerp moet op één regel',
    next: 'Haal de regeleinden eruit.',
  },
  'conflict.mail-settled': {
    title: 'Over deze mail is al beslist',
    next: 'Laad de pagina opnieuw om te zien hoe het staat.',
  },
  'not-found.mailing': { title: 'Deze mailing is er niet', next: 'Ga terug naar de lijst met mailings.' },
  'invalid.mailing-empty': {
    title: 'Er is nog geen tekst',
    next: 'Schrijf een onderwerp en een tekst, in minstens één taal.',
  },
  'invalid.heard-empty': {
    title: 'Er staat nog niets',
    next: 'Schrijf wat mensen zeiden en wat jullie deden.',
  },
  'invalid.audience': { title: 'Deze groep bestaat niet', next: 'Kies een andere groep.' },
  'invalid.audience-purpose': {
    title: 'Deze groep is voor iets anders gemaakt',
    next: 'Een segment geldt voor één doel. Kies een segment met hetzelfde doel als de mailing.',
  },
  'conflict.mailing-state': {
    title: 'Dit kan nu niet met deze mailing',
    next: 'De mailing is intussen een stap verder. Laad de pagina opnieuw.',
  },
  'conflict.mailing-untested': {
    title: 'Stuur eerst een proef',
    next: 'Stuur de mailing naar jezelf en kijk of hij klopt.',
  },
  'forbidden.own-approval': {
    title: 'Een ander moet dit goedkeuren',
    next: 'Wie het laatst aan de tekst werkte, keurt hem niet goed. Vraag een collega.',
  },
  'conflict.no-mail-server': {
    title: 'Er is geen mailserver ingesteld',
    next: 'Een beheerder zet POLDER_SMTP_URL en POLDER_MAIL_FROM; zie de handleiding.',
  },
};
