import { isPurpose, ruleOf } from '../purpose.ts';

/** A decision as its place gives it. */
export interface ExportedDecision {
  id: string | number;
  purpose: string;
  act: string;
  category: string | null;
  item: string | null;
  until: string | null;
  strength: number;
  contractVersion: number;
  textHash: string | null;
  at: string;
}

const statuses: Readonly<Record<string, string>> = {
  give: 'dpv:ConsentGiven',
  decline: 'dpv:ConsentRefused',
  withdraw: 'dpv:ConsentWithdrawn',
  expire: 'dpv:ConsentExpired',
  ask: 'dpv:ConsentRequested',
  object: 'dpv:ObjectionExercised',
};

const bases: Readonly<Record<string, string>> = {
  contract: 'eu-gdpr:A6-1-b',
  legal_obligation: 'eu-gdpr:A6-1-c',
  legitimate_interest: 'eu-gdpr:A6-1-f',
  consent: 'eu-gdpr:A6-1-a',
};

/**
 * A receipt of one decision after ISO/IEC TS 27560:2023, in the terms of the Data Privacy Vocabulary: a header, the
 * processing it is about, the parties, and the event. JSON-LD, the copy that the person keeps.
 */
export function receiptOf(
  decision: ExportedDecision,
  { organisation, personId }: { organisation: string; personId: string },
) {
  const rule = isPurpose(decision.purpose) ? ruleOf(decision.purpose) : undefined;
  return {
    '@context': {
      dpv: 'https://w3id.org/dpv#',
      'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
      pd: 'https://w3id.org/dpv/pd#',
      dct: 'http://purl.org/dc/terms/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `urn:polder:receipt:${decision.id}`,
    '@type': 'dpv:ConsentReceipt',
    'dct:conformsTo': 'https://w3id.org/dpv/schema/dpv-27560#eu-gdpr-receipt',
    'dct:identifier': `${decision.id}`,
    'dct:created': { '@type': 'xsd:dateTime', '@value': decision.at },
    'dpv:hasDataSubject': { '@id': `urn:polder:person:${personId}` },
    'dpv:hasDataController': { '@type': 'dpv:DataController', 'dpv:hasName': organisation },
    'dpv:hasProcess': {
      '@type': 'dpv:Process',
      'dpv:hasPurpose': {
        '@id': rule?.dpv ?? 'dpv:Purpose',
        'dct:description': rule?.en ?? decision.purpose,
      },
      'dpv:hasLegalBasis': { '@id': bases[rule?.basis ?? ''] ?? 'dpv:LegalBasis' },
      ...(decision.category ? { 'dpv:hasPersonalData': decision.category } : {}),
      ...(decision.item ? { 'dpv:hasContext': decision.item } : {}),
    },
    'dpv:hasNotice': {
      '@type': 'dpv:PrivacyNotice',
      'dct:hasVersion': decision.contractVersion,
      ...(decision.textHash
        ? { 'dpv:hasHash': { '@type': 'xsd:hexBinary', '@value': decision.textHash } }
        : {}),
    },
    'dpv:hasConsentStatus': {
      '@id': statuses[decision.act] ?? 'dpv:ConsentStatus',
      'dct:date': { '@type': 'xsd:dateTime', '@value': decision.at },
      ...(decision.until ? { 'dpv:hasExpiry': decision.until } : {}),
      'dpv:hasProof': `strength ${decision.strength}`,
    },
  };
}
