/** The self-assessment: what colleagues say themselves, on five steps from fully disagree to fully agree. Our wording. */
export interface Item {
  readonly code: string;
  /** The criterion that it may fill in for. */
  readonly criterion: string;
  readonly nl: string;
  readonly en: string;
}

export const items: readonly Item[] = [
  item('Q2a', '2.1', [
    'Iemand bij ons geeft klanten online regelmatig antwoord.',
    'Someone among us regularly answers customers online.',
  ]),
  item('Q2b', '2.4', [
    'Wij weten binnen een week wat er over ons gezegd wordt.',
    'We know within a week what is said about us.',
  ]),
  item('Q2c', '2.6', [
    'Door ons online contact hebben we deze maand iets over een klant geleerd.',
    'Our online contact has taught us something about a customer this month.',
  ]),
  item('Q2d', '3.10', [
    'Ik weet welke collega’s elders hetzelfde proberen als ik.',
    'I know which colleagues elsewhere try things like I do.',
  ]),
  item('Q3a', '3.4', [
    'Het is duidelijk wie wat mag beantwoorden en wie bij twijfel beslist.',
    'It is clear who may answer what, and who decides when in doubt.',
  ]),
  item('Q3b', '3.5', [
    'Ik kan onze spelregels uitleggen aan een nieuwe collega.',
    'I could explain our rules of engagement to a new colleague.',
  ]),
  item('Q3c', '3.7', [
    'Wij werken allemaal op dezelfde plek met berichten van klanten.',
    'We all work in the same place with customer messages.',
  ]),
  item('Q3d', '3.10', [
    'Ik hoor op tijd wat andere afdelingen tegen dezelfde klanten zeggen.',
    'I hear in time what other departments tell the same customers.',
  ]),
  item('Q3e', '3.12', [
    'Onze procedures helpen meer dan ze hinderen.',
    'Our procedures help more than they hinder.',
  ]),
  item('Q4a', '4.5', [
    'Onze directie gebruikt wat klanten zeggen bij haar besluiten.',
    'Our directors use what customers say when they decide.',
  ]),
  item('Q4b', '4.6', [
    'Luisteren naar klanten is een gewoon deel van mijn werk.',
    'Listening to customers is a normal part of my work.',
  ]),
  item('Q4c', '4.14', [
    'Ik zie de resultaten van ons klantcontact zonder erom te vragen.',
    'I see the results of our customer contact without having to ask.',
  ]),
  item('Q4d', '4.7', [
    'Ik mag een klant online helpen zonder eerst toestemming te vragen.',
    'I may help a customer online without asking permission first.',
  ]),
  item('Q5a', '5.7', [
    'In mijn afdeling kent iedereen een klant bij naam en verhaal.',
    'In my department everybody knows a customer by name and story.',
  ]),
];

function item(code: string, criterion: string, [nl, en]: readonly [string, string]): Item {
  return { code, criterion, nl, en };
}

/** How close to an organisation in which customer conversation steers all work, 1 to 10. Shown, never used for the stage. */
export const closeness = {
  code: 'M1',
  nl: 'Hoe dicht zijn wij bij een organisatie waarin het gesprek met klanten al het werk stuurt?',
  en: 'How close are we to an organisation in which customer conversation steers all work?',
  /** MIT Sloan and Deloitte, 2012 (n = 2,545): early 1-3, developing 4-6, maturing 7-10. */
  published: [0.52, 0.31, 0.17],
} as const;
