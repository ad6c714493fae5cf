/** No letter, digit or underscore on this side: where a word begins or ends. */
const starts = '(?<![\\p{L}\\p{N}_])';
const ends = '(?![\\p{L}\\p{N}_])';

const telling = [
  'reclame|aanbied|advertentie|nieuwsbrief|nieuwsbrieven|marketing|promo|spam|offer|newsletter|mailing|unsubscri',
  `${starts}ads?${ends}|${starts}data${ends}|${starts}ai${ends}|${starts}bel${ends}|${starts}call|gebeld`,
  'vergeet|vergetelheid|forget|forgotten|erasure|gegevens|account|dossier|personal|robot|software|train',
  `(van|over|about|on) m(ij|e)${ends}|afmelden|uitschrijven|^[^\\p{L}\\p{N}_]*stop[^\\p{L}\\p{N}_]*$`,
].join('|');
const pattern = new RegExp(telling, 'iu');

/**
 * Holds the text a word without which nobody asks anything about their own data? Most messages are passed over by
 * this alone; what passes is read well afterwards.
 */
export function mayAskAboutOwnData(text: string): boolean {
  return pattern.test(text);
}
