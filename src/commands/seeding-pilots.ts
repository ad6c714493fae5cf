import { type Answers, agree, assess } from '../pilots/assessing.ts';
import type { Capability } from '../pilots/capability.ts';
import { getTemplate } from '../pilots/library/own.ts';
import { start } from '../pilots/living/beginning.ts';
import { askDecision, stop } from '../pilots/living/deciding.ts';
import { calendarFor } from '../pilots/living/hours.ts';
import type { Plan, PlannedPhase } from '../pilots/living/plan.ts';
import { plan } from '../pilots/living/planning.ts';
import { propose, testFit } from '../pilots/living/proposing.ts';
import { scale } from '../pilots/living/scaling.ts';
import type { Scope } from '../pilots/scope.ts';
import type { Context } from '../platform/context.ts';

export interface PilotCast {
  /** A colleague by key, acting. */
  as(key: string): Promise<Context>;
  idOf(key: string): string;
  departmentOf(key: string): string | null;
}

const channels = ['x', 'facebook', 'mastodon', 'mail', 'forum', 'chat'];
const enough = 'Het kwartaal was al vol, maar dit kost de afdeling geen tijd.';

/**
 * The pilots of Waterkracht: webcare in office hours that is about to end, monitoring in its third phase, one that was
 * stopped with a lesson, and one that is planned.
 */
export async function tryPilots(cast: PilotCast, pilotWeek: number): Promise<void> {
  const lieke = await cast.as('lieke');
  const now = lieke.clock.now();
  const weeksAgo = (weeks: number) => now.subtract({ hours: weeks * 7 * 24 });
  const at = (ctx: Context, moment: Temporal.Instant): Context => ({ ...ctx, clock: { now: () => moment } });
  await weigh(cast, at, weeksAgo(23));
  await monitor(cast, at, weeksAgo);
  await answerInHours(cast, at, weeksAgo(26 - pilotWeek));
  await stopCampaign(cast, at, weeksAgo);
  await makeIdea(cast, at(lieke, weeksAgo(2)));
}

type At = (ctx: Context, moment: Temporal.Instant) => Context;

async function weigh(cast: PilotCast, at: At, moment: Temporal.Instant): Promise<void> {
  const answers: Answers = {
    interest: 'Weten wat klanten over ons zeggen, om storingen en klachten op tijd te zien.',
    necessity: 'Zonder mee te lezen horen wij alleen wie ons zelf belt of schrijft.',
    alternatives: 'Een jaarlijkse enquête is te laat en bereikt weinig mensen.',
    people: 'Mensen die openbaar over ons schrijven; van kinderen bewaren wij niets.',
    expectation: 'Wie een bedrijf openbaar noemt, mag verwachten dat het meeleest.',
    balance: 'Wij lezen alleen wat openbaar is of aan ons gericht, en bewaren het kort.',
    safeguards: 'Bezwaar maken kan altijd; namen staan niet in de cijfers.',
  };
  const yara = at(await cast.as('yara'), moment);
  const reviewOn = moment
    .add({ hours: 24 * 365 })
    .toString()
    .slice(0, 10);
  const id = await assess(yara, { title: 'Meelezen met wat over ons gezegd wordt', answers, reviewOn });
  await agree(at(await cast.as('ravi'), moment), id);
}

interface Sketch {
  template: string;
  goal: string;
  owner: string;
  sponsor: string;
  department: string;
  baseline: number;
  target: number;
  unitValue: number;
  scopes: readonly [Scope, Scope, Scope];
  days: readonly [number, number, number];
  change?: Partial<Plan>;
}

/** From the idea to a plan that may start, as a colleague would fill the form in. */
async function planned(cast: PilotCast, ctx: Context, sketch: Sketch): Promise<string> {
  const template = await getTemplate(ctx, sketch.template);
  const { nl, metric, capabilities, area } = template;
  const id = await propose(ctx, {
    title: nl.name,
    goal: sketch.goal,
    area,
    template: template.key,
    capabilities,
  });
  await testFit(ctx, id, { profile: {} });
  const phaseAt = (i: 0 | 1 | 2): PlannedPhase => ({
    scope: sketch.scopes[i],
    days: sketch.days[i],
    about: nl.phases[i],
  });
  const written: Plan = {
    metric: { ...metric, name: nl.metric },
    baseline: sketch.baseline,
    target: sketch.target,
    targetOn: ctx.clock
      .now()
      .add({ hours: 24 * metric.days })
      .toString()
      .slice(0, 10),
    guard: null,
    means: nl.means.map((what) => ({ what, present: true })),
    unitValue: sketch.unitValue,
    hours: template.hoursAWeek,
    rate: 42,
    otherCosts: {},
    capabilities,
    phases: [phaseAt(0), phaseAt(1), phaseAt(2)],
    stretch: '',
    ...sketch.change,
  };
  await plan(ctx, id, {
    title: nl.name,
    goal: sketch.goal,
    ownerId: cast.idOf(sketch.owner),
    sponsorId: cast.idOf(sketch.sponsor),
    departmentId: cast.departmentOf(sketch.department),
    plan: written,
  });
  return id;
}

