import { type Context, transact } from '../../platform/context.ts';
import { answersOf } from '../../understanding/answering/answering.ts';
import { signatureOf } from '../../understanding/comparing/duplicates.ts';
import { explain } from '../../understanding/learned/explaining.ts';
import {
  type Decision,
  decisionOf,
  probabilities,
  scoresOf,
} from '../../understanding/learned/predicting.ts';
import { understand } from '../../understanding/reading.ts';
import { tokenise } from '../../understanding/tokenising.ts';
import { type Hints, intents, type Understanding } from '../../understanding/understanding.ts';
import { labelNow } from '../heads/classes.ts';
import { type Live, makeLive, takeOver } from './live.ts';
import type { HeadLabel, LivePredictor, Reader, Reading, Reason } from './reading.ts';
import { recall } from './remembering.ts';
import { mayDoubt, remaining, replaced } from './replacing.ts';
import { trainApart } from './training.ts';

const lookAgain = 5_000;
const mostReasons = 5;
/** With fewer examples of a class a model cannot tell that something is not it. */
const enoughToDeny = 10;

/** Holds the models of all heads, their rules, and what colleagues said, for one process. */
export function makeReader(): Reader {
  const live = makeLive();
  return {
    refresh: (ctx) => refresh(live, ctx),
    stale: () => {
      live.lookedAt = Number.NEGATIVE_INFINITY;
    },
    read: (text, hints) => read(live, text, hints),
    find: (head) => live.predictors.get(head),
    train: trainApart,
  };
}

async function refresh(live: Live, ctx: Context): Promise<void> {
  const now = ctx.clock.now().epochMilliseconds;
  if (Math.abs(now - live.lookedAt) < lookAgain) return;
  live.lookedAt = now;
  await transact(ctx, ctx.purpose ?? 'listen', (ctx) => takeOver(live, ctx, now));
}

function read(live: Live, text: string, hints: Hints): Reading {
  const rules = inIntentsOfNow(understand(text, hints), live);
  const tokens = tokenise(text);
  // All decisions before any reason, and the rules last: each reads the text into the same arrays.
  const decided = [...live.predictors].map(([head, { predictor, version, beatsRules }]) => {
    const scores = scoresOf(predictor, { tokens, read: rules });
    const decision = decisionOf(predictor, scores);
    const spoke = beatsRules && mayDoubt(rules, { head, decision });
    return { head, predictor, version, decision, spoke, denied: deniedBy(predictor, scores) };
  });
  const denied = new Map(decided.map(({ head, denied }) => [head, denied]));
  const ruled = answersOf(live.answerer, tokens, rules).map(({ head, labels, words }): HeadLabel => {
    const left = labels.filter((label) => !denied.get(head)?.has(label));
    const because = words.slice(0, mostReasons).map((word) => ({ word, weight: 1 }));
    return { ...plain, head, by: 'rules', labels: left, confidence: null, automatic: true, because };
  });
  const learned = decided.map(({ head, predictor, version, decision, spoke }): HeadLabel => {
    const { labels, confidence, automatic, outOfScope } = decision;
    const because = automatic || spoke ? reasonsFor(predictor, text, decision) : [];
    return { head, by: 'model', labels, confidence, automatic, spoke, outOfScope, because, version };
  });
  const labels = [...alikeTo(live, text), ...learned, ...ruled.filter((one) => one.labels.length > 0)];
  return { understanding: learnedOver(rules, labels), labels };
}

const plain = { spoke: false, outOfScope: false, because: [], version: null } as const;

/** The answers that colleagues gave to a message that says nearly the same. */
function alikeTo({ memory, heads }: Live, text: string): HeadLabel[] {
  if (memory.size === 0) return [];
  return [...recall(memory, signatureOf(text))]
    .filter(([head]) => heads.has(head))
    .map(([head, { labels, agreement }]) => ({
      ...plain,
      head,
      by: 'alike',
      labels,
      confidence: agreement,
      automatic: true,
    }));
}

/** The rules know all intents; one that was merged is called what it went into, one that was deleted is the rest. */
function inIntentsOfNow(rules: Understanding, { heads }: Live): Understanding {
  const gone = heads.get('intent')?.gone;
  if (!gone || !Object.hasOwn(gone, rules.intent)) return rules;
  const now = labelNow(gone, rules.intent) ?? remaining;
  return { ...rules, intent: intents.find((one) => one === now) ?? remaining };
}

/** Of what a message may be several of: which classes a model is as sure are not it, as its head promises to be. */
function deniedBy(
  predictor: LivePredictor['predictor'],
  scores: Float32Array,
): ReadonlySet<string> | undefined {
  const { kind, classes, counts, calibration } = predictor.model;
  if (kind === 'single') return undefined;
  const most = 1 - calibration.promised;
  const chances = probabilities(predictor, scores);
  const possible = classes.filter(
    (_, at) => (counts.perClass[at] ?? 0) < enoughToDeny || (chances[at] ?? 1) >= most,
  );
  return new Set(classes.flatMap((name) => (name === null || possible.includes(name) ? [] : [name])));
}

/** Why an answer that decides nothing was given is told when somebody asks. */
function reasonsFor(predictor: LivePredictor['predictor'], text: string, { label }: Decision): Reason[] {
  if (label === null) return [];
  return explain(predictor, text, label)
    .words.slice(0, mostReasons)
    .filter(({ weight }) => weight > 0)
    .map(({ word, weight }) => ({ word, weight: Math.round(weight * 1000) / 1000 }));
}

/** What a colleague said of a near copy stands before a model, and a model that is sure or beats them before the rules. */
function learnedOver(rules: Understanding, labels: readonly HeadLabel[]): Understanding {
  const copied = new Set(labels.filter(({ by }) => by === 'alike').map(({ head }) => head));
  return labels
    .filter(({ by, automatic, spoke }) => (automatic || spoke) && by !== 'rules')
    .filter(({ by, head }) => by === 'alike' || !copied.has(head))
    .reduce(replaced, rules);
}
