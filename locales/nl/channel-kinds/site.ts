/** The words around connecting a chat and form on the organisation's own site. */
export const site = {
  name: 'Chat en formulier op uw site',
  lead: 'Bezoekers van uw site schrijven u zonder aan te melden en zien uw antwoord daar terug. Het werkt ook zonder JavaScript, als formulier.',
  steps: {
    save: 'Bewaar hier een naam en de sites waar de chat mag staan.',
    paste: 'Zet daarna de twee regels die u op de pagina van dit kanaal vindt in uw site.',
    open: 'De openingstijden komen van de wachtrij waar de berichten heen gaan, de beloofde tijd van uw antwoordnormen.',
  },
  fields: {
    name: { label: 'Naam', hint: 'Zo heet dit kanaal in het postvak.' },
    origins: {
      label: 'Sites waar de chat mag staan',
      hint: 'Bijvoorbeeld https://www.waterkracht.example. Meer dan een: met spaties ertussen.',
    },
    greeting: { label: 'Begroeting', hint: 'Staat boven het gesprek.' },
  },
};
