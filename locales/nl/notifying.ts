import { pluralFor } from '../plural.ts';

const plural = pluralFor('nl');

/** Meldingen, volgen, en wie er meekijkt. */
export const notifying = {
  title: 'Meldingen',
  lead: 'Wat voor jou nieuw is. Een gesprek openen leest ook de meldingen erover.',
  bell: (n: number) => (n === 0 ? 'Meldingen' : `Meldingen, ${n >= 100 ? '99 of meer' : n} ongelezen`),
  all: 'Alles',
  onlyUnread: 'Ongelezen',
  readAll: 'Alles gelezen',
  read: 'Gelezen',
  unread: 'ongelezen',
  settings: 'Instellen',
  empty: {
    title: 'Geen meldingen',
    next: 'Hier staat straks wie je noemde, wat je kreeg toegewezen, en wat er gebeurt in gesprekken die je volgt.',
  },
  allRead: { title: 'Alles is gelezen', next: 'Kijk bij ‘Alles’ voor wat er eerder was.' },
  gone: 'een gesprek dat je niet (meer) mag lezen',
  somebody: 'iemand zonder naam',
  says: {
    mentioned: (by: string | null) => `${by ?? 'Een collega'} noemde je in een notitie`,
    assigned: (by: string | null) => (by ? `${by} wees je dit toe` : 'Dit is nu van jou'),
    replied: () => 'De klant schreef weer',
    approval_asked: (by: string | null) => `${by ?? 'Een collega'} vraagt om goedkeuring van een antwoord`,
    approval_decided: (by: string | null) => `${by ?? 'Een collega'} besliste over je antwoord`,
    handed_over: (by: string | null) => `${by ?? 'Een collega'} stelt je afdeling een vraag`,
    hand_over_answered: (by: string | null) => `${by ?? 'De andere afdeling'} antwoordde op je vraag`,
    due_soon: () => 'Een antwoord moet binnen een half uur de deur uit',
    overdue: () => 'Dit had al beantwoord moeten zijn',
    ruled: (rule: string | null) =>
      rule ? `De regel ‘${rule}’ vraagt je te kijken` : 'Een programma vraagt je te kijken',
  },
  kinds: {
    mentioned: 'Iemand noemt mij in een notitie',
    assigned: 'Een gesprek wordt van mij',
    replied: 'De klant schrijft weer in een gesprek dat ik heb of volg',
    approval_asked: 'Een antwoord wacht op mijn goedkeuring',
    approval_decided: 'Over mijn antwoord is beslist',
    handed_over: 'Mijn afdeling krijgt een vraag',
    hand_over_answered: 'Een andere afdeling antwoordt op mijn vraag',
    due_soon: 'Een antwoord moet bijna de deur uit',
    overdue: 'Een antwoord is te laat',
    ruled: 'Een regel of een programma vraagt mij te kijken',
  },
  counted: {
    mentioned: (n: number) => plural(n, '# keer genoemd', '# keer genoemd'),
    assigned: (n: number) => plural(n, '# gesprek toegewezen', '# gesprekken toegewezen'),
    replied: (n: number) =>
      plural(n, '# gesprek waarin de klant weer schreef', '# gesprekken waarin de klant weer schreef'),
    approval_asked: (n: number) =>
      plural(n, '# antwoord wacht op goedkeuring', '# antwoorden wachten op goedkeuring'),
    approval_decided: (n: number) =>
      plural(n, '# beslissing over je antwoord', '# beslissingen over je antwoorden'),
    handed_over: (n: number) => plural(n, '# vraag aan je afdeling', '# vragen aan je afdeling'),
    hand_over_answered: (n: number) => plural(n, '# antwoord op je vraag', '# antwoorden op je vragen'),
    due_soon: (n: number) => plural(n, '# gesprek bijna te laat', '# gesprekken bijna te laat'),
    overdue: (n: number) => plural(n, '# gesprek te laat', '# gesprekken te laat'),
    ruled: (n: number) =>
      plural(
        n,
        '# gesprek waar een regel je naar laat kijken',
        '# gesprekken waar een regel je naar laat kijken',
      ),
  },
  wishes: {
    title: 'Meldingen instellen',
    lead: 'Wat je wilt weten, en hoe. Het geldt alleen voor jou.',
    what: 'Wat',
    ways: { app: 'In Polder', push: 'Op dit apparaat', mail: 'In de samenvatting' },
    quiet: 'Stilte',
    quietHint:
      'Dan komt er niets op je apparaat en geen mail. Het wacht tot daarna. In Polder staat alles gewoon.',
    from: 'Stil vanaf',
    until: 'Tot',
    days: 'Ook de hele dag stil op',
    dayNames: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
    digest: 'Samenvatting per mail',
    digests: { hourly: 'elk uur, als er iets is', daily: 'om acht uur ’s ochtends' },
    keep: 'Bewaar',
    kept: 'Bewaard.',
    time: 'Geef een tijd, zoals 20:00.',
  },
  devices: {
    title: 'Apparaten',
    lead: 'Een browser die je seint als Polder niet open staat. Er staat nooit in van wie of waarover.',
    add: 'Sein mij in deze browser',
    adding: 'Even wachten …',
    none: 'Nog geen apparaat.',
    noScript: 'Een apparaat toevoegen kan alleen met JavaScript aan.',
    unsupported: 'Deze browser kan dit niet.',
    refused: 'Je browser staat het niet toe. Sta meldingen van Polder toe in de instellingen van je browser.',
    failed: 'Het lukte niet. Probeer het later nog eens.',
    remove: (browser: string) => `Haal ${browser} weg`,
    removed: 'Weg',
    since: (day: string) => `sinds ${day}`,
  },
  mail: {
    subject: (n: number) => plural(n, '# ding wacht op je in Polder', '# dingen wachten op je in Polder'),
    text: (lines: string, link: string, settings: string) =>
      `Dit heb je nog niet gelezen:\n\n${lines}\n\nBekijk het in Polder:\n${link}\n\nAnders instellen, of geen mail meer:\n${settings}\n`,
  },
  following: {
    follow: 'Volg',
    unfollow: 'Volg niet meer',
    followers: (names: string) => `Volgt: ${names}`,
    hint: 'Noem een collega of een afdeling met @ en de naam; die krijgt een melding.',
  },
  call: {
    label: 'Noem een collega',
    search: 'Zoek een collega of afdeling',
    none: 'Niemand heet zo.',
    submit: 'Noemen',
  },
  present: {
    looks: (name: string) => `${name} kijkt mee`,
    writes: (name: string) => `${name} schrijft`,
  },
  edited: {
    label: 'bewerkt',
    at: (moment: string) => `bewerkt op ${moment}`,
    earlier: 'Wat er eerder stond',
    until: (moment: string) => `tot ${moment}`,
  },
};