async function answerInHours(cast: PilotCast, at: At, began: Temporal.Instant): Promise<void> {
  const ctx = at(await cast.as('lieke'), began);
  const office = await calendarFor(ctx, 'office', 'Kantooruren');
  const evenings = await calendarFor(ctx, 'evenings', 'Kantooruren en avonden');
  const weekend = await calendarFor(ctx, 'weekend', 'Avonden en weekend');
  const id = await planned(cast, ctx, {
    template: 'CX1',
    goal: 'Wie ons iets vraagt, hoort altijd iets terug.',
    owner: 'els',
    sponsor: 'anneke',
    department: 'service',
    baseline: 0.45,
    target: 0.6,
    unitValue: 45,
    scopes: [
      { channels, hours: office, approval: 'sample' },
      { channels, hours: evenings, approval: 'sample' },
      { channels, hours: weekend, approval: 'none' },
    ],
    days: [130, 60, 90],
    change: { hours: 4 },
  });
  await start(ctx, id);
}

async function monitor(
  cast: PilotCast,
  at: At,
  weeksAgo: (weeks: number) => Temporal.Instant,
): Promise<void> {
  const lieke = await cast.as('lieke');
  const anneke = await cast.as('anneke');
  const few = ['x', 'mastodon'];
  const id = await planned(cast, at(lieke, weeksAgo(22)), {
    template: 'CV1',
    goal: 'Wij weten wat klanten bezighoudt voordat zij bellen.',
    owner: 'lieke',
    sponsor: 'anneke',
    department: 'marketing',
    baseline: 0,
    target: 3,
    unitValue: 150,
    scopes: [{ channels: few }, { channels }, {}],
    days: [30, 60, 90],
  });
  await start(at(lieke, weeksAgo(22)), id);
  for (const [weeks, why] of [
    [17, 'Drie inzichten leidden tot een actie, met twee kanalen.'],
    [8, 'Vijf afdelingen lezen de samenvatting elke week.'],
  ] as const) {
    await askDecision(at(lieke, weeksAgo(weeks)), id, null);
    await scale(at(anneke, weeksAgo(weeks)), id, { why, overrule: enough });
  }
}

async function stopCampaign(
  cast: PilotCast,
  at: At,
  weeksAgo: (weeks: number) => Temporal.Instant,
): Promise<void> {
  const lieke = await cast.as('lieke');
  const id = await planned(cast, at(lieke, weeksAgo(20)), {
    template: 'CT1',
    goal: 'Een campagne houdt niet op als de advertenties stoppen.',
    owner: 'bram',
    sponsor: 'anneke',
    department: 'marketing',
    baseline: 12,
    target: 14,
    unitValue: 60,
    scopes: [{ channels: ['facebook'] }, { channels: ['facebook', 'x'] }, {}],
    days: [42, 90, 90],
  });
  await start(at(lieke, weeksAgo(20)), id, { overrule: enough });
  await askDecision(at(lieke, weeksAgo(14)), id, null);
  await stop(at(await cast.as('anneke'), weeksAgo(14)), id, {
    why: 'Er kwamen niet meer aanmeldingen dan anders.',
    learned: 'Mensen reageerden wel, maar niemand had tijd om terug te praten.',
    otherwise: 'Eerst webcare regelen, dan pas een campagne die een gesprek wil.',
  });
}

async function makeIdea(cast: PilotCast, ctx: Context): Promise<void> {
  const capabilities: Capability[] = ['community.cocreate', 'survey.feedback'];
  await planned(cast, ctx, {
    template: 'CO2',
    goal: 'Iedereen snapt zijn jaarrekening in één keer.',
    owner: 'hanneke',
    sponsor: 'anneke',
    department: 'finance',
    baseline: 40,
    target: 34,
    unitValue: 7,
    scopes: [{ visibility: 'invite' }, { visibility: 'closed' }, { visibility: 'open' }],
    days: [90, 90, 90],
    change: {
      capabilities,
      means: [
        { what: 'Facturatie en communicatie, elk 4 uur per week', present: true },
        { what: 'De rekening van nu', present: true },
        { what: '20 klanten die meedoen', present: false },
      ],
    },
  });
}
