import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { modules, places } from '../../modules.ts';
import { drawHouse } from './drawing.ts';
import type { Part } from './steps.ts';
import { root } from './tools.ts';

const page = join(root, 'docs', 'architecture.md');
const picture = join(root, 'docs', 'house.svg');
const begin = '<!-- modules: written by `npm run check -- architecture --write` from src/modules.ts -->';
const end = '<!-- /modules -->';

/** Compares or writes what src/modules.ts says: the table in docs/architecture.md and the picture beside it. */
export function architecture(act: 'compare' | 'write'): Part {
  return async () => {
    const before = await Promise.all([page, picture].map((file) => readFile(file, 'utf8').catch(() => '')));
    const after = [withModules(before[0] ?? ''), drawHouse()];
    if (act === 'write')
      await Promise.all([writeFile(page, after[0] ?? ''), writeFile(picture, after[1] ?? '')]);
    const ok = act === 'write' || before.every((text, index) => text === after[index]);
    return {
      ok,
      output: 'docs/architecture.md is behind src/modules.ts: npm run check -- architecture --write\n',
    };
  };
}

/** The page with everything between the marks replaced. */
export function withModules(text: string): string {
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from === -1 || to < from) throw new Error(`docs/architecture.md lacks the marks ${begin} … ${end}`);
  return `${text.slice(0, from)}${begin}\n\n${order()}\n${text.slice(to)}`;
}

function order(): string {
  const rows = modules.map(({ level, name, mayImport, sentence }) => {
    const below = mayImport.length === 0 ? '–' : mayImport.join(', ');
    return `| ${level} | ${name} | ${below} | ${sentence} |`;
  });
  const others = places.map(({ name, sentence }) => `| ${name} | ${sentence} |`);
  return [
    '| level | module | may import | what it is for |',
    '|---|---|---|---|',
    ...rows,
    '',
    '| other rooms of src | what they are for |',
    '|---|---|',
    ...others,
    '',
  ].join('\n');
}
