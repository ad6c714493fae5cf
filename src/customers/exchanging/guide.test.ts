import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { exchanging as en } from '../../../locales/en/exchanging.ts';
import { exchanging as nl } from '../../../locales/nl/exchanging.ts';
import { guessColumns, guessKind } from './columns.ts';
import { exchangeKinds, fieldsOf } from './kind.ts';
import { isRefusedRow, readRow } from './row.ts';

const guides = { nl, en };
const locales = ['nl', 'en'] as const;

test.each(locales)('the guide in %s names every heading and state that is understood', (locale) => {
  const file = path.resolve(import.meta.dirname, `../../../docs/guide/${locale}/customers.md`);
  const text = readFileSync(file, 'utf8');
  for (const kind of exchangeKinds) {
    const chapter = text.split(`## ${guides[locale].guide.of[kind]}\n`)[1]?.split('\n## ')[0] ?? '';
    for (const { name, headings, states } of fieldsOf[kind]) {
      for (const heading of headings) expect(chapter, `${kind} ${name}`).toContain(`\`${heading}\``);
      for (const state of Object.keys(states ?? {})) expect(chapter, `${kind} ${name}`).toContain(state);
    }
    expect(chapter).toContain(guides[locale].guide.examples[kind]);
  }
});

test.each(locales.flatMap((locale) => exchangeKinds.map((kind) => ({ locale, kind }))))(
  'the example of $kind in $locale is read as it stands, every column',
  ({ locale, kind }) => {
    const [head = '', ...lines] = guides[locale].guide.examples[kind].split('\n');
    const headings = head.split(';');
    expect(guessKind(headings)).toBe(kind);
    const columns = guessColumns(kind, headings);
    expect(Object.values(columns).sort()).toEqual([...headings].sort());
    for (const [index, line] of lines.entries()) {
      const cells = line.split(';');
      const values = Object.fromEntries(
        Object.entries(columns).map(([field, heading]) => [field, cells[headings.indexOf(heading)] ?? '']),
      );
      expect(isRefusedRow(readRow(kind, index + 2, values)), line).toBe(false);
    }
  },
);
