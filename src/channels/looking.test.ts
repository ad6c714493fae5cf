import { describe, expect, test } from 'vitest';
import { findAmong, type Own } from './looking.ts';

type Looking = typeof findAmong;
const answer = { text: 'Donderdag tussen 9 en 11. Els', writtenAt: '2026-11-24T10:00:00Z' };
const one = (externalId: string, text: string, at: string | null = '2026-11-24T10:00:05Z'): Own => ({
  externalId,
  text,
  at,
});
const known =
  (...ids: string[]) =>
  async () =>
    new Set(ids);

/** What decides whether an answer leaves a second time. */
async function tellsTheTruth(look: Looking): Promise<void> {
  expect(await look([one('1', '  Donderdag tussen 9\nen 11. Els ')], answer, known())).toEqual({
    kind: 'there',
    externalId: '1',
  });
  expect(await look([], answer, known())).toEqual({ kind: 'absent' });
  // The same words under another answer of ours are that one.
  expect(await look([one('1', answer.text)], answer, known('1'))).toEqual({ kind: 'absent' });
  expect(await look([one('1', answer.text), one('2', answer.text)], answer, known('1'))).toEqual({
    kind: 'there',
    externalId: '2',
  });
  // From before it was written, it is another one.
  expect(await look([one('1', answer.text, '2026-11-20T10:00:00Z')], answer, known())).toEqual({
    kind: 'absent',
  });
  // Something of ours that nobody can place may be this one, changed on the way.
  expect(await look([one('1', 'Donderdag [ingekort]')], answer, known())).toEqual({ kind: 'unsure' });
  expect(await look([one('1', answer.text, null)], answer, known())).toEqual({
    kind: 'there',
    externalId: '1',
  });
  // Of others only the same words count, under whatever name the network shows ours.
  expect(await look([{ ...one('1', answer.text), ours: false }], answer, known())).toMatchObject({
    kind: 'there',
  });
  expect(await look([{ ...one('1', 'Dank!'), ours: false }], answer, known())).toEqual({ kind: 'absent' });
  // More stands there than was shown.
  expect(await look([], { ...answer, whole: false }, known())).toEqual({ kind: 'unsure' });
}

const broken: Record<string, Looking> = {
  'takes the words of another answer': (own, outgoing) => findAmong(own, outgoing, known()),
  'takes what cannot be placed for nothing': async (own, outgoing, known) => {
    const found = await findAmong(own, outgoing, known);
    return found.kind === 'unsure' ? { kind: 'absent' } : found;
  },
  'wants the very same signs': async (own, { text, writtenAt }, known) =>
    findAmong(
      own.filter((one) => one.text === text),
      { text, writtenAt },
      known,
    ),
  'forgets when': (own, outgoing, known) =>
    findAmong(
      own.map((one) => ({ ...one, at: null })),
      outgoing,
      known,
    ),
  'believes a part': (own, outgoing, known) => findAmong(own, { ...outgoing, whole: true }, known),
  'never finds': async () => ({ kind: 'unsure' }),
};

describe('looking for an answer that bears no key', () => {
  test('tells the truth, or that it does not know', () => tellsTheTruth(findAmong));
  test.each(Object.keys(broken))('the test sees one that %s', async (name) => {
    await expect(tellsTheTruth(broken[name] ?? findAmong)).rejects.toThrow();
  });
});
