/**
 * What somebody asks about their own data in a plain message. Only what they plainly ask for themselves, now: what is
 * quoted, denied, asked about, said of others or meant the other way round is none. What it misses a colleague sees;
 * what it finds wrongly only takes something away that the person can give back.
 */
export const wishKinds = [
  'stop-offers',
  'forget-me',
  'what-do-you-know',
  'no-software',
  'no-training',
  'no-phone',
] as const;
export type WishKind = (typeof wishKinds)[number];

export interface Wish {
  kind: WishKind;
  /** The sentence that says so, as it was written. */
  sentence: string;
}

const advertising = String.raw`(?:aanbieding(?:en)?|aanbiedingsmails?|reclame\w*|advertenties?|nieuwsbrie(?:f|ven)|marketing\w*|promoties?|promo\w*|spam|offers?|ads|adverts?|advertising|promotions?|newsletters?)`;
const filler = String.raw`(?:\s+(?:nu|eens|direct|meteen|alsjeblieft|alstublieft|aub|svp|met|het|de|die|dat|al|jullie|uw|je|mij|me|ons|sturen|versturen|mailen|van|naar|zulke|deze|ook|please|sending|mailing|e?-?mailing|to|your|these|those|all|any|the|with|more|us))*`;
const data = '(?:persoons|account|klant)?gegevens|data|account|dossier';
const englishData = String.raw`(?:personal\s+)?(?:data|details|information|info|account|records?)`;

