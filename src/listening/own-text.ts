import { understand } from '../understanding/reading.ts';

/** In which language a text of our own is written; null when it is too short or too mixed to tell. */
export function languageIn(text: string): string | null {
  const { language } = understand(text);
  return language === 'und' || language === 'mixed' ? null : language;
}
