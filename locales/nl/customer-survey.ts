/** De vraag aan klanten over de relatie: de pagina voor collega’s, de mail, en de pagina achter de link. */
export const customerSurvey = {
  title: 'Wat klanten vinden',
  lead: 'Eén keer per half jaar vragen wij klanten vier dingen over de relatie. Wij bewaren wie geantwoord heeft, niet wat.',
  empty: {
    title: 'Klanten zijn nog niet gevraagd',
    next: 'Wie de reis stuurt, opent hier een ronde.',
  },
  off: 'Vragen aan klanten staat uit. Een pilot met ‘Klantvragen’ zet het aan; tot dan vertrekt er geen mail.',
  open: 'Ronde openen',
  openLead:
    'Wij vragen alleen klanten die ons dit jaar schreven, die meten goedvinden, van wie het adres bewezen is, en die de laatste tijd niet gevraagd zijn. Het lot kiest.',
  wanted: 'Hoeveel klanten hooguit',
  wantedHint: 'Voor een oordeel zijn honderd antwoorden nodig.',
  closesOn: 'Laatste dag',
  close: 'Ronde sluiten',
  running: (day: string) => `Loopt tot en met ${day}`,
  closed: (day: string) => `Gesloten op ${day}`,
  drawing: 'Binnen een minuut wordt geloot wie gevraagd wordt.',
  state: (answered: number, asked: number) => `${answered} van ${asked} klanten hebben geantwoord.`,
  waiting: (n: number) =>
    n === 1 ? '1 klant wacht nog op de mail.' : `${n} klanten wachten nog op de mail.`,
  leftOut: 'Niet gevraagd',
  why: {
    permission: 'geen toestemming om te meten',
    address: 'geen bewezen adres',
    recent: 'kort geleden al iets gevraagd',
    beyond: 'niet ingeloot',
  },
  tooFew: 'Er zijn nog te weinig antwoorden om iets te laten zien: minstens tien.',
  item: 'Stelling',
  agree: 'Eens',
  of: 'Met een mening',
  between: (low: string, high: string) => `tussen ${low} en ${high}`,
  both: 'Gekend én vertrouwd: eens met de eerste twee',
  counts: 'Telt mee voor reisfase 5 vanaf honderd antwoorden, 200 dagen lang.',
  dataCounts:
    'De laatste stelling telt alleen mee als het aantal gekozen privacycontracten niet te meten is.',
  mail: {
    subject: (organisation: string) => `Vier vragen van ${organisation}`,
    text: (organisation: string, link: string, stop: string) =>
      `Hoe gaat het tussen u en ${organisation}? Wij stellen u vier korte vragen. Het kost één minuut.\n\n${link}\n\nWij bewaren dát u geantwoord hebt, niet wát u hebt geantwoord. Wij vragen u dit hooguit twee keer per jaar.\n\nNooit meer zulke vragen? Dat regelt u hier: ${stop}`,
  },
  page: {
    title: 'Hoe gaat het tussen u en ons?',
    lead: (organisation: string) =>
      `Vier vragen van ${organisation}. Kies bij elke zin wat u ervan vindt. U mag zinnen overslaan.`,
    steps: {
      '1': 'helemaal oneens',
      '2': 'oneens',
      '3': 'niet eens, niet oneens',
      '4': 'eens',
      '5': 'helemaal eens',
      unknown: 'weet ik niet',
    },
    send: 'Versturen',
    private: 'Uw naam staat niet bij uw antwoord. Niemand kan zien wat u hebt geantwoord.',
    thanks: 'Dank u wel',
    thanksWhy: 'Uw antwoord is bewaard zonder uw naam. U kunt deze pagina sluiten.',
    nothing: 'Kies bij minstens één zin een antwoord.',
  },
};
