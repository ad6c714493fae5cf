/** The words around connecting an account on Bluesky. */
export const bluesky = {
  name: 'Bluesky',
  lead: 'Wie u noemt, antwoordt of citeert op Bluesky, komt hier binnen; uw antwoord staat daar in dezelfde draad.',
  steps: {
    account: 'Meld u op bsky.app aan met het account van uw organisatie.',
    password:
      'Ga naar Instellingen, Privacy en beveiliging, App-wachtwoorden. Maak er een met de naam Polder. Toegang tot directe berichten is niet nodig.',
    paste:
      'Plak dat wachtwoord hier. Het gewone wachtwoord van het account is niet nodig; geef het aan niemand.',
    back: 'Wilt u Polder later buitensluiten? Verwijder dit app-wachtwoord op dezelfde plek.',
  },
  groups: { following: 'Wat Polder nog meer volgt', stream: 'Alles meteen (niet nodig voor wie u noemt)' },
  fields: {
    handle: { label: 'Naam van het account', hint: 'Bijvoorbeeld waterkracht.bsky.social.' },
    password: {
      label: 'App-wachtwoord',
      hint: 'Vier groepjes van vier tekens. Het wordt versleuteld bewaard.',
    },
    service: {
      label: 'Adres van de server',
      hint: 'Alleen anders als uw account op een eigen server staat.',
    },
    words: { label: 'Woorden', hint: 'Met komma’s ertussen, bijvoorbeeld: Waterkracht, storing.' },
    accounts: { label: 'Gevolgde accounts', hint: 'Van wie alles wordt gelezen, met komma’s ertussen.' },
    stream: {
      label: 'Stroom',
      hint: 'Leest alles wat op Bluesky gezegd wordt en houdt alleen over wat u volgt. Kost dataverkeer.',
      choices: {
        none: 'niet: vraag elke vijftien seconden wat er is',
        relay: 'van de relay',
        jetstream: 'van een Jetstream',
      },
    },
    streamUrl: { label: 'Adres van de stroom', hint: 'Leeg: die van Bluesky zelf.' },
  },
  test: {
    lead: 'Polder plaatst een proefbericht en haalt het meteen weer weg. Wie op dat moment kijkt, kan het even zien.',
  },
};
