import type { Category } from './category.ts';

/**
 * What personal data may be used for. One row per purpose: the basis in law, what holds when a person has decided
 * nothing, and the plain sentence that people read. Terms of the Data Privacy Vocabulary (W3C DPV 2) beside it.
 */
export type Basis = 'contract' | 'legal_obligation' | 'legitimate_interest' | 'consent';

export interface PurposeRule {
  basis: Basis;
  /** State without any decision of the person. */
  start: 'allowed' | 'unknown' | 'ask';
  /**
   * Whether the person may object (GDPR art. 21). service cannot be objected to while a case runs; it can be
   * restricted (art. 18). What rests on consent is withdrawn instead, and direct marketing knows both.
   */
  objectable: boolean;
  /** Direct marketing: an objection is absolute. Only the person lifts it, signed in; no other yes passes it by. */
  marketing?: true;
  /**
   * Each thing needs a yes of its own: `once` serves one version of one thing, one time (a story, a claim);
   * `standing` serves one thing until it is taken back (a partner, a link between two accounts).
   */
  items?: 'once' | 'standing';
  /** Below this age the purpose is denied without proof of a guardian (art. 8; the Netherlands: 16). */
  minimumAge?: number;
  categories: readonly Category[];
  dpv: string;
  nl: string;
  en: string;
}

const consent = { basis: 'consent', minimumAge: 16 } as const;

