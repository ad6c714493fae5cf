export const forms = {
  optional: 'niet verplicht',
  checkFields: 'Nog niet gelukt. Kijk de velden na.',
  problems: {
    required: 'Vul dit in.',
    email: 'Dit is geen e-mailadres. Het ziet eruit als naam@bedrijf.nl.',
    tooShort: (least: number) => `Dit is te kort: minstens ${least} tekens.`,
    tooLong: (most: number) => `Dit is te lang: hoogstens ${most} tekens.`,
    choice: 'Kies een van de mogelijkheden.',
    date: 'Dit is geen datum. Schrijf hem als 2026-11-24.',
    number: 'Dit is geen getal.',
    other: 'Dit klopt niet.',
  },
};
