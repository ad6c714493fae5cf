export const imports = {
  title: 'Importeren',
  empty: {
    title: 'Nog niets geïmporteerd',
    next: 'Kies een CSV- of JSON Lines-bestand met berichten. Polder laat eerst zien welke kolommen het herkent.',
  },
};
