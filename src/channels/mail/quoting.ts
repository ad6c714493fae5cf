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

function startOfQuote(lines: readonly string[]): number | undefined {
  for (let i = 0; i < lines.length; i += 1) {
    const line = (lines[i] ?? '').trim();
    const two = `${line} ${(lines[i + 1] ?? '').trim()}`.trim();
    if (divider.test(line)) return i;
    if (rule.test(line) && outlook.test((lines[i + 1] ?? '').trim())) return i;
    if (outlook.test(line) && outlookNext.test((lines[i + 1] ?? '').trim())) return i;
    const opens = opener.test(line) || (line.length < 200 && opener.test(two));
    if (opens && isQuotedToTheEnd(lines, i + 1)) return i;
    if (line.startsWith('>') && isQuotedToTheEnd(lines, i)) return i;
  }
  return undefined;
}

/** Are there but quoted and empty lines from here on, or none that are quoted at all (as some programs do)? */
function isQuotedToTheEnd(lines: readonly string[], from: number): boolean {
  const rest = lines.slice(from).map((line) => line.trim());
  const first = rest.findIndex((line) => line.startsWith('>'));
  if (first === -1) return true;
  return rest.slice(first).every((line) => line === '' || line.startsWith('>'));
}
