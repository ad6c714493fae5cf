/**
 * What personal data may be used for. One row per purpose: the basis in law, what holds when a person has decided
 * nothing, and the plain sentence that people read. Terms of the Data Privacy Vocabulary (W3C DPV 2) beside it.
 */
export type Basis = 'contract' | 'legitimate_interest' | 'consent';

interface PurposeRule {
  basis: Basis;
  /** State without any decision of the person. */
  start: 'allowed' | 'unknown';
  /** service cannot be objected to while a case runs; it can be restricted (GDPR art. 18). */
  objectable: boolean;
  dpv: string;
  nl: string;
  en: string;
}

export const purposes = {
  service: {
    basis: 'contract',
    start: 'allowed',
    objectable: false,
    dpv: 'dpv:CustomerCare',
    nl: 'u antwoord geven en uw vraag of klacht afhandelen',
    en: 'answer you and settle your question or complaint',
  },
  listen: {
    basis: 'legitimate_interest',
    start: 'allowed',
    objectable: true,
    dpv: 'dpv:CustomerRelationshipManagement',
    nl: 'openbare berichten over ons lezen en daarop reageren',
    en: 'read public messages about us and react to them',
  },
  security: {
    basis: 'legitimate_interest',
    start: 'allowed',
    objectable: false,
    dpv: 'dpv:EnforceSecurity',
    nl: 'misbruik tegengaan',
    en: 'stop abuse',
  },
  train: {
    basis: 'legitimate_interest',
    start: 'allowed',
    objectable: true,
    dpv: 'dpv:ServiceOptimisation',
    nl: 'onze eigen software laten leren van uw berichten; die software kan ze ook weer vergeten',
    en: 'let our own software learn from your messages; it can forget them as well',
  },
} as const satisfies Record<string, PurposeRule>;

export type Purpose = keyof typeof purposes;

export function isPurpose(value: string): value is Purpose {
  return Object.hasOwn(purposes, value);
}
