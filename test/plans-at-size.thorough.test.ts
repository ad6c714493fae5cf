import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillWith } from '../bench/filling.ts';
import { fillReportsWith } from '../bench/filling-reports.ts';
import { listInbox } from '../src/conversations/inbox.ts';
import { views } from '../src/conversations/listing/row.ts';
import { readReport } from '../src/insights/reporting/report.ts';
import { sumMonths } from '../src/insights/reporting/summing.ts';
import { recordAgreement } from '../src/organisation/works-council.ts';
import { type TestDatabase, testDatabase, withAdmin } from './database.ts';
import { hirePeople, type People } from './people.ts';
import { type Plan, plansOf } from './plans.ts';

let polder: TestDatabase;
let people: People;

const scanned = (plan: readonly Plan[], table: RegExp) =>
  plan.filter((node) => node['Node Type'] === 'Seq Scan' && table.test(node['Relation Name'] ?? ''));
const readOf = (plan: readonly Plan[], table: RegExp) =>
  plan
    .filter((node) => table.test(node['Relation Name'] ?? ''))
    .reduce(
      (sum, node) =>
        sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
      0,
    );

describe('the inbox over 100,000 conversations in forty queues', () => {
  beforeAll(async () => {
    polder = await testDatabase();
    people = await hirePeople(polder.context);
    await withAdmin(polder.ownerUrl, (owner) => fillWith(owner, 100_000));
  }, 300_000);
  afterAll(() => polder?.close());

  test.each(views)('reads view %s in three statements, none from end to end', async (view) => {
    const { els } = people;
    const asked = { appUrl: polder.appUrl, context: els.context, purpose: 'service' };
    const list = (ctx: typeof els.context) => listInbox(ctx, { view, folded: true, around: true });
    polder.statements();
    await list(els.context);
    expect(polder.statements().length).toBeLessThanOrEqual(3);
    const plans = await plansOf({ ...asked, matching: /from conversation/, often: true }, list);
    expect(plans.length).toBe(2);
    for (const plan of plans) {
      expect(scanned(plan, /^conversation/)).toEqual([]);
      // A page of each of the forty queues, and six counts that stop at a thousand.
      expect(readOf(plan, /^conversation(_open)?$/)).toBeLessThan(10_000);
    }
  });
});

describe('reports over seven months, fourteen thousand messages a day', () => {
  beforeAll(async () => {
    polder = await testDatabase({ at: new Date().toISOString() });
    people = await hirePeople(polder.context);
    await recordAgreement(people.ravi.context, { agreedOn: '2020-01-01', reference: 'OR 2020-1' });
    await withAdmin(polder.ownerUrl, (owner) => fillReportsWith(owner, 210));
    const zone = 'Europe/Amsterdam';
    const today = polder.turn.now().toZonedDateTimeISO(zone).toPlainDate().toString();
    await sumMonths(polder.context, { zone, today });
    await withAdmin(polder.ownerUrl, (owner) => owner.query('vacuum (analyze)'));
  }, 600_000);
  afterAll(() => polder?.close());

  test.each([28, 100])('of %i days read no table of counts from end to end', async (days) => {
    const to = polder.turn.now().toZonedDateTimeISO('Europe/Amsterdam').toPlainDate();
    const asked = { from: to.subtract({ days: days - 1 }).toString(), to: to.toString() };
    const { context } = people.anneke;
    const plans = await plansOf(
      {
        appUrl: polder.appUrl,
        context,
        purpose: 'measure',
        matching: /report_(hour|count|wait|reason|colleague)/,
      },
      (ctx) => readReport(ctx, asked),
    );
    expect(plans.length).toBeGreaterThanOrEqual(6);
    for (const plan of plans) {
      expect(scanned(plan, /^report_(hour|wait|reason|colleague)$/)).toEqual([]);
      // Of hours and waits a month at each end at most: whole months stand added up.
      expect(readOf(plan, /^report_wait$/)).toBeLessThan(4 * 31 * 40 * 3 * 4);
      expect(readOf(plan, /^report_hour$/)).toBeLessThan(4 * 31 * 40 * 3 * 16);
    }
  });
});
