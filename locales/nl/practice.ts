/** De oefenruimte: gesprekken met klanten die niet bestaan. */
export const practice = {
  title: 'Oefenen',
  lead: 'Antwoord klanten die niet bestaan. Niets gaat weg en niets telt mee.',
  begin: 'Begin',
  own: 'Wat je oefende',
  done: 'klaar',
  nothingLeaves: 'Dit is een oefening',
  nothingLeavesWhy: 'Alleen jij leest dit. Na een maand is het weg.',
  answer: 'Jouw antwoord',
  reply: 'Antwoord',
  note: 'Notitie',
  noteMark: 'notitie',
  you: 'jij',
  after: 'Hier let een goed antwoord op',
  example: 'Zo kan het ook',
  drop: 'Gooi deze oefening weg',
};
