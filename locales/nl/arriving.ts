import { pluralFor } from '../plural.ts';

const plural = pluralFor('nl');

/** Around channels that others hand messages in to. */
export const arriving = {
  site: {
    title: 'In uw site zetten',
    lead: 'Zet deze twee regels op elke pagina waar de chat moet staan, net voor het einde. Zonder JavaScript blijft de link staan, naar hetzelfde als formulier. Kleuren en letter stelt u in met CSS: --polder-accent, --polder-font en zo verder.',
    snippet: 'Regels voor uw site',
    form: 'Het formulier staat op',
    trial: 'Probeer de chat op een lege pagina',
  },
  pushed: {
    title: 'Adres waar de ander naartoe stuurt',
    lead: 'Vul dit adres in bij het andere programma. Wat daar binnenkomt en goed ondertekend is, wordt bewaard en dan gelezen; de rest wordt geweigerd.',
    sample: 'Kijk wat Polder leest in een voorbeeld',
    forged: (n: number) =>
      plural(n, '# poging zonder goede handtekening', '# pogingen zonder goede handtekening'),
    forgedWhy: (moment: string) =>
      `In de laatste zeven dagen, het laatst op ${moment}. Er is niets van bewaard. Komt dit van uw eigen programma? Kijk dan het geheim na.`,
  },
  sample: {
    title: 'Proef op een voorbeeld',
    lead: (name: string) => `Plak wat ${name} zou sturen. Er wordt niets van bewaard.`,
    sample: 'Voorbeeld (JSON)',
    look: 'Lees het voorbeeld',
    back: 'Terug naar het kanaal',
    wrong: {
      'no-json': 'Dit is geen JSON',
      'no-words': 'Op de opgegeven plek staat geen tekst',
      'too-many-items': 'Dit zijn meer dan 500 berichten in één keer',
    },
    wrongNext: 'Kijk het voorbeeld na, en bij Toegang waar de tekst staat.',
    read: (n: number) => plural(n, 'Polder leest # bericht', 'Polder leest # berichten'),
    nobody: 'niets',
    columns: { text: 'Tekst', author: 'Schrijver', time: 'Tijdstip', id: 'Kenmerk', thread: 'Gesprek' },
  },
};
