/** What customers ask about their own data in a plain message. */
export const wishes = {
  title: 'Wat de klant vraagt over eigen gegevens',
  kinds: {
    'stop-offers': 'Geen aanbiedingen meer.',
    'forget-me': 'Wil vergeten worden.',
    'what-do-you-know': 'Wil weten wat wij weten.',
    'no-software': 'Geen software die meeleest.',
    'no-training': 'Niet leren van de berichten.',
    'no-phone': 'Niet bellen.',
  },
  outcomes: {
    done: 'Dit geldt al: Polder heeft het meteen vastgelegd.',
    already: 'Dit gold al.',
    asked: 'Hiervoor moet een collega nagaan wie het is.',
  },
  prepared: 'Een antwoord staat klaar. Lees het na voor je het verstuurt.',
  thanks: 'Dank u wel voor uw bericht.',
  answers: {
    'stop-offers': 'U krijgt van ons geen aanbiedingen meer. Dat geldt vanaf nu.',
    'forget-me':
      'U wilt dat wij uw gegevens wissen. Log in bij Mijn gegevens, dan weten wij zeker dat u het bent en doen wij het binnen een maand.',
    'what-do-you-know':
      'U wilt weten wat wij van u bewaren. Log in bij Mijn gegevens: daar staat alles, en kunt u het meenemen.',
    'no-software': 'Onze software bereidt geen antwoorden aan u meer voor. Dat geldt vanaf nu.',
    'no-training': 'Onze software leert niet meer van uw berichten, en vergeet wat zij van u leerde.',
    'no-phone': 'Wij bellen u niet meer. Dat geldt vanaf nu.',
  },
};
