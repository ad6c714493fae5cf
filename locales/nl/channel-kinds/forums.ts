/** The words around connecting a forum that runs Discourse. */
export const discourse = {
  name: 'Discourse',
  lead: 'Een forum op Discourse. Berichten komen binnen per onderwerp; uw antwoord staat daar als reactie.',
  steps: {
    user: 'Neem op het forum een eigen gebruiker voor uw organisatie, zonder rechten van een beheerder.',
    key: 'Laat een beheerder bij API een sleutel maken voor die ene gebruiker, met alleen lezen en schrijven van berichten.',
    hook: 'Laat bij Webhooks een webhook maken voor gebeurtenissen van berichten, naar het adres dat na het bewaren op de pagina van dit kanaal staat, met een geheim van minstens 12 tekens.',
  },
  fields: {
    url: { label: 'Adres van het forum', hint: 'Bijvoorbeeld https://forum.waterkracht.example.' },
    username: { label: 'Gebruiker', hint: 'Onder die naam staan uw antwoorden daar.' },
    apiKey: { label: 'API-sleutel' },
    secret: { label: 'Geheim van de webhook', hint: 'Hetzelfde als op het forum.' },
  },
};

/** The words around connecting a feed. */
export const feed = {
  name: 'Feed',
  lead: 'Een blog, nieuwssite of forum met een feed (RSS, Atom of JSON). Polder leest mee; antwoorden kan daar niet.',
  steps: {
    find: 'Zoek het adres van de feed. Vaak staat er een link naar RSS, of is het /feed achter het adres van de site.',
    comments: 'Wilt u de reacties lezen, neem dan de feed van de reacties, als de site die heeft.',
  },
  fields: {
    url: {
      label: 'Adres van de feed',
      hint: 'Wat er nu in staat, wordt niet gelezen; alleen wat er daarna bij komt.',
    },
  },
};
