import { type Edge, edges, isTest, placeOf, type Rule, type Violation } from './places.ts';

type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * No cycles. Between files: none that runs (a cycle of types inside one room is tolerated, it is gone when the
 * program runs). Between rooms: none at all.
 */
export const cycles: Rule = (sources) => {
  const all = edges(sources).filter(({ from, to }) => !isTest(from.path) && !isTest(to));
  const running = all.filter(({ via }) => via.kind !== 'type');
  return [
    ...rings(graphOf(running, (path) => path)).map((ring) => violation('run in a circle', ring)),
    ...rings(graphOf(all, placeOf)).map((ring) => violation('are rooms that need each other', ring)),
  ];
};

function violation(message: string, ring: readonly string[]): Violation {
  return { rule: 'cycles', path: ring[0] ?? '', line: 1, message: `${ring.join(' → ')} ${message}` };
}

function graphOf(all: readonly Edge[], nameOf: (path: string) => string): Graph {
  const graph = new Map<string, string[]>();
  for (const { from, to } of all) {
    const name = nameOf(from.path);
    const target = nameOf(to);
    if (name !== target) graph.set(name, [...(graph.get(name) ?? []), target]);
  }
  return graph;
}

/** Strongly connected parts of more than one node (Tarjan), each sorted so that the message is stable. */
export function rings(graph: Graph): string[][] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  function visit(node: string): void {
    order.set(node, order.size);
    low.set(node, order.get(node) ?? 0);
    open.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(node) !== order.get(node)) return;
    const ring = open.splice(open.indexOf(node));
    if (ring.length > 1) found.push(ring.toSorted());
  }
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return found;
}
