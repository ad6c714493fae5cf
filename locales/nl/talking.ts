/** What guests of the organisation's own site read. To them we say "u". */
export const talking = {
  title: (organisation: string) => `Schrijf met ${organisation}`,
  lead: 'Stel hier uw vraag. U hoeft zich niet aan te melden.',
  off: {
    title: 'Hier kunt u nu niet schrijven',
    next: 'Dit venster staat even uit. Probeer het later nog eens.',
  },
  expect: {
    open: 'Wij zijn nu open.',
    closed: 'Wij zijn nu dicht.',
    opens: (moment: string) => `Wij zijn weer open ${moment}.`,
    answer: (moment: string) => `Schrijft u nu, dan hebt u antwoord uiterlijk ${moment}.`,
    none: 'Wij antwoorden zo snel als het gaat.',
  },
  form: {
    text: 'Uw vraag',
    more: 'Schrijf verder',
    name: 'Uw naam',
    file: 'Bestand meesturen',
    fileHint: 'Bijvoorbeeld een foto. Op deze pagina tot 1,5 MB.',
    send: 'Verstuur',
  },
  thread: {
    title: 'Ons gesprek',
    you: 'U',
    sent: 'Uw bericht is aangekomen.',
    refresh: 'Kijk of er antwoord is',
    kept: (days: number) => `Dit gesprek blijft ${days} dagen staan op dit apparaat. Kom gerust later terug.`,
  },
  address: {
    title: 'Ook op een ander apparaat herkend worden',
    why: 'Met uw mailadres weten wij dat u het bent. U krijgt een mail met een link; zonder die link gebeurt er niets.',
    label: 'Uw mailadres',
    send: 'Stuur mij de link',
    sent: (address: string) =>
      `Kijk in uw mail: er is een link gestuurd naar ${address}. De link werkt een half uur.`,
    proven: (address: string) => `U bent herkend als ${address}.`,
  },
  question: 'Laat weten hoe wij u hielpen',
  privacy: {
    text: 'Wij bewaren wat u schrijft om u te antwoorden, en gebruiken het voor niets anders zonder uw toestemming.',
    link: 'Wat wij met berichten doen',
  },
  proof: {
    subject: (organisation: string) => `Bent u dit? Bevestig uw mailadres bij ${organisation}`,
    text: (organisation: string, link: string, minutes: number) =>
      `Iemand schrijft met ${organisation} en gaf dit mailadres op. Bent u dat? Bevestig het dan hier:\n\n${link}\n\nDe link werkt ${minutes} minuten. Bent u het niet, dan hoeft u niets te doen.`,
    title: 'Bent u dit?',
    lead: (address: string) =>
      `Iemand schrijft met ons en gaf ${address} op. Bevestig alleen als u dat zelf bent.`,
    submit: 'Ja, dat ben ik',
    done: 'Bedankt, uw mailadres is bevestigd',
    doneWhy: 'U kunt dit venster sluiten en verder schrijven.',
    gone: 'Deze link werkt niet (meer)',
    goneWhy: 'Een link werkt één keer, en een half uur. Vraag in het gesprek een nieuwe.',
  },
};
