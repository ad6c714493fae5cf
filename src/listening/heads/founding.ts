import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { type Intent, intents } from '../../understanding/understanding.ts';
import type { Classes, HeadClass } from './classes.ts';
import { firstAspects } from './first-aspects.ts';
import type { Head } from './head.ts';
import { withClass } from './reshaping.ts';

type Words = readonly [nl: string, en: string];

const moods = {
  positive: ['positief', 'positive'],
  neutral: ['neutraal', 'neutral'],
  negative: ['negatief', 'negative'],
  mixed: ['gemengd', 'mixed'],
} satisfies Record<string, Words>;

const wishes: Record<Intent, Words> = {
  question: ['vraag', 'question'],
  complaint: ['klacht', 'complaint'],
  request: ['verzoek', 'request'],
  compliment: ['compliment', 'compliment'],
  idea: ['idee', 'idea'],
  cancellation: ['opzegging', 'cancellation'],
  wrong_delivery: ['verkeerde levering', 'wrong delivery'],
  promised_discount: ['beloofde korting', 'promised discount'],
  invoice_question: ['vraag over factuur', 'invoice question'],
  outage: ['storing', 'outage'],
  claim_dispute: ['bezwaar tegen claim', 'claim dispute'],
  privacy_request: ['privacyverzoek', 'privacy request'],
  anticipation_praise: ['lof voor contact vooraf', 'praise for early notice'],
  trust_statement: ['uiting van vertrouwen', 'statement of trust'],
  smalltalk: ['praatje', 'small talk'],
  spam: ['spam', 'spam'],
  other: ['anders', 'other'],
};

const urgencies = {
  '0': ['geen haast', 'no hurry'],
  '1': ['deze week', 'this week'],
  '2': ['vandaag', 'today'],
  '3': ['nu', 'now'],
} satisfies Record<string, Words>;

const replies = { '1': ['ja', 'yes'], '0': ['nee', 'no'] } satisfies Record<string, Words>;

/** What customers say of the bond, unasked: evidence of the last stage of the journey. */
const bonds = {
  knows_need: ['weet wat ik nodig heb', 'knows what I need'],
  trust: ['vertrouwt ons', 'trusts us'],
  life_better: ['leven werd beter', 'life became better'],
} satisfies Record<string, Words>;

const classesOf = (words: Record<string, Words>, order = Object.keys(words)): HeadClass[] =>
  order.map((key) => ({ key, nl: words[key]?.[0] ?? key, en: words[key]?.[1] ?? key }));

function aspectClasses(): readonly HeadClass[] {
  const none: Classes = { classes: [], gone: {} };
  return firstAspects.reduce(
    (state, { nl, en, words }) => withClass(state, { nl, en, parent: null, words: words.split('; ') }, true),
    none,
  ).classes;
}

const first: readonly Pick<Head, 'key' | 'kind' | 'rules' | 'classes'>[] = [
  { key: 'sentiment', kind: 'single', rules: 'sentiment', classes: classesOf(moods) },
  { key: 'intent', kind: 'single', rules: 'intent', classes: classesOf(wishes, [...intents]) },
  { key: 'urgency', kind: 'single', rules: 'urgency', classes: classesOf(urgencies) },
  { key: 'answerable', kind: 'single', rules: 'answerable', classes: classesOf(replies, ['1', '0']) },
  { key: 'topic', kind: 'several', rules: 'words', classes: [] },
  { key: 'aspects', kind: 'several', rules: 'aspects', classes: aspectClasses() },
  { key: 'relation', kind: 'several', rules: 'relation', classes: classesOf(bonds) },
];

/**
 * The heads that every organisation starts with; `topic` waits for the organisation's own. A new version brings new
 * words, but never over those of an organisation that keeps its own.
 */
export async function foundHeads(ctx: Context): Promise<void> {
  const made_at = asDate(ctx.clock.now());
  await ctx.database
    .insertInto('head')
    .values(first.map(({ classes, ...head }) => ({ ...head, classes: JSON.stringify(classes), made_at })))
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet((eb) => ({ classes: eb.ref('excluded.classes'), rules: eb.ref('excluded.rules') }))
        .where('head.changed_at', 'is', null)
        .where(sql<boolean>`head.classes is distinct from excluded.classes`),
    )
    .execute();
}
