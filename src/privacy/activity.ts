import type { Category } from './category.ts';
import type { Basis, Purpose } from './purpose.ts';

interface ActivityRule {
  purpose: Purpose;
  /** What of the person it touches; each must be one of the purpose's, and each must be allowed. */
  categories: readonly Category[];
  /** Stricter than the purpose itself: what leaves the house for a processor rests on a yes of the person. */
  basis?: Extract<Basis, 'consent'>;
  effect: 'read' | 'sent' | 'listed' | 'recorded' | 'published' | 'shared';
  /** Work of a machine on many messages: one row a day for each person, with a count. */
  counted?: true;
  /** Who else gets to see it, by the name under which the record of processing knows them. */
  recipient?: string;
  nl: string;
  en: string;
}

/** Everything Polder does with personal data. The record of processing (GDPR art. 30) is this list. */
export const activities = {
  'conversation.opened': {
    purpose: 'service',
    categories: ['identity', 'handle', 'msg_private', 'msg_public', 'label'],
    effect: 'read',
    nl: 'Een collega las uw gesprek met ons.',
    en: 'A colleague read your conversation with us.',
  },
  'conversation.answered': {
    purpose: 'service',
    categories: ['handle', 'msg_private', 'msg_public'],
    effect: 'sent',
    nl: 'Een collega schreef een antwoord aan u.',
    en: 'A colleague wrote an answer to you.',
  },
  'customer.opened': {
    purpose: 'service',
    categories: [
      'identity',
      'contact',
      'handle',
      'msg_private',
      'msg_public',
      'commerce',
      'label',
      'staff_note',
    ],
    effect: 'read',
    nl: 'Een collega bekeek wat wij van u bewaren.',
    en: 'A colleague looked at what we keep about you.',
  },
  'customer.looked-up': {
    purpose: 'service',
    categories: ['identity'],
    effect: 'read',
    nl: 'Een collega zocht u op zonder dat er een gesprek met u liep, en zei waarom.',
    en: 'A colleague looked you up while no conversation with you was going on, and said why.',
  },
  'inbox.listed': {
    purpose: 'service',
    categories: ['handle', 'msg_private', 'msg_public', 'label'],
    effect: 'listed',
    nl: 'Uw gesprek stond in de lijst van een collega.',
    en: "Your conversation stood in a colleague's list.",
  },
  'inbox.searched': {
    purpose: 'service',
    categories: ['handle', 'msg_private', 'msg_public', 'label'],
    effect: 'listed',
    nl: 'Een collega zocht in gesprekken; die met u kan erbij hebben gestaan.',
    en: 'A colleague searched conversations; yours may have been among them.',
  },
  'customers.listed': {
    purpose: 'service',
    categories: ['identity', 'handle'],
    effect: 'listed',
    nl: 'Uw naam stond in de lijst met personen van een collega.',
    en: "Your name stood in a colleague's list of people.",
  },
  'customers.exported': {
    purpose: 'service',
    categories: ['identity', 'contact', 'commerce'],
    effect: 'recorded',
    nl: 'Een collega maakte een bestand waarin ook uw gegevens staan.',
    en: 'A colleague made a file that holds your data as well.',
  },
  'answer.reviewed': {
    purpose: 'service',
    categories: ['msg_private', 'msg_public'],
    effect: 'read',
    nl: 'Een collega bekeek of ons antwoord aan u goed was. Uw naam en gegevens stonden er niet bij.',
    en: 'A colleague looked at whether our answer to you was good. Your name and details were not shown.',
  },
  'relationship.computed': {
    purpose: 'improve',
    categories: ['msg_private', 'msg_public', 'label'],
    effect: 'read',
    nl: 'Een collega bekeek uw relatiecijfer: hoe vaak en hoe wij met elkaar praten.',
    en: 'A colleague looked at your relationship index: how often and how we talk with each other.',
  },
  'relationship.shown': {
    purpose: 'improve',
    categories: ['msg_private', 'msg_public', 'label'],
    effect: 'read',
    nl: 'U bekeek uw eigen relatiecijfer.',
    en: 'You looked at your own relationship index.',
  },
  'rows.listed': {
    purpose: 'service',
    categories: ['msg_private', 'msg_public', 'label'],
    effect: 'listed',
    nl: 'Uw bericht stond in de onderbouwing van een cijfer.',
    en: 'Your message stood among the evidence behind a figure.',
  },
  'labels.asked': {
    purpose: 'train',
    categories: ['msg_private', 'msg_public', 'label'],
    effect: 'listed',
    nl: 'Uw bericht stond in de lijst waarmee een collega onze software leert wat berichten betekenen.',
    en: 'Your message stood in the list with which a colleague teaches our software what messages mean.',
  },
  'model.trained': {
    purpose: 'train',
    categories: ['msg_private', 'msg_public', 'label'],
    effect: 'recorded',
    nl: 'Onze eigen software leerde van een bericht van u.',
    en: 'Our own software learned from a message of yours.',
  },
  'draft.prepared': {
    purpose: 'ai_assist',
    categories: ['msg_private', 'msg_public'],
    effect: 'recorded',
    nl: 'Software bij ons in huis las uw gesprek om een antwoord voor te bereiden. Een collega besliste.',
    en: 'Software in our own house read your conversation to prepare an answer. A colleague decided.',
  },
  'draft.prepared-outside': {
    purpose: 'ai_assist',
    categories: ['msg_private', 'msg_public'],
    basis: 'consent',
    effect: 'sent',
    nl: 'Software van een ander bedrijf las uw gesprek, zonder uw naam en nummers, om een antwoord voor te bereiden. Een collega besliste.',
    en: 'Software of another company read your conversation, without your name and numbers, to prepare an answer. A colleague decided.',
  },
  'label.suggested': {
    purpose: 'ai_assist',
    categories: ['msg_private', 'msg_public'],
    effect: 'recorded',
    nl: 'Software bij ons in huis las uw bericht om voor te stellen wat u bedoelt.',
    en: 'Software in our own house read your message to suggest what you mean.',
  },
  'label.suggested-outside': {
    purpose: 'ai_assist',
    categories: ['msg_private', 'msg_public'],
    basis: 'consent',
    effect: 'sent',
    nl: 'Software van een ander bedrijf las uw bericht, zonder uw naam en nummers, om voor te stellen wat u bedoelt.',
    en: 'Software of another company read your message, without your name and numbers, to suggest what you mean.',
  },
  'mail.service': {
    purpose: 'service',
    categories: ['contact'],
    effect: 'sent',
    nl: 'Wij stuurden u een mail over uw zaak.',
    en: 'We sent you a mail about your case.',
  },
  'mail.legal': {
    purpose: 'legal',
    categories: ['contact'],
    effect: 'sent',
    nl: 'Wij stuurden u een mail over uw gegevens, zoals de link waar u om vroeg.',
    en: 'We sent you a mail about your data, such as the link you asked for.',
  },
  'survey.asked': {
    purpose: 'measure',
    categories: ['survey'],
    effect: 'sent',
    nl: 'Wij vroegen u per mail hoe wij u hielpen.',
    en: 'We asked you by mail how we helped you.',
  },
  'mail.offers': {
    purpose: 'offers',
    categories: ['contact'],
    effect: 'sent',
    nl: 'Wij stuurden u een aanbieding per mail.',
    en: 'We sent you an offer by mail.',
  },
  'mail.invite': {
    purpose: 'invite',
    categories: ['contact'],
    effect: 'sent',
    nl: 'Wij stuurden u een uitnodiging per mail.',
    en: 'We sent you an invitation by mail.',
  },
  'story.published': {
    purpose: 'story',
    categories: ['handle', 'msg_private', 'msg_public', 'community'],
    effect: 'published',
    nl: 'Wij gebruikten uw woorden in een verhaal. U zag vooraf hoe, en zei ja.',
    en: 'We used your words in a story. You saw beforehand how, and said yes.',
  },
  'request.handled': {
    purpose: 'legal',
    categories: ['identity', 'contact'],
    effect: 'read',
    nl: 'Een collega behandelde uw verzoek over uw gegevens.',
    en: 'A colleague handled your request about your data.',
  },
  'export.made': {
    purpose: 'legal',
    categories: ['identity', 'contact', 'msg_private', 'commerce', 'staff_note'],
    effect: 'recorded',
    nl: 'Polder maakte een kopie van uw gegevens voor u.',
    en: 'Polder made a copy of your data for you.',
  },
  'export.taken': {
    purpose: 'legal',
    categories: ['identity', 'contact', 'msg_private', 'commerce', 'staff_note'],
    effect: 'sent',
    nl: 'De kopie van uw gegevens werd opgehaald.',
    en: 'The copy of your data was downloaded.',
  },
  'contact.corrected': {
    purpose: 'legal',
    categories: ['identity', 'contact'],
    effect: 'recorded',
    nl: 'Uw gegevens werden verbeterd: hoe u heet, of hoe wij u bereiken.',
    en: 'Your details were corrected: how you are called, or how we reach you.',
  },
  'contact.shared': {
    purpose: 'legal',
    categories: ['identity', 'contact'],
    effect: 'shared',
    nl: 'Ons klantsysteem kreeg uw verbeterde gegevens.',
    en: 'Our customer system was given your corrected details.',
  },
  'interaction.shared': {
    purpose: 'service',
    categories: ['identity', 'commerce', 'label'],
    effect: 'shared',
    nl: 'Ons klantsysteem kreeg te horen dat u een gesprek met ons had, en waarover.',
    en: 'Our customer system was told that you had a conversation with us, and about what.',
  },
} as const satisfies Record<string, ActivityRule>;

export type Activity = keyof typeof activities;

/** The rule of an activity, with every field that a rule may have. */
export function activityRule(activity: Activity): ActivityRule {
  return activities[activity];
}
