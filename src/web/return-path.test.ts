import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localPath, urls } from '../urls.ts';

const home = 'https://polder.waterkracht.example';
const awkward = fc.string({
  unit: fc.constantFrom(
    '/',
    '\\',
    '.',
    ':',
    '@',
    '?',
    '#',
    '%',
    '\t',
    '\n',
    '\r',
    ' ',
    '\u0000',
    '\u00a0',
    'a',
    'https',
    'evil.example',
  ),
  size: 'max',
  maxLength: 40,
});

type Keep = (given: string | null | undefined, otherwise: string) => string;

/** Wherever somebody is sent back to, it is on this Polder. */
function staysHome(keep: Keep): void {
  fc.assert(
    fc.property(
      fc.oneof(
        awkward,
        awkward.map((rest) => `/${rest}`),
      ),
      (given) => {
        const target = URL.parse(keep(given, '/'), `${home}/sign-in`);
        expect(target?.origin).toBe(home);
      },
    ),
    { numRuns: keep === localPath ? 3_000 : 20_000, endOnFailure: keep !== localPath },
  );
}

describe('the path to return to after signing in', () => {
  it('never leads to another place', () => staysHome(localPath));

  it('is kept when it is one of ours', () => {
    const place = urls.conversation('cv_01', { view: 'mine' });
    expect(localPath(place, '/')).toBe('/conversations/cv_01?view=mine');
    expect(localPath(null, '/inbox')).toBe('/inbox');
  });

  it.each<[string, Keep]>([
    ['takes anything', (given, otherwise) => given || otherwise],
    ['looks only at the first sign', (given, otherwise) => (given?.startsWith('/') ? given : otherwise)],
    [
      'forgets the backslash',
      (given, otherwise) => (given?.startsWith('/') && !given.startsWith('//') ? given : otherwise),
    ],
    [
      'forgets the tab, which browsers drop',
      (given, otherwise) =>
        given?.startsWith('/') && !given.startsWith('//') && !given.includes('\\') ? given : otherwise,
    ],
  ])('would be caught if it %s', (_, mutant) => {
    expect(() => staysHome(mutant)).toThrow();
  });
});
