const name = { label: 'Naam', hint: 'Zo heet dit kanaal in het postvak.' };
const groups = { app: 'Je app daar' };

/** De woorden bij het verbinden van netwerken waar elke toegang aangevraagd moet worden. */
export const x = {
  name: 'X',
  lead: 'Berichten waarin mensen je noemen. X rekent elke aanroep af: wat je leest per bericht, wat je schrijft per antwoord. Daarom heeft dit kanaal een maandbedrag waarbij het stopt.',
  steps: {
    app: 'Maak op developer.x.com een project met een app, en zet tegoed klaar.',
    rights:
      'Zet OAuth 2.0 aan met alleen tweet.read, tweet.write, users.read en offline.access, en haal een refresh token op voor je account.',
    webhook:
      'Alleen als X berichten bij Polder aflevert: bewaar dit formulier met het API-geheim van de app, en meld daarna het adres van dit kanaal aan als webhook. Er mag geen poort in het adres staan.',
  },
  groups,
  fields: {
    username: { label: 'Gebruikersnaam', hint: 'Zonder @.' },
    userId: { label: 'Nummer van het account' },
    budget: {
      label: 'Hoogstens per maand, in dollars',
      hint: 'Is het op, dan leest en schrijft dit kanaal niets meer tot de volgende maand.',
    },
    way: {
      label: 'Hoe berichten binnenkomen',
      choices: { poll: 'Polder vraagt elke twee minuten', webhook: 'X levert af (Account Activity)' },
    },
    clientId: { label: 'Client-ID' },
    clientSecret: { label: 'Client-geheim', hint: 'Leeg bij een app zonder geheim.' },
    consumerSecret: { label: 'API-geheim', hint: 'Alleen als X aflevert: hiermee ondertekent X.' },
    refreshToken: { label: 'Refresh token' },
  },
};

export const linkedin = {
  name: 'LinkedIn',
  lead: 'Reacties onder de berichten van je bedrijfspagina, en waar mensen haar noemen. LinkedIn laat alleen goedgekeurde apps toe.',
  steps: {
    app: 'Vraag op developer.linkedin.com voor je app de Community Management API aan, en wacht op goedkeuring.',
    token:
      'Haal als beheerder van de pagina een token op met r_organization_social en w_organization_social. Het geldt zestig dagen; Polder waarschuwt een week tevoren.',
    webhook:
      'Bewaar dit formulier. Zet daarna het adres van dit kanaal in de app onder Webhooks, en abonneer de pagina op ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS.',
  },
  groups,
  fields: {
    name,
    organizationId: { label: 'Nummer van de pagina', hint: 'Staat in het adres als je de pagina beheert.' },
    clientId: { label: 'Client-ID' },
    clientSecret: {
      label: 'Client-geheim',
      hint: 'Hiermee is te zien dat een bericht echt van LinkedIn komt.',
    },
    token: { label: 'Token' },
  },
};

export const youtube = {
  name: 'YouTube',
  lead: 'Reacties onder je films. Google geeft 10.000 eenheden per dag: vragen kost er 1, een antwoord 50. Dat zijn hoogstens 170 antwoorden per dag.',
  steps: {
    project: 'Maak op console.cloud.google.com een project en zet YouTube Data API v3 aan.',
    client:
      'Maak daar een OAuth-client, en haal als eigenaar van het kanaal een refresh token op met alleen het recht youtube.force-ssl.',
    publish: 'Zet de app op Gepubliceerd; in de testfase vervalt het token na zeven dagen.',
  },
  groups,
  fields: {
    name,
    channelId: { label: 'Kanaal-ID', hint: 'Begint met UC.' },
    clientId: { label: 'Client-ID' },
    clientSecret: { label: 'Client-geheim' },
    refreshToken: { label: 'Refresh token' },
  },
};

export const trustpilot = {
  name: 'Trustpilot',
  lead: 'Beoordelingen over je organisatie. Elke beoordeling krijgt hoogstens één antwoord.',
  steps: {
    key: 'Maak in Trustpilot Business onder Integraties een API-sleutel. Daarvoor is de module Connect nodig.',
    user: 'Zoek het nummer van je bedrijf op en dat van de collega onder wiens naam antwoorden staan.',
  },
  fields: {
    name,
    businessUnitId: { label: 'Nummer van het bedrijf (business unit)', hint: '24 tekens.' },
    businessUserId: {
      label: 'Nummer van de collega (business user)',
      hint: 'Staat op diens profiel. 24 tekens.',
    },
    apiKey: { label: 'API-sleutel' },
    apiSecret: { label: 'API-geheim' },
  },
};
