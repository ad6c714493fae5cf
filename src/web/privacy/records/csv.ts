/** A table for a spreadsheet: with the separator of the country, and nothing that would be read as a formula. */
export function csvResponse(
  name: string,
  rows: readonly (readonly string[])[],
  locale: 'nl' | 'en',
): Response {
  const separator = locale === 'nl' ? ';' : ',';
  const text = rows.map((row) => `${row.map(quoted).join(separator)}\r\n`).join('');
  return new Response(`\ufeff${text}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}

function quoted(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}
