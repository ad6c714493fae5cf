import { findLexeme } from './lexemes.ts';
import { givenNames } from './words/given-names.ts';

const particle = "(?:van|de|der|den|ter|ten|te|het|'t|von|la|le|el|al|bin|op|in|V\\.d\\.)";
const given = "\\p{Lu}(?:\\p{Ll}+(?:['’-]\\p{Lu}?\\p{Ll}+)*|\\.(?:[ ]?\\p{Lu}\\.)*)";
const family = `(?: (?:${particle} ){0,2}${given})`;
const name = `${given}${family}{0,3}`;
const fullName = `${given}(?: (?:${particle} ){0,2}${given}){1,3}`;

const greeting =
  '(?:groet(?:en|jes|je)?|grtz?|gr|mvg|hoogachtend|liefs|regards|sincerely|cheers|best|love|wishes|thanks|thank you|bedankt|dank|faithfully|gruß|grüße|cordialement|saludos|xx?)';

const patterns: readonly RegExp[] = [
  // Signature: a greeting at the end of a sentence or line, then a name.
  new RegExp(
    `(?:^|[\\s.,!])${caseless(greeting)}[,.!]?\\s{0,8}(?:\\n\\s{0,8})?(${name})(?=\\s{0,8}(?:$|[,.\\n/(]))`,
    'gu',
  ),
  // A last line, or last words after a full stop, that are nothing but a name.
  new RegExp(
    `(?:\\n|[.!?)]\\s)\\s{0,8}((?:(?:Drs|Dr|Mr|Ir|Ing)\\. )?${fullName})(?=\\s{0,8}(?:[,(][^\\n]{0,40})?(?:\\n[^\\n]{0,40})?\\s{0,8}$)`,
    'gu',
  ),
  new RegExp(`\\n\\s{0,8}(${given})\\s{0,8}$`, 'gu'),
  new RegExp(
    `(?:^|[\\s(])(?:[Mm]evrouw|[Mm]eneer|[Mm]evr\\.?|[Mm]w\\.?|[Dd]hr\\.?|[Dd]e heer|Mrs?\\.?|Ms\\.?|Miss|Drs?\\.|Herr|Frau|Madame|Monsieur|Señora?) ((?:${particle.replace('(?:', '(?:Ter|Van|De|Den|')} ?){0,2}${name})`,
    'gu',
  ),
  new RegExp(
    `(?:^|[\\s,.(])(?:[Oo]p naam van|t\\.?n\\.?v\\.?|[Mm]ijn naam is|[Mm]'?n naam is|[Ii]k ben|[Ii]k heet|[Mm]y name is|[Ii] am|I'm|[Tt]his is|[Nn]aam:|[Nn]ame:|[Cc]ontactpersoon) (${name})(?=\\s|[,.!?]|$)`,
    'gu',
  ),
  // A colleague who is named: "gesproken met Delano", "monteur Ruud".
  new RegExp(
    `(?:[Gg]esproken met|[Gg]eholpen door|[Hh]elped by|[Ss]poke (?:to|with)|[Cc]omplimenten (?:voor|aan)|[Tt]hank(?:s| you) to|[Hh]ulde aan|[Cc]ollega|[Mm]edewerkers?|[Mm]edewerkster|[Mm]onteur|[Hh]uismeester|[Aa]dviseur|[Cc]onducteur|[Bb]ezorger|[Cc]haufeur|[Vv]rijwilligs?ter|[Cc]olleague|[Aa]gent|[Ee]ngineer|[Ll]ady called|[Gg]enaamd|heet|called|named) (${name})`,
    'gu',
  ),
  new RegExp(
    `(?:^|[\\s,.!])(?:[Bb]edankt|[Dd]ank(?:jewel| je| u)?|[Tt]hank(?:s| you)|[Tt]op|[Mm]erci) (${given})(?=\\s{0,8}[,.!]|\\s+(?:van|voor|die|for|who|from|in)\\b)`,
    'gu',
  ),
];

function caseless(pattern: string): string {
  return pattern.replace(/(?<=\(\?:|\|)\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

const noName = new Set(
  `Beste Geachte Hallo Hoi Dag Dear Hello Hi Team Webcare Klantenservice Groet Groeten Met Ik Mijn Wij We De Het Een
  Jullie U Bedankt Dank Thanks Alvast Graag Kan Kunt Wat Waar Wanneer Hoe Voor Van Uit Aan Top Super Customer Service
  Nederland Holland Netherlands God Google Facebook Twitter Maandag Dinsdag Woensdag Donderdag Vrijdag Zaterdag Zondag
  The This That You Your It Now Not So And But En Maar Dus Nu Niet Geen Die Dat Dit Please`.split(/\s+/),
);

const loneName = /[.!?)]\s{1,8}(\p{Lu}\p{Ll}{2,14}(?: (?:en|&|and) \p{Lu}\p{Ll}{2,14})?)\s{0,8}$/u;
const capitalised =
  /(?<![\p{L}\p{N}@#._-])\p{Lu}\p{Ll}{1,12}(?:-\p{Lu}\p{Ll}{1,12})?(?![\p{L}\p{N}@_]|\.\p{L})/gu;

/** Names by their setting: signatures, titles, "op naam van", a colleague who is named. As written. */
export function namesIn(text: string): string[] {
  const names = new Set<string>();
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const found = match[1]?.trim() ?? '';
      const first = found.split(' ')[0] ?? '';
      if (found.length > 1 && !noName.has(first)) names.add(found);
    }
  }
  addLoneName(text, names);
  addGivenNames(text, names);
  return [...names];
}

/** One capitalised word that no head knows, after the last full stop, is a signature. */
function addLoneName(text: string, names: Set<string>): void {
  const found = loneName.exec(text.slice(-60))?.[1];
  if (found === undefined || names.has(found)) return;
  const first = found.split(' ')[0] ?? '';
  if (!noName.has(first) && findLexeme(first.toLowerCase()) === undefined) names.add(found);
}

function addGivenNames(text: string, names: Set<string>): void {
  for (const [word] of text.matchAll(capitalised)) {
    if (!givenNames.has(word) || (findLexeme(word.toLowerCase())?.stop ?? 0) !== 0) continue;
    if (![...names].some((known) => known.includes(word))) names.add(word);
  }
}