const patterns: readonly (readonly [WishKind, RegExp])[] = [
  [
    'stop-offers',
    new RegExp(String.raw`\b(?:stop|stoppen|hou|houd|ophouden|quit)\b(?:\s+op)?${filler}\s+${advertising}\b`),
  ],
  [
    'stop-offers',
    new RegExp(
      String.raw`\b(?:geen|nooit(?:\s+meer)?)(?:\s+\w+){0,2}\s+${advertising}\b(?=.*\b(?:meer|ontvangen|krijgen|sturen|toesturen|hoeven|nodig)\b)`,
    ),
  ],
  [
    'stop-offers',
    new RegExp(
      String.raw`\b(?:no\s+more|not\s+want|do\s*n.?t\s+want|do\s*n.?t\s+(?:send|mail|email))(?:\s+\w+){0,3}\s+${advertising}\b`,
    ),
  ],
  [
    'stop-offers',
    /\b(?:meld|schrijf)\s+(?:mij|me)(?:\s+\w+){0,3}\s+(?:af|uit)\b|\b(?:mij|me)\s+(?:graag\s+)?(?:afmelden|uitschrijven)\b|^(?:graag\s+)?(?:afmelden|uitschrijven)\b/,
  ],
  [
    'stop-offers',
    /\bhaal\s+(?:mij|me)\s+(?:\w+\s+)?(?:van|uit)\s+(?:\w+\s+)?(?:mailing|mailinglijst|verzendlijst|lijst|nieuwsbrief)\b/,
  ],
  [
    'stop-offers',
    /\b(?:unsubscribe\s+me|please\s+unsubscribe|take\s+me\s+off\s+(?:your|the|this)\s+(?:mailing\s+)?list|opt(?:ing)?\s+(?:me\s+)?out\s+of\s+(?:all\s+|your\s+)?(?:marketing|offers|mailings?))\b/,
  ],
  [
    'forget-me',
    /^(?:(?:graag|wil(?:t\s+u|len\s+jullie)?|kunnen\s+jullie|ik\s+wil\s+dat\s+jullie|alstublieft|please|i\s+want\s+you\s+to)\s+)*(?:vergeet|forget)\s+(?:mij|me)(?:\s+(?:a\.?u\.?b\.?|alstublieft|alsjeblieft|please|svp|nu|volledig|helemaal|completely|entirely|en|and|uit|from)\b.*)?$/,
  ],
  [
    'forget-me',
    new RegExp(
      String.raw`\b(?:verwijder|wis|vernietig|delete)\b(?:\s+(?:dan|nu|ook|graag|direct|meteen|aub|a\.u\.b|alstublieft|svp|al|alle|even)){0,4}\s+(?:mijn|m'n|me)\s+(?:${data})\b`,
    ),
  ],
  [
    'forget-me',
    new RegExp(
      String.raw`\b(?:wil|willen|eis|verzoek|vraag|graag|wilt|kunt|kunnen|kan)\b.*\b(?:mijn|m'n)\s+(?:${data})\b.*\b(?:verwijder(?:en|d|t)|wissen|gewist|wist|vernietig(?:en|d|t)|weghal(?:en|t))\b`,
    ),
  ],
  [
    'forget-me',
    new RegExp(String.raw`\b(?:delete|erase|remove|wipe)\s+(?:all\s+)?(?:of\s+)?my\s+${englishData}\b`),
  ],
  [
    'forget-me',
    /\b(?:beroep|verzoek|gebruik|exercis\w+|invok\w+|request)\b.*\b(?:recht\s+op\s+vergetelheid|right\s+to\s+(?:be\s+forgotten|erasure))\b/,
  ],
  [
    'what-do-you-know',
    /\bwat\s+(?:weten\s+jullie|weet\s+u|weet\s+je|weten\s+jullie\s+allemaal)(?:\s+(?:nu|allemaal|eigenlijk|precies))*\s+(?:van|over)\s+(?:mij|me)\b(?!\s+(?:bestelling|klacht))/,
  ],
  [
    'what-do-you-know',
    /\b(?:welke|wat\s+voor)\s+(?:persoonlijke\s+|persoons)?(?:gegevens|informatie|data)\s+(?:\w+\s+)?(?:jullie|u|je)(?:\s+\w+){0,3}?\s+(?:van|over)\s+(?:mij|me)\b/,
  ],
  [
    'what-do-you-know',
    /\b(?:inzageverzoek|inzage\s+(?:in|van)\s+(?:al\s+)?mijn\s+\w*gegevens|kopie\s+van\s+(?:al\s+)?mijn\s+\w*gegevens)\b/,
  ],
  [
    'what-do-you-know',
    /\bwhat\s+(?:(?:personal\s+)?(?:data|information|details)\s+)?do\s+you\s+(?:have|hold|keep|store|know)\s+(?:on|about)\s+me\b|\bsubject\s+access\s+request\b|\bcopy\s+of\s+(?:all\s+)?my\s+(?:personal\s+)?(?:data|information)\b/,
  ],
  [
    'no-software',
    /\b(?:wil|willen)\s+(?:niet|geen)\b.*\b(?:ai|robots?|chatbots?|computers?|software|algoritmes?)\b.*\b(?:lees|leest|lezen|antwoord\w*|beantwoord\w*|bericht\w*)\b/,
  ],
  [
    'no-software',
    /\b(?:laat|gebruik)\s+geen\s+(?:ai|robots?|chatbots?|software|computers?)\b.*\b(?:bericht\w*|lezen|antwoord\w*)\b/,
  ],
  [
    'no-software',
    /\b(?:do\s*n.?t|do\s+not|never)\s+(?:want|let|use)\b.*\b(?:ai|bots?|robots?|chatbots?|software)\b.*\b(?:read\w*|answer\w*|repl\w+|messages?)\b|\bno\s+ai\s+(?:on|for|with)\s+my\b/,
  ],
  [
    'no-training',
    /\b(?:train|leer)\b.*\b(?:niet|geen)\b.*\bmijn\s+(?:bericht\w*|gegevens|data|tweets?|mails?)\b|\bmijn\s+bericht\w*\s+niet\b.*\b(?:trainen|leren)\b/,
  ],
  [
    'no-training',
    /\b(?:do\s*n.?t|do\s+not|never|stop)\s+(?:train\w*|teach\w*)\b.*\bmy\s+(?:messages?|data|posts?|mails?)\b/,
  ],
  [
    'no-phone',
    /\bbel\s+(?:mij|me)\s+(?:niet|nooit)(?:\s+meer)?(?:\s+(?:a\.?u\.?b\.?|alstublieft|alsjeblieft|svp|op))?$|\bwil\s+(?:niet|nooit)(?:\s+meer)?\s+(?:door\s+jullie\s+)?gebeld\s+worden\b/,
  ],
  [
    'no-phone',
    /\b(?:do\s*n.?t|do\s+not|never|stop)\s+(?:ever\s+)?call(?:ing)?\s+me(?:\s+(?:again|any\s*more|please|ever))*$/,
  ],
];

