import type { Purpose } from './purpose.ts';

interface ActivityRule {
  purpose: Purpose;
  effect: 'read' | 'sent' | 'listed' | 'recorded';
  nl: string;
  en: string;
}

/** Everything Polder does with personal data. The record of processing (GDPR art. 30) is this list. */
export const activities = {
  'conversation.opened': {
    purpose: 'service',
    effect: 'read',
    nl: 'Een collega las uw gesprek met ons.',
    en: 'A colleague read your conversation with us.',
  },
  'conversation.answered': {
    purpose: 'service',
    effect: 'sent',
    nl: 'Een collega schreef een antwoord aan u.',
    en: 'A colleague wrote an answer to you.',
  },
  'customer.opened': {
    purpose: 'service',
    effect: 'read',
    nl: 'Een collega bekeek wat wij van u bewaren.',
    en: 'A colleague looked at what we keep about you.',
  },
  'inbox.listed': {
    purpose: 'service',
    effect: 'listed',
    nl: 'Uw gesprek stond in de lijst van een collega.',
    en: "Your conversation stood in a colleague's list.",
  },
  'customers.listed': {
    purpose: 'service',
    effect: 'listed',
    nl: 'Uw naam stond in de lijst met personen van een collega.',
    en: "Your name stood in a colleague's list of people.",
  },
  'rows.listed': {
    purpose: 'service',
    effect: 'listed',
    nl: 'Uw bericht stond in de onderbouwing van een cijfer.',
    en: 'Your message stood among the evidence behind a figure.',
  },
  'labels.asked': {
    purpose: 'train',
    effect: 'listed',
    nl: 'Uw bericht stond in de lijst waarmee een collega onze software leert wat berichten betekenen.',
    en: 'Your message stood in the list with which a colleague teaches our software what messages mean.',
  },
  'model.trained': {
    purpose: 'train',
    effect: 'recorded',
    nl: 'Onze eigen software leerde van een bericht van u.',
    en: 'Our own software learned from a message of yours.',
  },
} as const satisfies Record<string, ActivityRule>;

export type Activity = keyof typeof activities;
