/** What of a conversation decides where it belongs and how soon it must be answered. */
export interface Facts {
  channel: string;
  /** Public id of the account it came in on. */
  account: string;
  audience: 'public' | 'private';
  language: string | null;
  /** Of the customer's last message, with every class above them. */
  topics: readonly string[];
  intent: string | null;
  sentiment: string | null;
  urgency: number;
  /** null: the network did not say. */
  followers: number | null;
  /** What the organisation knows of the customer and may use for service. */
  relations: readonly string[];
  attributes: Readonly<Record<string, string>>;
}

/** All that are named must hold; of a list one is enough. What is empty or null asks nothing. */
export interface Conditions {
  channels: readonly string[];
  accounts: readonly string[];
  audience: 'public' | 'private' | null;
  languages: readonly string[];
  topics: readonly string[];
  intents: readonly string[];
  sentiments: readonly string[];
  urgency: number | null;
  followers: number | null;
  relations: readonly string[];
  attribute: { key: string; value: string } | null;
}

export const anything: Conditions = {
  channels: [],
  accounts: [],
  audience: null,
  languages: [],
  topics: [],
  intents: [],
  sentiments: [],
  urgency: null,
  followers: null,
  relations: [],
  attribute: null,
};

/** One thing that made it so, with what was found. */
export interface Reason {
  condition: keyof Conditions;
  found: string;
}

/** Why the conditions hold for this conversation; undefined when one of them does not. */
export function fits(conditions: Conditions, facts: Facts): Reason[] | undefined {
  const reasons: Reason[] = [];
  const lists = [
    ['channels', [facts.channel]],
    ['accounts', [facts.account]],
    ['languages', facts.language === null ? [] : [facts.language]],
    ['topics', facts.topics],
    ['intents', facts.intent === null ? [] : [facts.intent]],
    ['sentiments', facts.sentiment === null ? [] : [facts.sentiment]],
    ['relations', facts.relations],
  ] as const;
  for (const [condition, has] of lists) {
    const wanted = conditions[condition];
    if (wanted.length === 0) continue;
    const found = has.find((one) => wanted.includes(one));
    if (found === undefined) return undefined;
    reasons.push({ condition, found });
  }
  const { audience, urgency, followers, attribute } = conditions;
  if (audience !== null) {
    if (facts.audience !== audience) return undefined;
    reasons.push({ condition: 'audience', found: audience });
  }
  if (urgency !== null) {
    if (facts.urgency < urgency) return undefined;
    reasons.push({ condition: 'urgency', found: String(facts.urgency) });
  }
  if (followers !== null) {
    if (facts.followers === null || facts.followers < followers) return undefined;
    reasons.push({ condition: 'followers', found: String(facts.followers) });
  }
  if (attribute !== null) {
    if (facts.attributes[attribute.key] !== attribute.value) return undefined;
    reasons.push({ condition: 'attribute', found: `${attribute.key}: ${attribute.value}` });
  }
  return reasons;
}

/** open, closed: only while the queue it leads to is open, or closed, by its calendar. */
export const times = ['always', 'open', 'closed'] as const;
export type Times = (typeof times)[number];

export interface Rule {
  /** Stays the same while the rule is changed, so that a later version still knows it. */
  key: string;
  name: string;
  conditions: Conditions;
  times: Times;
  /** Key of the queue it leads to. */
  queue: string;
}

/** How a queue stands at the moment of deciding. */
export interface Target {
  open: boolean;
  /** As many wait as it can hold. */
  full: boolean;
  /** What it answers in; none: everything. */
  languages: readonly string[];
}

export type PassedWhy = 'full' | 'hours' | 'language' | 'gone';

export interface Decision {
  /** Key of the queue; null: no rule fits, so the default one. */
  queue: string | null;
  rule: Rule | null;
  because: Reason[];
  /** Rules that fitted and whose queue could not take it. */
  passed: { rule: string; why: PassedWhy }[];
}

/** The first rule that fits, and whose queue can take it, holds. */
export function decide(
  rules: readonly Rule[],
  facts: Facts,
  targetOf: (queue: string) => Target | undefined,
): Decision {
  const passed: Decision['passed'] = [];
  for (const rule of rules) {
    const because = fits(rule.conditions, facts);
    if (!because) continue;
    const why = whyNot(rule, facts, targetOf(rule.queue));
    if (why === null) return { queue: rule.queue, rule, because, passed };
    passed.push({ rule: rule.name, why });
  }
  return { queue: null, rule: null, because: [], passed };
}

function whyNot({ times }: Rule, { language }: Facts, target: Target | undefined): PassedWhy | null {
  if (!target) return 'gone';
  if (times !== 'always' && (times === 'open') !== target.open) return 'hours';
  if (language !== null && target.languages.length > 0 && !target.languages.includes(language))
    return 'language';
  return target.full ? 'full' : null;
}
