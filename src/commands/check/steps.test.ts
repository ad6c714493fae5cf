import { expect, it } from 'vitest';
import { withModules } from './architecture.ts';
import { choose, report, type Step, time } from './steps.ts';

const right = async () => ({ ok: true, output: 'noise' });
const wrong = async () => ({ ok: false, output: 'line one\nline two\n' });
const breaks = async () => {
  throw new Error('no such tool');
};
const step = (name: string, ...run: Step['run'][number][]): Step => ({ name, what: 'x', run });
const all = [step('types', right), step('lint', wrong), step('words', breaks)];

it('runs all steps when none is named, and the named ones in their own order', () => {
  expect(choose(all, []).steps).toEqual(all);
  expect(choose(all, ['words', 'types']).steps.map(({ name }) => name)).toEqual(['types', 'words']);
  expect(choose(all, ['typos', '--wrote', '--write'])).toMatchObject({
    write: true,
    unknown: ['typos', '--wrote'],
  });
});

it('a step that fails or breaks says so and hides nothing', async () => {
  const results = await Promise.all(all.map((one) => time(one, false)));
  expect(results.map(({ ok }) => ok)).toEqual([true, false, false]);
  expect(results.map(report).join('')).toContain('    line two');
  expect(results.map(report).join('')).toContain('no such tool');
  expect(report(results[0] ?? { name: '', what: '', seconds: 0, ok: false, output: '' })).not.toContain(
    'noise',
  );
});

it('the first part that is not right ends its step, and --write runs what mends', async () => {
  expect(await time(step('types', wrong, breaks), false)).toMatchObject({
    ok: false,
    output: 'line one\nline two\n',
  });
  expect(await time({ ...step('types', wrong), write: [right] }, true)).toMatchObject({ ok: true });
});

it('the page of the architecture is written between its marks only', () => {
  const [begin, end] = [
    '<!-- modules: written by `npm run check -- architecture --write` from src/modules.ts -->',
    '<!-- /modules -->',
  ];
  const page = withModules(`# House\n${begin}\nold\n${end}\nafter\n`);
  expect(page).toContain('| 1 | privacy | – |');
  expect(page).not.toContain('old');
  expect(page.startsWith('# House\n')).toBe(true);
  expect(page.endsWith(`${end}\nafter\n`)).toBe(true);
  expect(withModules(page)).toBe(page);
  expect(() => withModules('# House')).toThrow('lacks the marks');
});