/** Nobody asks this for themselves, now: a condition, a question how, a question whether there are any, others. */
const notAsked = [
  /^(?:en\s+|maar\s+|but\s+|and\s+)?(?:hoe|how|waar|where|als|wanneer|stel|if|when|suppose|waarom|why|mag|may)\b/,
  /^(?:hebben|heeft|zijn|is|are|do\s+you\s+have|have\s+you|were|waren|krijg\s+ik|krijgen)\b/,
  /\b(?:er|there)\b.*\b(?:zijn|is|are|waren|komen)\b|\b(?:jammer|pity|shame)\b/,
  /\b(?:mijn|my|onze|our)\s+(?:buur\w*|moeder|vader|man|vrouw|zoon|dochter|vriend\w*|collega|oma|opa|neighbou?r|mother|father|husband|wife|son|daughter|friend|colleague)\b/,
  /\b(?:hij|zij|ze|he|she|they|iemand|someone|mensen|people|klanten|customers|iedereen|everybody|everyone)\s+(?:wil|willen|zei|zegt|zeggen|vraagt|vragen|vroeg|wants?|says?|said|asks?|asked)\b/,
  /\b(?:jullie|u|you)\s+(?:zeiden|zei|schreven|schreef|beloofden|said|wrote|promised|told)\b/,
];

/** Said the other way round, or meant so. */
const turned = [
  /\b(?:niet|nooit|never|not|n't)\s+(?:te\s+)?(?:stop|stoppen|ophouden|vergeten|verwijderen|wissen|afmelden|uitschrijven|unsubscrib\w*|delet\w*|eras\w*|forget)\b/,
  /\b(?:stop|hou|vergeet|verwijder|wis)(?:\s+(?:mij|me|er|ze|nu|dus|please|mijn\s+\w+))*\s+(?:niet|nooit|vooral\s+niet|not)\b/,
  /\b(?:do\s*n.?t|do\s+not|never|please\s+do\s*n.?t)\s+(?:stop|quit|forget|delete|erase|remove|unsubscribe)\b/,
  /\b(?:vooral|lekker|gerust|nog\s+meer|even\s+more|keep\s+(?:sending|them|it)|ga\s+(?:zo\s+)?door|blijf\s+\w*sturen|not)\b.*\b(?:graag|door|meer|coming|sturen|sending)\b.*(?:ha+|lol|\/s|🙄|😂|😉)/u,
  /🙄|\/s\b|\bnot!|\b(?:haha+|lol)\b|\b(?:ja\s+hoor|yeah\s+right|sure\s+thing|tuurlijk)\b/u,
  /\b(?:vergeet|vergeten)\s+(?:jullie\s+)?(?:mij|me)\s+(?:weer|steeds|altijd|telkens)\b/,
];

/** At most one wish of each kind, in the order of the text. */
export function wishesIn(text: string): Wish[] {
  const found = new Map<WishKind, Wish>();
  for (const sentence of sentencesOf(text)) {
    const plain = plainOf(sentence);
    if ([...notAsked, ...turned].some((pattern) => pattern.test(plain))) continue;
    for (const [kind, pattern] of patterns) {
      if (pattern.test(plain) && !found.has(kind)) found.set(kind, { kind, sentence: sentence.trim() });
    }
  }
  if (found.size === 0 && /^\W*stop\W*$/i.test(text))
    found.set('stop-offers', { kind: 'stop-offers', sentence: text.trim() });
  return [...found.values()];
}

/** Without what others wrote: quoted lines, words between quotation marks, what a mail program adds below. */
function sentencesOf(text: string): string[] {
  const own = text
    .split(/(?:^|\n)\s*(?:-- ?\n|_{5,}|-{5,}|(?:Op|On)\b[^\n]*(?:schreef|wrote)[^\n]*:|(?:Van|From):\s)/)[0]
    ?.split('\n')
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
    .replaceAll(/[“„"«][^”"»\n]*[”"»]|(?<=^|\s)['‘][^'’\n]{3,}['’](?=\W|$)/g, ' … ');
  return (own ?? '').split(/(?<=[.!?…])\s+|[\n;]+/).filter((sentence) => /\p{L}/u.test(sentence));
}

function plainOf(sentence: string): string {
  return sentence
    .toLowerCase()
    .replaceAll(/https?:\S+|@\w[\w.]*|#(?=\w)/g, ' ')
    .replaceAll(/[’`´]/g, "'")
    .replaceAll(/[^\p{L}\p{N}'/!🙄.-]+/gu, ' ')
    .replaceAll(/[.!]+(?=\s|$)/g, (mark) => (mark.startsWith('!') ? '' : ''))
    .trim()
    .replace(
      /^(?:hoi|hallo|hi|hello|dag|beste|goedemorgen|goedemiddag|alstublieft|please|nee|no|ok|oke|zeg)\s+(?!more\b|ai\b)(?:\w+ ){0,0}/,
      '',
    );
}
