const digits = '\\p{Nd}+(?:[.,]\\p{Nd}+)*(?:,-)?';
const money = new RegExp(
  `(?:€|\\$|£|\\b(?:eur|euro|usd|gbp)\\b)\\s?(${digits})|(${digits})\\s?(?:€|£|\\$|%|(?:euro|eur|cent|procent|percent|dollar|pond)(?:s|'s)?(?![\\p{L}]))`,
  'giu',
);
const spoken =
  /(?<!\p{L})((?:\p{L}*(?:tig|tien|honderd|duizend|hundred|thousand|teen|ty)|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|elf|twaalf|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[ -]\p{L}+)?)\s+(?:euros?|eur|procent|percent|dollars?|pounds?)(?!\p{L})/giu;

/** Every amount of money and every percentage in a text, in one way of writing: `1.250,00 euro` and `€ 1250` are equal. */
export function amountsIn(text: string): string[] {
  const written = [...text.matchAll(money)].map((match) => plain(match[1] ?? match[2] ?? ''));
  const said = [...text.matchAll(spoken)].map((match) => (match[1] ?? '').toLowerCase());
  return [...new Set([...written, ...said])];
}

function plain(amount: string): string {
  const bare = amount.normalize('NFKC').replace(/,-$/, '').replace(/[.,]$/, '');
  const decimal = /[.,](\p{Nd}{1,2})$/u.exec(bare)?.[1] ?? '';
  const whole = (decimal === '' ? bare : bare.slice(0, -decimal.length - 1)).replace(/[.,]/g, '');
  return String(Number(`${whole}.${decimal || '0'}`));
}
