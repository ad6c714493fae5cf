import { inTreeOrder } from '../../listening/heads/classes.ts';
import { beatsRules } from '../../listening/learning/figures.ts';
import type { Drift, HeadOverview, ModelVersion } from '../../listening/learning/judging.ts';
import type { Training } from '../../listening/learning/trainings.ts';
import type { Locale } from '../../platform/words.ts';
import { headMeaning, headName, type Names, nameOf, namesOf } from './class-words.ts';

/** From about so many labelled messages a model says something; fewer held-out answers prove nothing. */
export const enoughLabels = 50;

/** One head as its screen shows it: names instead of keys, ISO instants instead of dates. */
export function headView(overview: HeadOverview, locale: Locale, now: string) {
  const { head, labelled, current, versions, curve, drift } = overview;
  const names = namesOf(head, locale);
  return {
    head: head.key,
    name: headName(head, locale),
    meaning: headMeaning(head, locale),
    answers: head.enabled && head.classes.length >= (head.kind === 'single' ? 2 : 1),
    promised: head.promised,
    // Rules that only let a model feel the mood answer nothing themselves.
    hasRules: head.rules !== 'none' && head.rules !== 'mood',
    labels: labelled.total,
    waiting: labelled.waiting,
    asOf: current?.madeAt.toISOString() ?? now,
    current: current && figuresView(current),
    confusion: current && confusionView(current, names),
    calibration: (current?.figures.bins ?? []).map(({ confidence, right, n }) => ({ confidence, right, n })),
    curve: curve.map(({ version, examples, accuracy, interval: [low, high] }) => ({
      version: String(version),
      labels: examples,
      value: accuracy,
      low,
      high,
    })),
    versions: versions.map(versionView),
    classes: classesView(overview, names),
    drift: driftView(drift, names),
  };
}

/** What came of the training that was asked for last; null: nobody asked. */
export function trainingView(training: Training | undefined) {
  if (!training) return null;
  const { askedAt, askedBy, outcome, why } = training;
  return { at: askedAt.toISOString(), by: askedBy, outcome, why };
}

export type HeadView = ReturnType<typeof headView>;

export function figuresView({ figures, version, madeAt }: ModelVersion) {
  const { accuracy, interval, messages, macroF1, ece, automatic, byRules = null } = figures;
  const [low, high] = interval;
  const speaks = beatsRules(figures);
  return {
    version,
    at: madeAt.toISOString(),
    accuracy,
    low,
    high,
    n: messages,
    macroF1,
    ece,
    automatic,
    byRules,
    speaks,
    // Behind the rules, and yet believed.
    isEven: speaks && byRules !== null && accuracy <= byRules,
  };
}

/** null when there is nothing to compare: a head of several labels has no one answer that is confused. */
function confusionView({ figures: { confusion } }: ModelVersion, names: Names) {
  const any = confusion.counts.some((row) => row.some((n) => n > 0));
  return any
    ? { classes: confusion.classes.map((key) => nameOf(names, key)), counts: confusion.counts }
    : null;
}

function versionView(made: ModelVersion) {
  const { version, state, why, examples, madeAt, madeBy, figures, canReturn } = made;
  return {
    version,
    state,
    // Of a former version the file went with it; of the one in use it is why it was made.
    why: state === 'former' && why === 'forgotten' ? ('thrown-away' as const) : why,
    examples,
    at: madeAt.toISOString(),
    by: madeBy,
    accuracy: figures.accuracy,
    mayReturn: canReturn && state === 'former',
  };
}

function classesView({ head, labelled, current }: HeadOverview, names: Names) {
  const counts = new Map(labelled.perClass.map(({ label, n }) => [label, n]));
  const scores = new Map((current?.figures.perClass ?? []).map((one) => [one.label, one]));
  return inTreeOrder(head.classes).map(({ own: { key }, depth }) => {
    const score = scores.get(key);
    const measured = score && score.labelled > 0 ? score : null;
    return {
      key,
      depth,
      name: nameOf(names, key),
      labels: counts.get(key) ?? 0,
      precision: measured?.precision ?? null,
      recall: measured?.recall ?? null,
    };
  });
}

function driftView({ lately, before, shares, unknownWords }: Drift, names: Names) {
  return {
    lately,
    before,
    unknown: unknownWords?.lately ?? null,
    unknownBefore: unknownWords?.before ?? null,
    shares: shares.map((share) => ({ ...share, name: nameOf(names, share.label) })),
  };
}
