import { giveAnswer, handOver, takeUp } from '../conversations/handing-over/handing-over.ts';
import { listInbox } from '../conversations/inbox.ts';
import type { Norm } from '../conversations/norms/norm.ts';
import { publishNorms } from '../conversations/norms/norms.ts';
import { anything, type Rule } from '../conversations/routing/rule.ts';
import { publishRules } from '../conversations/routing/rules.ts';
import { makeCalendar } from '../organisation/opening/planning.ts';
import { changeQueue, makeQueue, type QueueChange } from '../organisation/queueing/queue-keeping.ts';
import { promiseAnswers } from '../organisation/staff/promising.ts';
import type { Context } from '../platform/context.ts';

const hour = 3600;

const plain: Omit<QueueChange, 'name'> = {
  department: null,
  calendar: 'default',
  languages: [],
  skills: [],
  mostWaiting: null,
  mostEach: null,
  deals: false,
  workers: [],
};

const rules: readonly Rule[] = [
  {
    key: 'r1',
    name: 'Storingen',
    conditions: { ...anything, intents: ['outage'] },
    times: 'always',
    queue: 'storingen',
  },
  {
    key: 'r2',
    name: 'Vragen over de factuur',
    conditions: { ...anything, intents: ['invoice_question', 'promised_discount'] },
    times: 'always',
    queue: 'facturen',
  },
];

const norms: readonly Norm[] = [
  {
    ...{ key: 'n1', name: 'Storing', queues: ['storingen'], conditions: anything, clock: 'clock' },
    ...{ first: hour / 2, next: hour, resolution: 24 * hour },
  },
  {
    ...{
      key: 'n2',
      name: 'Openbaar',
      queues: [],
      conditions: { ...anything, audience: 'public' },
      clock: 'hours',
    },
    ...{ first: hour, next: 2 * hour, resolution: null },
  },
  {
    ...{ key: 'n3', name: 'Al het andere', queues: [], conditions: anything, clock: 'hours' },
    ...{ first: 4 * hour, next: 8 * hour, resolution: 40 * hour },
  },
];

/** Queues, the rules that lead there, and what customers may count on: arranged before the first message came. */
export async function arrangeWork(ctx: Context): Promise<void> {
  await makeCalendar(ctx, 'Storingsdienst');
  for (const name of ['Storingen', 'Facturen']) await makeQueue(ctx, name);
  await changeQueue(ctx, 'storingen', {
    ...plain,
    name: 'Storingen',
    calendar: 'storingsdienst',
    deals: true,
  });
  await changeQueue(ctx, 'facturen', { ...plain, name: 'Facturen', skills: [] });
  await publishRules(ctx, rules);
  await publishNorms(ctx, norms);
  for (const [key, hours] of [
    ['facturatie', 8],
    ['storingsdienst/netbeheer', 2],
  ] as const)
    await promiseAnswers(ctx, key, { seconds: hours * hour, clock: 'hours', calendar: null });
}

/** Els asks two departments something for customers who wait; one of them has answered. */
export async function askAround(els: Context, colleague: Context): Promise<void> {
  const { rows } = await listInbox(els, { view: 'open' });
  const about = (intent: string) => rows.find((row) => row.intent === intent) ?? rows[0];
  const [bill, outage] = [about('invoice_question'), about('outage')];
  if (!bill || !outage) return;
  const answered = await handOver(els, bill.publicId, {
    department: 'facturatie',
    question: 'Klopt het termijnbedrag van deze klant? De klant noemt een ander bedrag dan op de nota staat.',
  });
  await takeUp(colleague, answered);
  await giveAnswer(colleague, answered, {
    text: 'Het bedrag op de nota klopt. Het verschil is de correctie van vorige maand.',
    outcome: 'answered',
  });
  await handOver(els, outage.publicId, {
    department: 'storingsdienst/netbeheer',
    question: 'Is er in deze straat een storing bekend? De klant wil weten hoe lang het nog duurt.',
  });
}
