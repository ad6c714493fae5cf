/** How somebody is called and reached, corrected by a colleague or by the customer. */
export const correcting = {
  fields: {
    name: 'Name',
    mail: 'Mail address',
    phone: 'Telephone',
    street: 'Street and number',
    postcode: 'Postcode',
    town: 'Town',
    country: 'Country (two letters)',
  },
  /** On the customer's page, for colleagues. */
  colleague: {
    open: 'Correct details',
    to: (office: string) => `${office} is given the correction too.`,
    here: 'A later file with the old details does not undo this.',
    theirs: (office: string) => `This is kept in ${office}. Correct it there.`,
    submit: 'Save correction',
  },
  /** On the customer's own pages. */
  own: {
    title: 'Correct your details',
    number: (n: string) => `Customer number ${n}`,
    what: 'This is what we know of you. Is something wrong? Put it right here. It holds at once.',
    mail: 'Do you want another mail address? Ask for it below; we first send a link to that address.',
    submit: 'Save',
  },
};
