/** The words around connecting an account on a server with the API of Mastodon. */
export const mastodon = {
  name: 'Mastodon',
  lead: 'Wie u noemt of antwoordt op Mastodon, of op een andere server die daarmee praat, komt hier binnen. Uw antwoord is nooit voor meer mensen zichtbaar dan de vraag.',
  steps: {
    account: 'Meld u op uw eigen Mastodon-server aan met het account van uw organisatie.',
    application:
      'Ga naar Voorkeuren, Ontwikkeling, Nieuwe toepassing. Noem haar Polder en laat het omleidingsadres staan.',
    rights: 'Vink alleen deze rechten aan: read en write:statuses. Al het andere mag uit.',
    paste: 'Bewaar, open de toepassing, en plak hier het toegangstoken.',
    back: 'Wilt u Polder later buitensluiten? Verwijder daar de toepassing; dat werkt meteen.',
  },
  groups: { following: 'Wat Polder nog meer volgt' },
  fields: {
    handle: { label: 'Account', hint: 'Met de server erbij, bijvoorbeeld waterkracht@mastodon.nl.' },
    server: { label: 'Adres van de server', hint: 'Bijvoorbeeld https://mastodon.nl.' },
    token: { label: 'Toegangstoken', hint: 'Het wordt versleuteld bewaard.' },
    tags: { label: 'Hashtags', hint: 'Met komma’s ertussen; het hekje mag weg.' },
    words: {
      label: 'Woorden',
      hint: 'Met komma’s ertussen. Gezocht wordt in wat uw server kent, en alleen als die zoeken aanbiedt.',
    },
  },
  test: {
    lead: 'Polder stuurt een bericht dat alleen deze persoon ziet.',
    to: 'Aan (account met server, bijvoorbeeld els@mastodon.nl)',
  },
};
