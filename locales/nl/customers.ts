export const customers = {
  title: 'Klanten',
  empty: {
    title: 'Nog geen klanten',
    next: 'Iedereen die een bericht schrijft krijgt hier een eigen blad: wat er is gezegd, wat de klant toestaat en wie er heeft gekeken.',
  },
};
