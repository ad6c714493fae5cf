/** The text of a mail as its reader sees it: quoted-printable undone, in UTF-8. */
export function readable(raw: string): string {
  const bytes = raw
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The token in the link of a mail that was made readable. */
export function tokenIn(letter: string): string {
  return /token=([\w-]{43})/.exec(letter)?.[1] ?? '';
}
