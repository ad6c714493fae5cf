import { addPlanLine, noteValue, sayPeriod, setGoal } from '../insights/goals/setting.ts';
import { rollUp } from '../insights/rolling/rolling.ts';
import { setAmbition } from '../journey/ambition/ambition.ts';
import { describeArea } from '../journey/models/area-facts.ts';
import { joinTeam, logDecision } from '../journey/team/team.ts';
import { evaluateWeeks } from '../journey/weekly/evaluating-weeks.ts';
import { acknowledge } from '../organisation/rules/acknowledging.ts';
import { firstRules } from '../organisation/rules/first-rules.ts';
import { makeRule } from '../organisation/rules/publishing.ts';
import { firstCourse } from '../organisation/training/first-course.ts';
import { takeTest } from '../organisation/training/learning.ts';
import { makeCourse } from '../organisation/training/teaching.ts';
import type { Context } from '../platform/context.ts';

export interface JourneyCast {
  /** A colleague by key, acting. */
  as(key: string): Promise<Context>;
  publicIdOf(key: string): string;
  idOf(key: string): string;
  departmentOf(key: string): string | null;
}

/** Who answers, and so must know the rules and pass the test. */
const answering = [
  'els',
  'joost',
  'mirjam',
  'lieke',
  'bram',
  'pieter',
  'noor',
  'hanneke',
  'willem',
  'ravi',
  'yara',
];
const rulesAgo = 17;

/**
 * The change work of Waterkracht beside its pilots: rules and a training soon after webcare began, a team that decides,
 * goals with figures, a line in the plan. Then its weeks are evaluated, from the first message on.
 */
export async function walkJourney(
  ctx: Context,
  cast: JourneyCast,
  { works }: { works: boolean },
): Promise<void> {
  const now = (await cast.as('ravi')).clock.now();
  const at: At = (acting, weeks) => ({
    ...acting,
    clock: { now: () => now.subtract({ hours: Math.round(weeks * 7 * 24) }) },
  });
  if (works) {
    await layDown(cast, at);
    await formTeam(cast, at);
    await aim(cast, at);
  }
  await rollUp(ctx);
  await evaluateWeeks(ctx);
}

type At = (ctx: Context, weeks: number) => Context;

async function layDown(cast: JourneyCast, at: At): Promise<void> {
  const ravi = at(await cast.as('ravi'), rulesAgo);
  const today = ravi.clock.now();
  const holdsFrom = today.add({ hours: 24 }).toString().slice(0, 10);
  const reviewOn = today
    .add({ hours: 24 * 330 })
    .toString()
    .slice(0, 10);
  const rule = await makeRule(ravi, { words: firstRules, holdsFrom, reviewOn });
  const question = {
    nl: 'Een klant zet een klantnummer in een openbaar bericht. Wat doe je?',
    en: 'A customer puts a customer number in a public message. What do you do?',
  };
  const options = {
    nl: ['Ik noem de rekening in mijn antwoord.', 'Ik vraag om een privébericht.'],
    en: ['I name the bill in my answer.', 'I ask for a private message.'],
  };
  const course = await makeCourse(ravi, {
    words: firstCourse.words,
    questions: {
      nl: [{ question: question.nl, options: options.nl, right: 1 }],
      en: [{ question: question.en, options: options.en, right: 1 }],
    },
    ...{ passShare: 0.8, validMonths: 12, needed: true },
  });
  for (const [i, key] of answering.entries()) {
    const colleague = at(await cast.as(key), rulesAgo - 0.3 - i * 0.02);
    await acknowledge(colleague, { id: rule, version: 1, locale: 'nl' });
    await takeTest(colleague, course, { version: 1, answers: [1] });
  }
}