export const purposes = {
  service: {
    basis: 'contract',
    start: 'allowed',
    objectable: false,
    categories: [
      ...(['identity', 'contact', 'handle', 'msg_private', 'msg_public', 'attachment', 'commerce'] as const),
      ...(['label', 'survey', 'community', 'vote', 'special', 'staff_note'] as const),
    ],
    dpv: 'dpv:CustomerCare',
    nl: 'u antwoord geven en uw vraag of klacht afhandelen',
    en: 'answer you and settle your question or complaint',
  },
  legal: {
    basis: 'legal_obligation',
    start: 'allowed',
    objectable: false,
    categories: ['identity', 'contact', 'msg_private', 'attachment', 'commerce', 'special', 'staff_note'],
    dpv: 'dpv:LegalCompliance',
    nl: 'bewaren wat de wet van ons vraagt, of wat nodig is bij een claim',
    en: 'keep what the law demands of us, or what is needed for a claim',
  },
  security: {
    basis: 'legitimate_interest',
    start: 'allowed',
    objectable: false,
    categories: ['identity', 'device'],
    dpv: 'dpv:EnforceSecurity',
    nl: 'misbruik tegengaan',
    en: 'stop abuse',
  },
  listen: {
    basis: 'legitimate_interest',
    start: 'allowed',
    objectable: true,
    categories: ['handle', 'msg_public', 'label'],
    dpv: 'dpv:CustomerRelationshipManagement',
    nl: 'openbare berichten over ons lezen en daarop reageren',
    en: 'read public messages about us and react to them',
  },
  link: {
    ...consent,
    start: 'ask',
    objectable: false,
    items: 'standing',
    categories: ['identity', 'handle', 'contact', 'commerce'],
    dpv: 'dpv:CustomerManagement',
    nl: 'u herkennen als u ons ergens anders schrijft',
    en: 'recognise you when you write to us somewhere else',
  },
  improve: {
    ...consent,
    start: 'unknown',
    objectable: false,
    categories: ['msg_private', 'msg_public', 'label'],
    dpv: 'dpv:ImproveExistingProductsAndServices',
    nl: 'leren van uw berichten, met uw naam erbij',
    en: 'learn from your messages, with your name attached',
  },
  measure: {
    ...consent,
    start: 'unknown',
    objectable: false,
    categories: ['survey', 'commerce', 'label'],
    dpv: 'dpv:OptimisationForController',
    nl: 'meten hoe tevreden juist u bent, en wat dat oplevert',
    en: 'measure how satisfied you yourself are, and what comes of it',
  },
  offers: {
    ...consent,
    start: 'unknown',
    objectable: true,
    marketing: true,
    categories: ['contact', 'commerce', 'label'],
    dpv: 'dpv:DirectMarketing',
    nl: 'u aanbiedingen doen die bij u passen',
    en: 'make you offers that suit you',
  },
  invite: {
    ...consent,
    start: 'unknown',
    objectable: true,
    marketing: true,
    categories: ['contact', 'community'],
    dpv: 'dpv:ResearchAndDevelopment',
    nl: 'u vragen om mee te denken of in een panel te komen',
    en: 'ask you to think along or to join a panel',
  },
  publish: {
    basis: 'contract',
    start: 'ask',
    objectable: false,
    items: 'once',
    categories: ['community', 'handle'],
    dpv: 'dpv:CommunicationManagement',
    nl: 'laten zien wat u in onze community plaatst',
    en: 'show what you post in our community',
  },
  story: {
    ...consent,
    start: 'ask',
    objectable: false,
    items: 'once',
    categories: ['handle', 'msg_private', 'msg_public', 'community'],
    dpv: 'dpv:PublicRelations',
    nl: 'uw woorden gebruiken buiten de community; u ziet eerst hoe',
    en: 'use your words outside the community; you see first how',
  },
  claim_case: {
    ...consent,
    start: 'ask',
    objectable: false,
    items: 'once',
    categories: ['msg_private', 'commerce'],
    dpv: 'dpv:CustomerClaimsManagement',
    nl: 'leden laten stemmen over uw afgehandelde claim, zonder dat u te herkennen bent',
    en: 'let members vote on your settled claim, without anybody recognising you',
  },
  network: {
    ...consent,
    start: 'unknown',
    objectable: false,
    categories: ['influence', 'msg_public'],
    dpv: 'dpv:CommercialResearch',
    nl: 'bekijken wie met wie praat en wie naar wie luistert',
    en: 'see who talks with whom and who listens to whom',
  },
  train: {
    basis: 'legitimate_interest',
    start: 'allowed',
    objectable: true,
    minimumAge: 16,
    categories: ['msg_private', 'msg_public', 'label'],
    dpv: 'dpv:ServiceOptimisation',
    nl: 'onze eigen software laten leren van uw berichten; die software kan ze ook weer vergeten',
    en: 'let our own software learn from your messages; it can forget them as well',
  },
  ai_assist: {
    basis: 'legitimate_interest',
    start: 'allowed',
    objectable: true,
    categories: ['msg_private', 'msg_public', 'commerce', 'label'],
    dpv: 'dpv:CommunicationForCustomerCare',
    nl: 'software uw bericht laten lezen om een antwoord voor te bereiden',
    en: 'let software read your message to prepare an answer',
  },
  loyalty: {
    ...consent,
    start: 'unknown',
    objectable: false,
    categories: ['commerce', 'device'],
    dpv: 'dpv:PersonalisedBenefits',
    nl: 'punten voor u tellen en volgen wat u deelt',
    en: 'count points for you and follow what you share',
  },
  partners: {
    ...consent,
    start: 'ask',
    objectable: false,
    items: 'standing',
    categories: ['identity', 'contact', 'commerce'],
    dpv: 'dpv:CommercialPurpose',
    nl: 'gegevens doorgeven aan een partner die we bij naam noemen',
    en: 'pass data on to a partner that we name',
  },
} as const satisfies Record<string, PurposeRule>;

export type Purpose = keyof typeof purposes;

export const purposeKeys = Object.keys(purposes) as readonly Purpose[];

/** The rule of a purpose, with every field that a rule may have. */
export function ruleOf(purpose: Purpose): PurposeRule {
  return purposes[purpose];
}

export function isPurpose(value: string): value is Purpose {
  return Object.hasOwn(purposes, value);
}
