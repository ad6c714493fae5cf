/** What a sender may want. The definitions and tie rules stand in this module's README. */
export const intents = [
  'question',
  'complaint',
  'request',
  'compliment',
  'idea',
  'cancellation',
  'wrong_delivery',
  'promised_discount',
  'invoice_question',
  'outage',
  'claim_dispute',
  'privacy_request',
  'anticipation_praise',
  'trust_statement',
  'smalltalk',
  'spam',
  'other',
] as const;

export type Intent = (typeof intents)[number];

/** The languages that are told apart; `mixed` = a whole clause of two of them, `und` = no words. */
export const languages = ['nl', 'en', 'de', 'fr', 'es'] as const;

export type Language = (typeof languages)[number] | 'mixed' | 'und';

export interface Sentiment {
  label: 'positive' | 'neutral' | 'negative' | 'mixed';
  /** -1 (all blame) to 1 (all praise); between -0.1 and 0.1 is neutral. */
  score: number;
}

export type Head = 'sentiment' | 'intent' | 'urgency' | 'answerable' | 'language';

/** The words that made a head decide, exactly as the sender wrote them. Empty = decided by absence. */
export interface Reason {
  head: Head;
  words: string[];
}

/** A value found in the text, exactly as the sender wrote it. */
export interface Finding {
  kind: string;
  value: string;
}

/** What a customer can say of the bond with us. */
export type RelationKind = 'knows_need' | 'trust' | 'life_better';

export interface RelationSignal {
  readonly kind: RelationKind;
  /** What said so, exactly as the sender wrote it. */
  readonly words: readonly string[];
}

/** 0 whenever convenient · 1 this week · 2 today · 3 now (danger, a vulnerable person, fraud going on). */
export type Urgency = 0 | 1 | 2 | 3;

export interface Understanding {
  language: Language;
  sentiment: Sentiment;
  intent: Intent;
  urgency: Urgency;
  /** Does it need a reply? */
  answerable: boolean;
  /** Is the organisation spoken to, or spoken about? */
  addressed: boolean;
  keywords: string[];
  references: Finding[];
  personal: Finding[];
  because: Reason[];
  /** What was said, unasked, of the bond with us; none, one or more. */
  relation: RelationSignal[];
}

export interface Hints {
  /** The language of this person's earlier messages; used only for texts too short to tell. */
  language?: string;
  /** Where it was written; a mail or a chat is always addressed to the organisation. */
  channel?: string;
}
