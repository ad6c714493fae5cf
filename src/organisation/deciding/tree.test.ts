import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstTree } from './first-tree.ts';
import { checkTree, type TreeNode, type Unfolded, unfold } from './tree.ts';

const keys = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/** Any nodes at all: most go wrong somewhere, some lead well. */
const anyNodes: fc.Arbitrary<TreeNode[]> = fc.uniqueArray(
  fc.oneof(
    fc.record({
      key: fc.constantFrom(...keys),
      kind: fc.constant('question' as const),
      nl: fc.constantFrom('Vraag?', ' '),
      en: fc.constant('Question?'),
      yes: fc.constantFrom(...keys, 'nowhere'),
      no: fc.constantFrom(...keys),
    }),
    fc.record({
      key: fc.constantFrom(...keys),
      kind: fc.constant('advice' as const),
      nl: fc.constant('Doe dit.'),
      en: fc.constantFrom('Do this.', ''),
      outcome: fc.constantFrom('answer' as const, 'leave' as const),
    }),
  ),
  { selector: ({ key }) => key, maxLength: 6, size: 'max' },
);

/** Nodes that only lead onward, so that nothing goes round. */
const onward: fc.Arbitrary<TreeNode[]> = fc
  .array(fc.tuple(fc.nat(99), fc.nat(99)), { minLength: 0, maxLength: 5, size: 'max' })
  .map((leads) => {
    const count = leads.length;
    const key = (at: number) => `n${at}`;
    const later = (at: number, pick: number) => key(at + 1 + (pick % (2 * count + 1 - at - 1 || 1)));
    const questions = leads.map(
      ([yes, no], at): TreeNode => ({
        key: key(at),
        kind: 'question',
        nl: 'Vraag?',
        en: 'Question?',
        yes: later(at, yes),
        no: later(at, no),
      }),
    );
    const advice = Array.from(
      { length: count + 1 },
      (_, at): TreeNode => ({
        key: key(count + at),
        kind: 'advice',
        nl: 'Doe dit.',
        en: 'Do this.',
        outcome: 'answer',
      }),
    );
    return [...questions, ...advice];
  });

/** The same with one answer that leads back, and nothing else wrong with it. */
const goingRound: fc.Arbitrary<TreeNode[]> = fc
  .tuple(onward, fc.nat(99), fc.nat(99), fc.boolean())
  .map(([nodes, from, to, yes]) => {
    const at = from % Math.max(1, nodes.filter(({ kind }) => kind === 'question').length);
    const node = nodes[at];
    const back = nodes[to % (at + 1)]?.key ?? '';
    if (node?.kind !== 'question') return nodes;
    return nodes.with(at, yes ? { ...node, yes: back } : { ...node, no: back });
  });

type Check = typeof checkTree;

/** Follows answers through the nodes; where it ends, or undefined when it never does. */
function walk(nodes: readonly TreeNode[], answers: readonly boolean[]): TreeNode | undefined {
  let node = nodes[0];
  for (let step = 0; node && node.kind === 'question'; step += 1) {
    if (step > nodes.length) return undefined;
    const { yes, no }: { yes: string; no: string } = node;
    const next: string = answers[step % Math.max(1, answers.length)] ? yes : no;
    node = nodes.find(({ key }) => key === next);
  }
  return node;
}

const answers = fc.array(fc.boolean(), { minLength: 1, maxLength: 8, size: 'max' });

/** What passes never leaves a colleague without an advice with words. */
const endsInAdvice = (check: Check) =>
  fc.property(fc.oneof(anyNodes, onward, goingRound), answers, (nodes, given) => {
    if (check(nodes).length > 0) return true;
    const end = walk(nodes, given);
    const saysAll = nodes.every((node) => node.nl.trim() !== '' && node.en.trim() !== '');
    return end?.kind === 'advice' && saysAll;
  });

const holds = (check: Check) => !fc.check(endsInAdvice(check), { numRuns: 4000, endOnFailure: true }).failed;
const but =
  (what: string): Check =>
  (nodes) =>
    checkTree(nodes).filter((problem) => problem.what !== what);

describe('a decision tree that passes', () => {
  test('ends in an advice, whatever a colleague answers', () => {
    expect(holds(checkTree)).toBe(true);
  });

  test.each(['leads-nowhere', 'goes-round', 'no-words', 'empty'])(
    'would not, when the check let through: %s',
    (what) => {
      expect(holds(but(what))).toBe(false);
    },
  );

  test('is drawn as it is walked', () => {
    const asked = (unfolded: Unfolded | undefined, given: readonly boolean[]): string | undefined => {
      let node = unfolded;
      for (let step = 0; node?.kind === 'question'; step += 1)
        node = given[step % given.length] ? node.yes : node.no;
      return node?.key;
    };
    const property = fc.property(onward, answers, (nodes, given) => {
      const reached = new Set(nodes.map(({ key }) => key));
      for (const { key, what } of checkTree(nodes)) if (what === 'never-reached') reached.delete(key);
      const kept = nodes.filter(({ key }) => reached.has(key));
      return asked(unfold(kept), given) === walk(kept, given)?.key;
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe('the tree that Polder brings', () => {
  test('passes, and leads to every kind of outcome', () => {
    expect(checkTree(firstTree)).toEqual([]);
    const found = new Set(firstTree.flatMap((node) => (node.kind === 'advice' ? [node.outcome] : [])));
    expect(found).toEqual(new Set(['answer', 'ask', 'private', 'leave']));
  });

  test('would be refused when it unfolds into more than a page holds', () => {
    const questions = Array.from(
      { length: 10 },
      (_, at): TreeNode => ({
        key: `q${at}`,
        kind: 'question',
        nl: 'Vraag?',
        en: 'Question?',
        yes: at === 9 ? 'end' : `q${at + 1}`,
        no: at === 9 ? 'end' : `q${at + 1}`,
      }),
    );
    const end: TreeNode = { key: 'end', kind: 'advice', nl: 'Klaar.', en: 'Done.', outcome: 'leave' };
    expect(checkTree([...questions, end])).toEqual([{ key: 'q0', what: 'too-wide' }]);
    expect(unfold([...questions, end])).toBeUndefined();
  });
});
