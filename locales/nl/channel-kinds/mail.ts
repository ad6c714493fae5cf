/** The words around connecting a mailbox. */
export const mail = {
  name: 'Mail',
  lead: 'De mailbox waar klanten naartoe schrijven. Polder verandert daar niets: mail blijft staan en blijft ongelezen.',
  steps: {},
  groups: {
    imap: 'Binnenkomende mail (IMAP)',
    smtp: 'Uitgaande mail (SMTP)',
    oauth: 'Toegang zonder wachtwoord (OAuth)',
  },
  fields: {
    address: {
      label: 'Mailadres',
      hint: 'Waar klanten naartoe schrijven, bijvoorbeeld service@waterkracht.example.',
    },
    name: { label: 'Naam van de afzender', hint: 'Die naam staat boven uw antwoorden.' },
    user: {
      label: 'Gebruiker',
      hint: 'Meestal het mailadres. Neem een eigen wachtwoord voor Polder als uw mailserver dat kan.',
    },
    password: { label: 'Wachtwoord' },
    imapHost: { label: 'Server' },
    imapPort: { label: 'Poort' },
    imapSecure: {
      label: 'Beveiliging',
      choices: { yes: 'TLS vanaf het begin (993, 465)', no: 'STARTTLS (143, 587)' },
    },
    smtpHost: { label: 'Server' },
    smtpPort: { label: 'Poort' },
    smtpSecure: {
      label: 'Beveiliging',
      choices: { yes: 'TLS vanaf het begin (993, 465)', no: 'STARTTLS (143, 587)' },
    },
    signIn: {
      label: 'Aanmelden bij het verzenden',
      choices: { yes: 'met dezelfde gebruiker', no: 'niet nodig' },
    },
    days: {
      label: 'Mail van eerder',
      hint: 'Hoe ver de eerste keer wordt teruggelezen.',
      choices: { '0': 'alleen wat nu binnenkomt', '7': 'de laatste 7 dagen', '30': 'de laatste 30 dagen' },
    },
    plus: {
      label: 'Adressen met een plus',
      hint: 'Komt mail aan naam+iets@ bij u binnen? Dan herkent Polder antwoorden ook aan het adres.',
      choices: { no: 'nee', yes: 'ja' },
    },
    filedBy: {
      label: 'Map Verzonden',
      hint: 'Sommige aanbieders leggen wat ze versturen zelf in Verzonden.',
      choices: { polder: 'Polder legt antwoorden erin', server: 'de server doet het zelf' },
    },
    tokenUrl: {
      label: 'Adres voor tokens',
      hint: 'Alleen als de aanbieder geen wachtwoord meer toelaat, zoals Google en Microsoft. Begint met https.',
    },
    clientId: { label: 'Client-ID' },
    clientSecret: { label: 'Client-geheim' },
    refreshToken: { label: 'Refresh token', hint: 'Met dit token vraagt Polder telkens een nieuwe toegang.' },
  },
};