async function formTeam(cast: JourneyCast, at: At): Promise<void> {
  const lieke = await cast.as('lieke');
  for (const key of ['lieke', 'els', 'noor', 'hanneke']) await joinTeam(at(lieke, 18), cast.publicIdOf(key));
  const decisions = [
    [17, 'Wij antwoorden in kantooruren op alle kanalen.', 'De helft van de vragen bleef liggen.'],
    [13, 'Facturatie beantwoordt vragen over de nota zelf.', 'Doorsturen kostte een dag.'],
    [9, 'De storingsdienst plaatst zelf updates.', 'Zij weten het als eersten.'],
    [5, 'Wij meten voortaan of een antwoord hielp.', 'Snel is niet hetzelfde als goed.'],
    [1, 'Wij vragen budget voor de avonden.', 'Na vijven blijft de helft zonder antwoord.'],
  ] as const;
  for (const [weeks, decision, why] of decisions) {
    const then = at(lieke, weeks);
    await logDecision(then, { decidedOn: then.clock.now().toString().slice(0, 10), decision, why });
  }
}

interface Sketch {
  name: string;
  why: string;
  resultType: 'satisfaction' | 'efficiency' | 'brand';
  kpi: string;
  unit: string;
  direction: 'higher' | 'lower';
  owner: string;
  department: string;
  c: 'experience' | 'conversation';
  /** Every fortnight, the oldest first. */
  values: readonly number[];
  target: number;
}

const sketches: readonly Sketch[] = [
  {
    ...{ name: 'Klanten zijn tevreden over ons antwoord', why: 'Daar blijven zij om.', c: 'experience' },
    ...{ resultType: 'satisfaction', kpi: 'Rapportcijfer na een gesprek', unit: '', direction: 'higher' },
    ...{ owner: 'els', department: 'service', values: [6.4, 6.6, 6.9, 7.0, 7.2, 7.3, 7.5, 7.6], target: 7.2 },
  },
  {
    ...{
      name: 'Minder vragen over de jaarnota',
      why: 'Elke vraag is een onduidelijke nota.',
      c: 'experience',
    },
    ...{ resultType: 'efficiency', kpi: 'Vragen over de nota per week', unit: 'vragen', direction: 'lower' },
    ...{ owner: 'hanneke', department: 'finance', values: [41, 38, 36, 37, 33, 31, 29, 28], target: 30 },
  },
  {
    ...{ name: 'Mensen kennen ons als bereikbaar', why: 'Dat is wat wij beloven.', c: 'conversation' },
    ...{ resultType: 'brand', kpi: 'Noemt ons bereikbaar', unit: '%', direction: 'higher' },
    ...{ owner: 'lieke', department: 'marketing', values: [34, 36, 39, 41, 43, 44, 46, 47], target: 45 },
  },
];

async function aim(cast: JourneyCast, at: At): Promise<void> {
  const lieke = await cast.as('lieke');
  const year = Number(lieke.clock.now().toString().slice(0, 4));
  const line = { year, name: 'Klantcontact', unit: 'contacten per maand', ownerId: cast.idOf('hanneke') };
  const planned = await addPlanLine(at(lieke, 16), line);
  const month = lieke.clock.now().toString().slice(0, 7);
  await sayPeriod(at(lieke, 15), planned, { month, forecast: 240, actual: null });
  for (const { values, owner, department, ...sketch } of sketches) {
    const goal = await setGoal(at(lieke, 17), {
      ...sketch,
      ...{ ownerId: cast.idOf(owner), departmentId: cast.departmentOf(department) },
      ...{ baseline: values[0] ?? null, dueOn: null, planLineId: null },
    });
    for (const [i, value] of values.entries()) {
      const then = at(lieke, 16 - i * 2.2);
      const day = then.clock.now().toString().slice(0, 10);
      await noteValue(then, goal, { day, value, low: value * 0.98, high: value * 1.02 });
    }
  }
  await describeArea(at(lieke, 16), {
    ...{ key: 'respond', ownerId: cast.idOf('els'), tool: 'Polder', ruleId: null, goalId: null },
    outOfScopeWhy: null,
  });
  const anneke = at(await cast.as('anneke'), 10);
  const day = (months: number) =>
    anneke.clock.now().toZonedDateTimeISO('UTC').add({ months }).toPlainDate().toString();
  await setAmbition(
    anneke,
    {
      ...{
        model: 'journey',
        level: 4,
        mode: 'grow',
        byOn: day(15),
        reviewOn: day(9),
        perC: {},
        perDepartment: {},
      },
      why: 'Het antwoord moet te zien zijn in wat klanten doen.',
    },
    1,
  );
}
