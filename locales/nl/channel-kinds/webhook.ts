/** The words around connecting a program that signs what it sends. */
export const webhook = {
  name: 'Webhook',
  lead: 'Elk programma dat ondertekend kan versturen: uw eigen app, een formulierendienst, een ander systeem. Antwoorden kunnen dezelfde weg terug.',
  steps: {
    secret: 'Maak in het andere programma een geheim, of bedenk er een van minstens 16 tekens.',
    save: 'Bewaar het hier. Daarna staat op de pagina van dit kanaal het adres waar het programma naartoe stuurt.',
    sample: 'Plak daar een voorbeeld om te zien wat Polder erin leest.',
  },
  groups: { paths: 'Waar het staat in wat binnenkomt (JSON)' },
  fields: {
    name: { label: 'Naam', hint: 'Zo heet dit kanaal in het postvak.' },
    style: {
      label: 'Ondertekening',
      hint: 'Standard Webhooks kent een tijdstip en is veiliger; veel diensten kunnen alleen het andere.',
      choices: { standard: 'Standard Webhooks', sha256: 'sha256= in een kop' },
    },
    signatureHeader: {
      label: 'Kop met de handtekening',
      hint: 'Alleen voor sha256=. Meestal x-hub-signature-256.',
    },
    secret: { label: 'Geheim', hint: 'Minstens 16 tekens. Begint het met whsec_, neem dat dan mee.' },
    former: {
      label: 'Vorig geheim',
      hint: 'Bij wisselen gelden beide, tot u hier een streepje (-) bewaart.',
    },
    items: { label: 'Lijst van berichten', hint: 'Leeg als er één bericht per keer komt.' },
    text: { label: 'Tekst', hint: 'Bijvoorbeeld text, data.message of items[0].body.' },
    id: {
      label: 'Kenmerk',
      hint: 'Leeg: bij Standard Webhooks gebruikt Polder webhook-id. Bij sha256= maakt Polder er een van de inhoud; gelijke berichten tellen dan als één.',
    },
    author: { label: 'Kenmerk van de schrijver' },
    authorName: { label: 'Naam van de schrijver' },
    time: { label: 'Tijdstip', hint: 'ISO 8601, of seconden sinds 1970.' },
    thread: { label: 'Gesprek', hint: 'Berichten met hetzelfde kenmerk staan bij elkaar.' },
    answerUrl: {
      label: 'Adres voor antwoorden',
      hint: 'Met https. Leeg: antwoorden kunnen dan niet weg. Polder ondertekent ze met hetzelfde geheim.',
    },
  },
};
