/** What somebody wrote, and what they repeated of earlier mails. */
export interface Parts {
  readonly said: string;
  readonly quoted: string | null;
}

/** "Op 24 november schreef …:", "On … wrote:", "Am … schrieb …:", "Le … a écrit :"; sometimes over two lines. */
const opener =
  /^(op|on|am|le|el)\s.{4,200}?(schreef|geschreven|wrote|schrieb|a écrit|escribió)\b.{0,200}:$/iu;
const divider =
  /^(-{2,}\s*)?(oorspronkelijk bericht|original message|ursprüngliche nachricht|message d'origine|forwarded message|doorgestuurd bericht)(\s*-{2,})?$/iu;
const outlook = /^(van|from|von|de)\s*:\s.+$/iu;
const outlookNext = /^(verzonden|sent|gesendet|envoyé|datum|date|aan|to|an|à)\s*:\s.+$/iu;
const rule = /^_{10,}$/;

/**
 * Folds what a mail repeats at its end. When somebody answers between the lines, all of it is theirs and stays. When
 * nothing would be left, nothing is folded: better too much than an empty message.
 */
export function foldQuotes(text: string): Parts {
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n');
  const from = startOfQuote(lines);
  if (from === undefined) return { said: text.trim(), quoted: null };
  const said = lines.slice(0, from).join('\n').trim();
  const quoted = lines.slice(from).join('\n').trim();
  return said === '' || quoted === '' ? { said: text.trim(), quoted: null } : { said, quoted };
}

function startOfQuote(given: readonly string[]): number | undefined {
  const lines = given.map((line) => line.trim());
  const isQuotedFrom = quotedToTheEnd(lines);
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1] ?? '';
    if (divider.test(line)) return i;
    if (rule.test(line) && outlook.test(next)) return i;
    if (outlook.test(line) && outlookNext.test(next)) return i;
    const opens = opener.test(line) || (line.length < 200 && opener.test(`${line} ${next}`.trim()));
    if (opens && isQuotedFrom(i + 1)) return i;
    if (line.startsWith('>') && isQuotedFrom(i)) return i;
  }
  return undefined;
}

/**
 * Of each place: are there but quoted and empty lines from there on, or none that are quoted at all (as some programs
 * do)? Looked at once from the end, so that a mail of nothing but quotes takes no longer than another.
 */
function quotedToTheEnd(lines: readonly string[]): (from: number) => boolean {
  let lastQuoted = -1;
  let lastOwn = -1;
  for (const [i, line] of lines.entries()) {
    if (line.startsWith('>')) lastQuoted = i;
    else if (line !== '') lastOwn = i;
  }
  const nextQuoted = new Int32Array(lines.length + 1).fill(lines.length);
  for (let i = lines.length - 1; i >= 0; i -= 1)
    nextQuoted[i] = lines[i]?.startsWith('>') ? i : (nextQuoted[i + 1] ?? lines.length);
  return (from) => lastQuoted < from || (nextQuoted[from] ?? 0) > lastOwn;
}
