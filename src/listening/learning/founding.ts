import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { type Intent, intents } from '../../understanding/understanding.ts';
import type { Head, HeadClass } from './heads.ts';

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
  invoice_question: ['factuurvraag', 'invoice question'],
  outage: ['storing', 'outage'],
  claim_dispute: ['betwiste claim', 'claim dispute'],
  privacy_request: ['privacyverzoek', 'privacy request'],
  anticipation_praise: ['u wist wat ik nodig had', 'you knew what I needed'],
  trust_statement: ['ik vertrouw u', 'I trust you'],
  smalltalk: ['praatje', 'small talk'],
  spam: ['reclame', 'spam'],
  other: ['anders', 'other'],
};

const urgencies = {
  '0': ['geen haast', 'no hurry'],
  '1': ['deze week', 'this week'],
  '2': ['vandaag', 'today'],
  '3': ['nu', 'now'],
} satisfies Record<string, Words>;

const replies = {
  '1': ['vraagt om antwoord', 'needs a reply'],
  '0': ['hoeft geen antwoord', 'needs no reply'],
} satisfies Record<string, Words>;

const classesOf = (words: Record<string, Words>, order = Object.keys(words)): HeadClass[] =>
  order.map((key) => ({ key, nl: words[key]?.[0] ?? key, en: words[key]?.[1] ?? key }));

const first: readonly Omit<Head, 'promised' | 'enabled'>[] = [
  { key: 'sentiment', kind: 'single', rules: 'sentiment', classes: classesOf(moods) },
  { key: 'intent', kind: 'single', rules: 'intent', classes: classesOf(wishes, [...intents]) },
  { key: 'urgency', kind: 'single', rules: 'urgency', classes: classesOf(urgencies) },
  { key: 'answerable', kind: 'single', rules: 'answerable', classes: classesOf(replies, ['1', '0']) },
  { key: 'topic', kind: 'several', rules: 'none', classes: [] },
];

/** The heads that every organisation starts with; `topic` waits for the organisation's own. Leaves what is there. */
export async function foundHeads(ctx: Context): Promise<void> {
  const made_at = asDate(ctx.clock.now());
  await ctx.database
    .insertInto('head')
    .values(first.map(({ classes, ...head }) => ({ ...head, classes: JSON.stringify(classes), made_at })))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}
