/** A label that colleagues put on conversations. Others can stand under it. */
export interface Label {
  publicId: string;
  name: string;
  /** Public id of the one it stands under. */
  parent: string | null;
  /** How deep it stands; 0 at the top. */
  depth: number;
  /** With the names of those above it: `Levering › Te laat`. */
  path: string;
}

interface Row {
  publicId: string;
  name: string;
  parent: string | null;
}

/** Deeper than this nobody finds anything back. */
export const deepest = 3;

/** In the order of their tree: each under its parent, by name. One whose parent is gone is not there. */
export function asTree(rows: readonly Row[]): Label[] {
  const under = Map.groupBy(rows, ({ parent }) => parent);
  const grow = (parent: string | null, depth: number, above: string): Label[] =>
    (under.get(parent) ?? [])
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .flatMap(({ publicId, name }) => {
        const path = above ? `${above} › ${name}` : name;
        return [{ publicId, name, parent, depth, path }, ...grow(publicId, depth + 1, path)];
      });
  return grow(null, 0, '');
}
