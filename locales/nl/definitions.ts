/** How figures are counted that stand beside the criteria, or whose part of Polder is still to come. */
export const definitions = {
  PILOTS: 'Hoeveel pilots lopen en een eigenaar hebben.',
  GOAL_MEASURED:
    'Hoeveel doelen over merk of tevredenheid een getal, een eigenaar, een doel en een waarde van hoogstens 31 dagen oud hebben.',
  PEOPLE:
    'Hoeveel mensen minstens vijf keer antwoordden in 91 dagen, en in minstens drie van de laatste vier weken. Telt in plaats van afdelingen waar die er niet genoeg zijn.',
  OWNER_ACTIVE: 'Of een lid van de directie in 28 dagen antwoordde, iets plaatste of een cijfer opende.',
  OFFERED: 'Of het privacycontract aan alle klanten is aangeboden.',
  QUALITY_GATE:
    'Open als minder dan 3% van de klanten dubbel is, minstens 95% te bereiken is, minstens 98% van de bestellingen en facturen bij een klant hoort, en elke bron binnen een dag is ververst.',
  DATA_MANAGER: 'Of iemand de rol van datamanager heeft.',
  ACCOUNTS: 'Hoeveel eigen accounts zijn aangesloten waarover in 28 dagen iets werd gezegd of gehoord.',
  POSTS: 'Hoeveel eigen berichten in 28 dagen, zonder antwoorden.',
  CONTENT_WEEKS: 'In hoeveel van de laatste acht weken er een eigen bericht was.',
  CONTACT_WEEKS: 'In hoeveel van de laatste dertien weken iemand antwoord gaf.',
  AC: 'Hoeveel van het contact over service van ons uitging: geholpen voordat de klant er in 30 dagen iets over schreef, om een vastgelegd signaal, en met toestemming. Gedeeld door dat contact en de berichten die antwoord vroegen, over 91 dagen.',
  ACQ_HELPFUL: 'Hoeveel van zulk contact dat werd beoordeeld nuttig heette, over 91 dagen.',
  ACQ_UNCLEAR:
    'Hoeveel mensen na zulk contact binnen zeven dagen terugschreven omdat het niet duidelijk was, over 91 dagen.',
  PREDICTED: 'Hoeveel van de voorspelde behoeften waarop is gehandeld de klant bevestigde.',
  NL: 'Hoeveel meer de NPS van leden steeg sinds zij lid werden dan die van anderen in dezelfde tijd, in 182 dagen en met minstens 180 antwoorden per groep.',
  QA: 'Hoeveel van de vragen in de community van minstens zeven dagen oud binnen zeven dagen een antwoord van een ander kregen, over 91 dagen.',
  PA: 'Bij hoeveel vragen het eerste nuttige of aanvaarde antwoord van iemand kwam die hier niet werkt, over 91 dagen.',
  TFA: 'Hoe lang een vraag in de community wacht op het eerste antwoord, op de klok: de helft korter, de helft langer.',
  MAU: 'Hoeveel van de leden in 28 dagen inlogde en iets deed: twee pagina’s lezen, schrijven, stemmen of reageren.',
  COMMUNITY_ALIVE:
    'Leeft: minstens een tiende van de leden en vijftig mensen actief, tien nieuwe vragen per week in drie van de vier weken, en 70% beantwoord.',
  COCREATION_OUTCOMES:
    'Hoeveel van de besluiten uit cocreatie binnen 60 dagen zijn uitgevoerd of met een reden beantwoord.',
  COCREATION_DONE:
    'Hoeveel projecten van cocreatie of stemmingen in 182 dagen zijn afgerond, met terugkoppeling.',
  DECISIONS:
    'Hoeveel van de gesloten stemmingen binnen 60 dagen zijn uitgevoerd of met een reden beantwoord, in 364 dagen.',
  CSAT: 'Hoeveel antwoorden 4 of 5 gaven op een schaal van 5, gevraagd binnen een dag na het oplossen.',
  CES: 'Hoeveel antwoorden 5 tot 7 gaven op “het was makkelijk om dit te regelen”, op een schaal van 7.',
  CES_MEAN: 'Het gemiddelde van 1 tot 7 op “het was makkelijk om dit te regelen”; het doel is 5,5.',
  KNOWN_AND_TRUSTED:
    'Hoeveel klanten het eens zijn met “zij weten vaak wat ik nodig heb” én met “ik vertrouw erop dat zij in mijn belang handelen”.',
  HEARD:
    'Hoeveel klanten het eens zijn met “ik voel me gehoord, ook als ik niet meedoe”. Steunt het beeld, beslist niets.',
  Q5b: 'Hoeveel klanten het eens zijn met “ik bepaal hier zelf wat er met mijn gegevens gebeurt”.',
  COHORTS_RISING:
    'Of klanten met een sterkere relatie langer blijven of meer besteden, kwart na kwart, na vergelijking met gelijke klanten.',
  CRISIS_SUPPORT:
    'Welk deel van de berichten met een standpunt ons steunde, per incident van minstens honderd berichten.',
  BOARD_LETTERS: 'In hoeveel van de laatste drie maanden de directie haar brief opende.',
};
