/** A spreadsheet takes what begins like this for a formula; with an apostrophe before it stays a text. */
export function csvLine(values: readonly string[], separator: string): string {
  const quoted = values.map((value) => {
    const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return `"${harmless.replaceAll('"', '""')}"`;
  });
  return `${quoted.join(separator)}\r\n`;
}

/** A download that nobody in between keeps. */
export function csvFile(body: ReadableStream, name: string, type = 'text/csv; charset=utf-8'): Response {
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
}
