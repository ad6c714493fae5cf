import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf, lengthOn, limitsOf, type NetworkLimits, roomOn } from './networks.ts';

describe('a length on a network', () => {
  test('is counted as that network counts', () => {
    const on = (channel: string, text: string) => lengthOn(limitsOf(channel, 'public'), text);
    expect(on('x', 'Dag Fatima')).toBe(10);
    expect(on('x', `kijk ${'https://waterkracht.example/'.padEnd(80, 'a')}`)).toBe(5 + 23);
    expect(on('x', '日本')).toBe(4);
    expect(on('x', '👨‍👩‍👧‍👦')).toBe(2);
    expect(on('bluesky', '👨‍👩‍👧‍👦')).toBe(1);
    expect(on('mastodon', 'e\u0301')).toBe(1);
    expect(lengthOn(limitsOf('instagram', 'private'), 'één')).toBe(5);
    expect(on('x', '42')).toBe(2);
  });

  test('has room until it is full; a network without a limit always has', () => {
    const x = limitsOf('x', 'public');
    expect(roomOn(x, 'a'.repeat(280))).toBe(0);
    expect(roomOn(x, 'a'.repeat(281))).toBe(-1);
    expect(roomOn(limitsOf('mail', 'private'), 'a'.repeat(9000))).toBeNull();
    expect(roomOn(limitsOf('bluesky', 'public'), '👨‍👩‍👧‍👦'.repeat(130))).toBe(
      3000 - bytesOf('👨‍👩‍👧‍👦'.repeat(130)),
    );
    expect(limitsOf('constructor', 'public').longest).toBeNull();
  });

  test('never shrinks when something is added, and never exceeds what is sent', () => {
    const any = fc.string({ unit: 'grapheme', size: 'max', maxLength: 200 });
    const plain = any.map((text) => text.replace(/https?:|www\./gi, ''));
    const law = (length: typeof lengthOn) => () =>
      fc.assert(
        fc.property(plain, fc.constantFrom('x', 'bluesky', 'mastodon', 'instagram'), (text, channel) => {
          const limits: NetworkLimits = limitsOf(channel, 'public');
          const counted = length(limits, text);
          const more = length(limits, `${text} a`);
          expect(more).toBeGreaterThanOrEqual(counted + 1);
          expect(counted).toBeLessThanOrEqual(
            Math.max(2 * [...text.normalize('NFC')].length, 2 * text.length),
          );
          expect(length(limits, '')).toBe(0);
          if (/^[\x20-\x7e]*$/.test(text)) expect(counted).toBe(text.length);
        }),
        { numRuns: 30 },
      );
    law(lengthOn)();
    const mutants: Record<string, typeof lengthOn> = {
      'counts words': (_, text) => text.split(' ').length,
      'counts one too many': (limits, text) => lengthOn(limits, text) + 1,
      'stops at a hundred': (limits, text) => Math.min(100, lengthOn(limits, text)),
      'counts a sign as three': (limits, text) => lengthOn(limits, text) * 3,
    };
    for (const [name, mutant] of Object.entries(mutants)) expect(law(mutant), name).toThrow();
  });
});
