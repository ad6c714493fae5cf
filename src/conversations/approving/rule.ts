import { createHash } from 'node:crypto';

export type How = 'always' | 'sample' | 'none';

export interface ApprovalRule {
  publicId: string;
  kind: 'queue' | 'topic' | 'person';
  /** Id of the queue or the colleague, or key of the topic. */
  of: string;
  how: How;
  /** Of a hundred answers, with `sample`. */
  share: number | null;
}

export interface AskedOf {
  queueId: string;
  topics: readonly string[];
  /** null: a program. */
  employeeId: string | null;
  /** What makes this answer the same one, however often it is written again. */
  answer: string;
}

/** Which rules make that a second person looks, and whether only by lot. */
export interface Needed {
  how: Exclude<How, 'none'>;
  because: readonly Pick<ApprovalRule, 'kind' | 'of'>[];
}

/**
 * Whether a second person looks at an answer. What is said of a person goes before what is said of the queue: the one
 * who learns is looked after in a quiet queue too, and who knows it well is not held up. A topic always counts.
 */
export function neededBy(rules: readonly ApprovalRule[], asked: AskedOf): Needed | null {
  const person = rules.find(({ kind, of }) => kind === 'person' && of === asked.employeeId);
  const queue = rules.find(({ kind, of }) => kind === 'queue' && of === asked.queueId);
  const topics = rules.filter(({ kind, of }) => kind === 'topic' && asked.topics.includes(of));
  const counting = [person ?? queue, ...topics].filter((rule) => rule !== undefined);
  const always = counting.filter(({ how }) => how === 'always');
  if (always.length > 0) return { how: 'always', because: always.map(named) };
  const drawn = counting.filter((rule) => rule.how === 'sample' && isDrawn(rule, asked.answer));
  return drawn.length > 0 ? { how: 'sample', because: drawn.map(named) } : null;
}

function named({ kind, of }: ApprovalRule): Pick<ApprovalRule, 'kind' | 'of'> {
  return { kind, of };
}

/** By lot, but always the same for one answer: taking it back and sending it again draws no second lot. */
export function isDrawn(
  { publicId, share }: Pick<ApprovalRule, 'publicId' | 'share'>,
  answer: string,
): boolean {
  const drawn = createHash('sha256').update(`${publicId}:${answer}`).digest().readUInt32BE(0);
  return drawn / 2 ** 32 < (share ?? 0) / 100;
}
