/**
 * The relationship index, 0 to 100: how much of a relationship there is between a person and us. For improving what we
 * do (purpose `improve`), shown to the person who asks, and never used for a price.
 *
 * | part | points |
 * |---|---|
 * | recency and frequency of contact both ways | 30 |
 * | reciprocity: the share of our contacts they answered | 15 |
 * | contribution: answers, ideas and votes | 20 |
 * | trend of sentiment | 15 |
 * | permissions given in the contract | 10 |
 * | recommendation: NPS or a referral | 10 |
 */
export const relationshipParts = {
  contact: 30,
  reciprocity: 15,
  contribution: 20,
  sentiment: 15,
  permissions: 10,
  recommendation: 10,
} as const;

export type RelationshipPart = keyof typeof relationshipParts;

export interface RelationshipFacts {
  /** Conversations of the last 365 days in which both sides wrote. */
  twoWay: number;
  /** Days since the last of them; null when there is none. */
  daysSince: number | null;
  /** Contacts of the last 365 days that we began or continued, and how many of them they answered. */
  ours: number;
  answered: number;
  /** Answers, ideas and votes of the last 365 days. */
  contributions: number;
  /** Mean sentiment, -1 to 1, of the last 90 days and of the year before; null without messages. */
  sentiment: { now: number | null; before: number | null };
  /** Purposes that ask for a yes: how many got one, of how many that were asked; null when none was asked. */
  permissions: { given: number; asked: number } | null;
  /** 0 to 10, or a referral that was followed; null when never asked. */
  recommendation: { nps: number } | { referral: true } | null;
}

export interface Relationship {
  /** Of 100; null when too little is known to say anything. */
  index: number | null;
  /** Points of each part; null: not known, and then left out of both sides of the fraction. */
  parts: Record<RelationshipPart, number | null>;
  /** How many of the 100 points could be judged. */
  judged: number;
}

/** Twelve contacts a year count as regular; one of half a year ago weighs half. */
const regular = 12;
const halfLifeDays = 180;
/** Five contributions a year are many. */
const many = 5;
/** With less than half of the points judged, a figure would say more about us than about them. */
const leastJudged = 50;

export function relationshipOf(facts: RelationshipFacts): Relationship {
  const shares: Record<RelationshipPart, number | null> = {
    contact: contactShare(facts),
    reciprocity: facts.ours === 0 ? null : within(facts.answered / facts.ours),
    contribution: within(facts.contributions / many),
    sentiment: trendShare(facts.sentiment),
    permissions: facts.permissions ? within(facts.permissions.given / facts.permissions.asked) : null,
    recommendation: recommendationShare(facts.recommendation),
  };
  const names = Object.keys(relationshipParts) as RelationshipPart[];
  const known = names.filter((name) => shares[name] !== null);
  const judged = known.reduce((sum, name) => sum + relationshipParts[name], 0);
  const exact = known.reduce((sum, name) => sum + relationshipParts[name] * (shares[name] ?? 0), 0);
  const points = (name: RelationshipPart) =>
    shares[name] === null ? null : Math.round(10 * relationshipParts[name] * shares[name]) / 10;
  return {
    index: judged < leastJudged ? null : Math.round((100 * exact) / judged),
    parts: Object.fromEntries(names.map((name) => [name, points(name)])) as Relationship['parts'],
    judged,
  };
}

/** Half for how long ago, half for how often. */
function contactShare({ twoWay, daysSince }: RelationshipFacts): number {
  const recent = daysSince === null ? 0 : within(0.5 ** (daysSince / halfLifeDays));
  return (recent + within(twoWay / regular)) / 2;
}

/** Half for how it is, half for where it goes; without a past the present counts alone. */
function trendShare({ now, before }: RelationshipFacts['sentiment']): number | null {
  if (now === null) return null;
  const level = (within(now, -1) + 1) / 2;
  return before === null ? level : (level + (within((now - before) / 2, -1) + 1) / 2) / 2;
}

function recommendationShare(said: RelationshipFacts['recommendation']): number | null {
  if (said === null) return null;
  return 'nps' in said ? within(said.nps / 10) : 1;
}

function within(value: number, least = 0): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(least, value)) : least;
}
