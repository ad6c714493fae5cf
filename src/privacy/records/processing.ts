import { sql } from 'kysely';
import type { Context, Locale } from '../../platform/context.ts';
import { type Activity, activities, activityRule } from '../activity.ts';
import { type Category, categories } from '../category.ts';
import { ruleOf } from '../purpose.ts';

/** One line of the record of processing activities (GDPR art. 30). */
export interface ProcessingLine {
  activity: Activity;
  what: string;
  purpose: string;
  why: string;
  basis: string;
  dpv: string;
  categories: { key: Category; name: string }[];
  effect: string;
  recipient: string | null;
  /** Uses in the ledger, and the last of them. */
  uses: number;
  lastAt: Date | null;
}

/**
 * The record is the registry of activities, with what the ledger says of each. An activity that is not in it cannot be
 * used at all, so the two cannot differ. Under any purpose; one statement.
 */
export async function recordOfProcessing(ctx: Context, locale: Locale): Promise<ProcessingLine[]> {
  const used = await sql<{ activity: string; uses: string; last: Date }>`
    select activity, sum(count) as uses, max(at) as last from data_use group by activity`.execute(
    ctx.database,
  );
  return (Object.keys(activities) as Activity[]).map((activity) => {
    const rule = activityRule(activity);
    const purpose = ruleOf(rule.purpose);
    const row = used.rows.find((one) => one.activity === activity);
    return {
      activity,
      what: rule[locale],
      purpose: rule.purpose,
      why: purpose[locale],
      basis: rule.basis ?? purpose.basis,
      dpv: purpose.dpv,
      categories: rule.categories.map((key) => ({ key, name: categories[key][locale] })),
      effect: rule.effect,
      recipient: rule.recipient ?? null,
      uses: Number(row?.uses ?? 0),
      lastAt: row?.last ?? null,
    };
  });
}
