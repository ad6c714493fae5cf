/** What colleagues write to each other beside a conversation. */
export const noteTexts: readonly string[] = [
  'Gebeld met <voornaam>, {klinkt al rustiger|wil alleen een nette uitleg|belt zelf terug als het niet lukt}.',
  'Let op: {derde keer in een halfjaar|heeft vorige maand ook al geschreven}. Graag persoonlijk afronden.',
  'Navraag gedaan bij facturatie, {staat in het werkoverleg van donderdag|Hanneke kijkt mee}.',
  'Adres <straat> <huisnr> {staat dubbel in het systeem|klopt niet met het contract}, gemeld bij Ravi.',
  'Zelfde vraag als gisteren in <plaats>. {Misschien iets voor de veelgestelde vragen.|Goed stuk voor de site.}',
  '{Spreekt liever Engels|Werkt in ploegendienst}, niet voor vier uur bellen.',
  'Zaak <zaak> aangemaakt. {Wacht op de monteur.|Wacht op foto van de meter.|Wacht op de bank.}',
  'Coulance toegepast, <klein> euro. Akkoord van Anneke per mail.',
  'Joost kent deze klant van het forum, heel behulpzaam.',
];
