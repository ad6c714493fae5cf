export const signingIn = {
  title: 'Inloggen',
  lead: 'Welkom terug bij Polder.',
  email: 'E-mailadres',
  password: 'Wachtwoord',
  submit: 'Inloggen',
  forgotten: 'Wachtwoord vergeten? Een beheerder van je organisatie kan je een nieuwe link geven.',
  setup: {
    title: 'Polder in gebruik nemen',
    lead: 'Je maakt de eerste beheerder aan. Daarna log je in en sluit je je eerste kanaal aan.',
    organisation: 'Naam van je organisatie',
    name: 'Je naam',
    nameHint: 'Zo zien collega’s je.',
    passwordHint: (least: number) => `Minstens ${least} tekens. Een zin die je onthoudt werkt het best.`,
    submit: 'Beheerder aanmaken',
    noToken: 'Deze link is niet compleet',
    noTokenWhy:
      'Polder schrijft bij de eerste start een link met een eenmalige code. Open die hele link, zoals hij in het startvenster staat.',
  },
};
