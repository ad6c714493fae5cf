interface CategoryRule {
  /** Term of the Data Privacy Vocabulary (W3C DPV 2.0) or its extension for personal data. */
  dpv: string;
  /** Art. 9 GDPR: never for improving, offers, network, training or stories, whatever anybody allowed. */
  special?: true;
  nl: string;
  en: string;
}

/** The kinds of personal data Polder holds. A use names the categories that it touches; each must be allowed. */
export const categories = {
  identity: { dpv: 'pd:Identifying', nl: 'wie u bent', en: 'who you are' },
  contact: { dpv: 'pd:Contact', nl: 'adres, telefoon en e-mail', en: 'address, telephone and e-mail' },
  handle: { dpv: 'pd:Username', nl: 'uw naam op een netwerk', en: 'your name on a network' },
  msg_private: { dpv: 'pd:Communication', nl: 'uw berichten aan ons', en: 'your messages to us' },
  msg_public: {
    dpv: 'pd:PubliclyAvailableSocialMedia',
    nl: 'uw openbare berichten over ons',
    en: 'your public messages about us',
  },
  attachment: { dpv: 'dpv:ProvidedPersonalData', nl: 'bestanden die u stuurde', en: 'files that you sent' },
  commerce: {
    dpv: 'pd:Transactional',
    nl: 'bestellingen, rekeningen en beloften',
    en: 'orders, invoices and promises',
  },
  label: {
    dpv: 'dpv:InferredPersonalData',
    nl: 'wat onze software uit uw berichten opmaakt, zoals onderwerp en stemming',
    en: 'what our software makes of your messages, such as topic and mood',
  },
  influence: {
    dpv: 'pd:SocialNetwork',
    nl: 'wie met u praat en wie naar u luistert',
    en: 'who talks with you and who listens to you',
  },
  survey: { dpv: 'pd:Opinion', nl: 'uw antwoorden op vragenlijsten', en: 'your answers to surveys' },
  community: {
    dpv: 'pd:SocialMediaCommunication',
    nl: 'wat u schrijft in onze community',
    en: 'what you write in our community',
  },
  vote: { dpv: 'pd:Preference', nl: 'dat u stemde', en: 'that you voted' },
  device: { dpv: 'pd:DeviceBased', nl: 'gegevens van uw apparaat', en: 'data of your device' },
  special: {
    dpv: 'dpv:SpecialCategoryPersonalData',
    special: true,
    nl: 'gevoelige gegevens, zoals over gezondheid of geloof',
    en: 'sensitive data, such as on health or religion',
  },
  staff_note: { dpv: 'dpv:CollectedPersonalData', nl: 'notities van collega’s', en: 'notes of colleagues' },
} as const satisfies Record<string, CategoryRule>;

export type Category = keyof typeof categories;

export function isCategory(value: string): value is Category {
  return Object.hasOwn(categories, value);
}
