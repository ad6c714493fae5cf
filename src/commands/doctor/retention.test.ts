import { expect, test } from 'vitest';
import { verdictOnRetention } from './retention.ts';

const now = Date.parse('2026-11-24T10:00:00Z');
const at = (iso: string) => new Date(iso);

test.each([
  ['nothing past its date, cleared last night', 0, at('2026-11-24T02:05:00Z'), 'good', '0 days'],
  ['not cleared yet', 0, null, 'note', 'every night'],
  ['something past its date', 3, at('2026-11-24T02:05:00Z'), 'wrong', '3 days'],
  [
    'a worker that stands still, whatever it last said',
    0,
    at('2026-11-21T02:05:00Z'),
    'wrong',
    '2026-11-21 02:05',
  ],
])('doctor says of %s how it is', (_, oldestDays, ranAt, state, part) => {
  const verdict = verdictOnRetention({ oldestDays, ranAt }, now);
  expect(verdict.state).toBe(state);
  expect(verdict.sentence).toContain(part);
});
