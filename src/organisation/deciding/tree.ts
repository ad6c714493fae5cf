export interface Said {
  readonly nl: string;
  readonly en: string;
}

/** What an advice comes down to. */
export const outcomes = ['answer', 'ask', 'private', 'leave'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Question extends Said {
  readonly key: string;
  readonly kind: 'question';
  /** Keys of the nodes that follow. */
  readonly yes: string;
  readonly no: string;
}

export interface Advice extends Said {
  readonly key: string;
  readonly kind: 'advice';
  readonly outcome: Outcome;
}

/** Questions and advice; the first is where one begins. Two questions may lead to the same one. */
export type TreeNode = Question | Advice;

export interface TreeProblem {
  readonly key: string;
  readonly what: 'no-words' | 'leads-nowhere' | 'goes-round' | 'never-reached' | 'too-wide' | 'empty';
}

/** A tree with the nodes put in place of their keys. */
export type Unfolded =
  | (Said & { kind: 'question'; key: string; yes: Unfolded; no: Unfolded })
  | (Said & { kind: 'advice'; key: string; outcome: Outcome });

/** So many places does an unfolded tree have at most: a page must hold it whole, to work without script. */
const widest = 127;

/** Everything wrong with it; empty when every way through it ends in an advice. */
export function checkTree(nodes: readonly TreeNode[]): TreeProblem[] {
  const [root] = nodes;
  if (!root) return [{ key: '', what: 'empty' }];
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const problems = nodes.flatMap((node): TreeProblem[] => [
    ...(node.nl.trim() === '' || node.en.trim() === '' ? [{ key: node.key, what: 'no-words' as const }] : []),
    ...nextOf(node)
      .filter((key) => !byKey.has(key))
      .map(() => ({ key: node.key, what: 'leads-nowhere' as const })),
  ]);
  const sizes = new Map<string, number>();
  const round = sizeOf(root.key, { byKey, sizes, on: new Set() });
  if (round !== undefined) return [...problems, { key: round, what: 'goes-round' }];
  for (const { key } of nodes) if (!sizes.has(key)) problems.push({ key, what: 'never-reached' });
  if ((sizes.get(root.key) ?? 0) > widest) problems.push({ key: root.key, what: 'too-wide' });
  return problems;
}

interface Walk {
  byKey: ReadonlyMap<string, TreeNode>;
  /** Of nodes that were walked: the places they take unfolded. */
  sizes: Map<string, number>;
  on: Set<string>;
}

/** Fills the sizes; gives the key of a node that leads back to itself, when there is one. */
function sizeOf(key: string, walk: Walk): string | undefined {
  if (walk.sizes.has(key)) return undefined;
  if (walk.on.has(key)) return key;
  const node = walk.byKey.get(key);
  if (!node) return undefined;
  walk.on.add(key);
  for (const next of nextOf(node)) {
    const round = sizeOf(next, walk);
    if (round !== undefined) return round;
  }
  walk.on.delete(key);
  const size = nextOf(node).reduce((sum, next) => sum + (walk.sizes.get(next) ?? 0), 1);
  walk.sizes.set(key, Math.min(size, widest + 1));
  return undefined;
}

function nextOf(node: TreeNode): string[] {
  return node.kind === 'question' ? [node.yes, node.no] : [];
}

/** The tree as it is drawn; undefined when something is wrong with it. */
export function unfold(nodes: readonly TreeNode[]): Unfolded | undefined {
  const [root] = nodes;
  if (!root || checkTree(nodes).length > 0) return undefined;
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  return at(root, byKey);
}

function at(node: TreeNode, byKey: ReadonlyMap<string, TreeNode>): Unfolded {
  if (node.kind === 'advice') return node;
  const { key, kind, nl, en } = node;
  const to = (next: string) => at(byKey.get(next) ?? node, byKey);
  return { key, kind, nl, en, yes: to(node.yes), no: to(node.no) };
}
