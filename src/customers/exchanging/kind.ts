import type { Field } from './field.ts';

export const exchangeKinds = ['customers', 'orders', 'invoices', 'deliveries'] as const;
export type ExchangeKind = (typeof exchangeKinds)[number];

const number: Field = {
  name: 'number',
  column: 'number',
  type: 'code',
  headings: [
    'number',
    'nummer',
    'ordernumber',
    'ordernummer',
    'bestelnummer',
    'factuurnummer',
    'invoicenumber',
  ],
  longest: 80,
};
const customer: Field = {
  name: 'customer',
  column: 'customer_key',
  type: 'code',
  headings: [
    'customer',
    'klant',
    'customerid',
    'klantnummer',
    'customernumber',
    'klantid',
    'debiteur',
    'debiteurnummer',
  ],
  required: true,
  longest: 80,
};
const orderKey: Field = {
  name: 'order',
  column: 'order_key',
  type: 'code',
  headings: ['order', 'bestelling', 'orderid', 'ordernummer', 'bestelnummer'],
  longest: 80,
};
const currency: Field = {
  name: 'currency',
  column: 'currency',
  type: 'currency',
  headings: ['currency', 'munt', 'valuta'],
};
const id = (headings: readonly string[]): Field => ({
  name: 'id',
  column: 'external_id',
  type: 'code',
  headings: ['id', 'externalid', ...headings],
  required: true,
  longest: 80,
});
const text = (name: string, headings: readonly string[], type: Field['type'] = 'text'): Field => ({
  name,
  column: name,
  type,
  headings,
});

/** What each kind of file may tell, in the order in which an export writes it. */
export const fieldsOf: Readonly<Record<ExchangeKind, readonly Field[]>> = {
  customers: [
    id(['klantnummer', 'customernumber', 'klantid', 'customerid', 'debiteurnummer', 'nummer', 'number']),
    text('name', ['name', 'naam', 'klantnaam', 'customername', 'fullname']),
    text('mail', ['mail', 'email', 'emailadres', 'emailaddress', 'mailadres'], 'mail'),
    text('phone', ['phone', 'telefoon', 'telefoonnummer', 'telephone', 'mobiel', 'mobile'], 'phone'),
    text('street', ['street', 'straat', 'adres', 'address', 'straatenhuisnummer']),
    text('postcode', ['postcode', 'zip', 'zipcode', 'postalcode'], 'postcode'),
    text('town', ['town', 'plaats', 'woonplaats', 'city', 'stad']),
    text('country', ['country', 'land']),
    {
      name: 'since',
      column: 'customer_since',
      type: 'day',
      headings: ['since', 'klantsinds', 'customersince', 'sinds'],
    },
  ],
  orders: [
    id(['ordernummer', 'bestelnummer', 'ordernumber', 'orderid', 'bestelling']),
    customer,
    number,
    {
      ...text('state', ['state', 'status'], 'state'),
      states: {
        placed: ['geplaatst', 'new', 'nieuw', 'draft', 'open'],
        confirmed: ['bevestigd', 'sale', 'processing'],
        shipped: ['verzonden', 'sent'],
        delivered: ['geleverd', 'done', 'afgerond', 'completed'],
        cancelled: ['geannuleerd', 'canceled', 'cancel'],
        returned: ['retour', 'teruggestuurd'],
      },
    },
    {
      name: 'ordered',
      column: 'ordered_at',
      type: 'moment',
      headings: ['ordered', 'orderedat', 'besteld', 'datum', 'date', 'besteldop', 'orderdatum', 'orderdate'],
      required: true,
    },
    {
      name: 'total',
      column: 'total_minor',
      type: 'money',
      headings: ['total', 'totaal', 'bedrag', 'amount'],
    },
    currency,
    {
      name: 'line',
      column: 'position',
      type: 'number',
      headings: ['line', 'regel', 'regelnummer', 'position'],
    },
    text('what', ['what', 'omschrijving', 'product', 'artikel', 'item', 'description']),
    text('quantity', ['quantity', 'aantal'], 'number'),
    {
      name: 'lineTotal',
      column: 'line_total',
      type: 'money',
      headings: ['linetotal', 'regeltotaal', 'regelbedrag'],
    },
  ],
  invoices: [
    id(['factuurnummer', 'invoicenumber', 'factuur', 'invoice', 'invoiceid']),
    customer,
    number,
    orderKey,
    {
      ...text('state', ['state', 'status'], 'state'),
      states: {
        open: ['openstaand', 'posted', 'unpaid', 'sent', 'verzonden'],
        paid: ['betaald', 'voldaan'],
        credited: ['gecrediteerd', 'refunded'],
        cancelled: ['geannuleerd', 'canceled', 'cancel', 'vervallen'],
      },
    },
    {
      name: 'issued',
      column: 'issued_on',
      type: 'day',
      headings: ['issued', 'factuurdatum', 'invoicedate', 'datum', 'date'],
      required: true,
    },
    { name: 'due', column: 'due_on', type: 'day', headings: ['due', 'vervaldatum', 'duedate', 'vervalt'] },
    {
      name: 'paid',
      column: 'paid_on',
      type: 'day',
      headings: ['paid', 'betaaldop', 'paidon', 'betaaldatum'],
    },
    {
      name: 'total',
      column: 'total_minor',
      type: 'money',
      headings: ['total', 'totaal', 'bedrag', 'amount'],
      required: true,
    },
    currency,
  ],
  deliveries: [
    id(['leveringsnummer', 'deliverynumber', 'levering', 'delivery', 'zending']),
    customer,
    {
      ...number,
      headings: ['number', 'nummer', 'zendingnummer', 'trackingnumber', 'trackandtrace', 'track'],
    },
    orderKey,
    text('carrier', ['carrier', 'vervoerder']),
    {
      ...text('state', ['state', 'status'], 'state'),
      states: {
        planned: ['gepland', 'draft', 'ready'],
        underway: ['onderweg', 'shipped', 'verzonden'],
        delivered: ['geleverd', 'bezorgd', 'done'],
        failed: ['mislukt', 'lost', 'kwijt'],
        returned: ['retour'],
      },
    },
    {
      name: 'promised',
      column: 'promised_on',
      type: 'day',
      headings: ['promised', 'beloofd', 'verwacht', 'expected', 'promisedon'],
    },
    {
      name: 'delivered',
      column: 'delivered_at',
      type: 'moment',
      headings: ['delivered', 'geleverdop', 'deliveredat', 'bezorgdop'],
    },
  ],
};
