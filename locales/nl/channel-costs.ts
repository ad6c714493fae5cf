/** Wat een kanaal kost dat per aanroep rekent. */
export const channelCosts = {
  title: 'Kosten',
  perDay: 'Vandaag gebruikt',
  perMonth: 'Deze maand gebruikt',
  of: (spent: string, most: string) => `${spent} van ${most}`,
  units: (n: string) => `${n} eenheden`,
  usedUp:
    'Het budget is op. Dit kanaal leest en schrijft niets tot de volgende periode, of tot je meer toestaat.',
  prices: 'Wat het netwerk rekent',
  acts: {
    post: 'een bericht lezen',
    writer: 'wie het schreef',
    own: 'een eigen bericht terugzien',
    write: 'een antwoord',
    writeLink: 'een antwoord met een link',
    list: 'een keer vragen',
    reply: 'een antwoord',
  },
};
