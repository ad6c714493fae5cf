import { expect, test } from 'vitest';
import { budgetOf, periodOf } from './budget.ts';
import { purse } from './fixtures/network-double.ts';

test('a period begins where the network says, not where we are', () => {
  const at = (now: string, per: 'day' | 'month', zone: string) =>
    periodOf({ per, zone }, Temporal.Instant.from(now));
  expect(at('2026-11-24T07:59:00Z', 'day', 'America/Los_Angeles')).toBe('2026-11-23');
  expect(at('2026-11-24T08:00:00Z', 'day', 'America/Los_Angeles')).toBe('2026-11-24');
  expect(at('2026-11-30T23:59:59Z', 'month', 'UTC')).toBe('2026-11');
  expect(at('2026-12-01T00:00:00Z', 'month', 'UTC')).toBe('2026-12');
});

test('what is not there is not spent', async () => {
  const budget = budgetOf(purse(), 10);
  await budget.take(10);
  await expect(budget.take(1)).rejects.toMatchObject({ name: 'Outage', message: 'budget' });
  expect(() => budgetOf(undefined, 10)).toThrow();
});
