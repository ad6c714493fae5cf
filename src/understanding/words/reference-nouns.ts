/** The numbers by which a matter can be looked up. */
export type ReferenceKind =
  | 'order'
  | 'booking'
  | 'parcel'
  | 'invoice'
  | 'customer'
  | 'policy'
  | 'contract'
  | 'claim'
  | 'case'
  | 'flight'
  | 'trip';

export interface NamingNouns {
  kind: ReferenceKind;
  /** Alternatives of a pattern. */
  nouns: string;
  /** Vague nouns only count when no plain one stands in the text. */
  weak?: true;
}

/** Nouns that name a number, the surest kinds first: at equal distance the first wins. */
export const namingNouns: readonly NamingNouns[] = [
  {
    kind: 'invoice',
    nouns:
      'factuur|facturen|[a-z]{0,20}nota|[a-z]{0,20}afrekening|[a-z]{0,20}aanslag|aanmaning|herinnering|invoice|bill|reminder|rechnung|facture|factura',
  },
  { kind: 'policy', nouns: 'polis|polissen|polisnr|[a-z]{0,20}verzekering|policy|insurance' },
  {
    kind: 'claim',
    nouns: '[a-z]{0,20}schade|schademelding|schadeclaim|schadedossier|claim|claims|geld-terug|chargeback',
  },
  {
    kind: 'contract',
    nouns: '[a-z]{0,12}contract|contracten|overeenkomst|agreement|lease|vertrag|contrat|contrato',
  },
  {
    kind: 'case',
    nouns:
      'zaak|zaaknr|dossier|klacht|klachtnr|klachten|meldingsnr|meldings|ticket|case|bezwaar|bezwaarschrift|kenmerk|referentie|ref|reference|objection|incident|aanvraagnr|beschikking|besluit',
  },
  {
    kind: 'parcel',
    nouns: 'zending|zendings|tracking|trackingcode|barcode|parcel|shipment|pakketnr|sendung|colis',
  },
  {
    kind: 'booking',
    nouns:
      '[a-z]{0,12}boeking|boekings|boekingscode|reservering|reserverings|booking|reservation|pnr|buchung|réservation|reserva|terugvlucht',
  },
  {
    kind: 'order',
    nouns:
      'order|orders|ordernr|bestelling|bestelnr|bestel|bestelde|besteld|geleverd|levering|leverde|bezorgd|bezorger|pakket|pakje|pakketje|retour|cashback|track|ordered|delivery|delivered|bestellung|commande|pedido|gekocht|winkelmand',
  },
  {
    kind: 'customer',
    nouns:
      'klant|klantnr|klanten|lid|lidnr|lidmaatschap|lidmaatschaps|donateur|donateurs|donatie|donor|huurder|huurders|huur|relatie|relatienr|debiteur|debiteuren|abonnement|abonnements|abonnee|account|customer|member|membership|tenant|subscription|donation|bijdrage|maandbedrag|kaartrekening|kaart|kaartnr|passagier|kunde|kunden|client|cliente|opzeggen|internet',
  },
  {
    kind: 'case',
    nouns: 'melding|weigering|letter|brief|complaint|vergoeding|afwijzing|aanvraag|application',
    weak: true,
  },
  {
    kind: 'order',
    nouns: 'aangevraagd|ontvangen|verzonden|gekregen|doos|jas|ruilen|winkel',
    weak: true,
  },
  { kind: 'booking', nouns: 'vlucht|flight|koffer|bagage|suitcase', weak: true },
];
