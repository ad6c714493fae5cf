/** A piece of text that both have, or only what stood there, or only what stands there now. */
export interface Change {
  kind: 'kept' | 'gone' | 'new';
  text: string;
}

/** Beyond so many words each, the whole text counts as changed: nobody reads such a comparison. */
const most = 1500;

/** What was changed between two texts, word by word; the pieces that are kept or gone are the first text, in order. */
export function wordDiff(before: string, after: string): Change[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (old.length > most || now.length > most)
    return joined([['gone', before] as const, ['new', after] as const]);
  const same = commonLengths(old, now);
  const found: (readonly [Change['kind'], string])[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      found.push(['kept', old[i] ?? '']);
      i += 1;
      j += 1;
    } else if (j >= now.length || (i < old.length && at(same, i + 1, j) >= at(same, i, j + 1))) {
      found.push(['gone', old[i] ?? '']);
      i += 1;
    } else {
      found.push(['new', now[j] ?? '']);
      j += 1;
    }
  }
  return joined(found);
}

function wordsOf(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

function at(table: readonly Uint16Array[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}

/** How many words the rests from `i` and from `j` have in common, in order. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row)
        row[j] =
          old[i] === now[j]
            ? at(table, i + 1, j + 1) + 1
            : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  return table;
}

function joined(found: readonly (readonly [Change['kind'], string])[]): Change[] {
  const changes: Change[] = [];
  for (const [kind, text] of found) {
    const last = changes.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text !== '') changes.push({ kind, text });
  }
  return changes;
}
