import { openFile, plainRows } from '../../channels/file/opening.ts';
import { isRejected } from '../../channels/file/rows.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Example } from '../../understanding/learned/model.ts';

/** Which column is what. Without `id` a message is known by its line, without `person` its sender is unknown. */
export interface Columns {
  readonly text: string;
  readonly label: string;
  readonly id?: string | undefined;
  readonly person?: string | undefined;
  /** Labels are separated by `;`, and there may be any number of them. */
  readonly several?: boolean;
}

export interface LabelledFile {
  readonly examples: Example[];
  /** Every text, labelled or not: what the organisation's stream looks like. */
  readonly texts: string[];
  /** Records that could not be read, or had no text. */
  readonly rejected: number;
}

/** Reads labelled messages from a CSV or JSON Lines file. A record without a label counts for the stream only. */
export async function readLabelled(file: string, columns: Columns): Promise<LabelledFile> {
  const { window, head } = await openFile(file);
  try {
    const places = placesOf(file, head.headings, columns);
    const rows = plainRows(head);
    const read = { examples: [] as Example[], texts: [] as string[], rejected: 0 };
    for (;;) {
      const row = rows.read(window);
      if (row === null) {
        if (window.ended) return read;
        await window.more();
        continue;
      }
      if (isRejected(row)) read.rejected++;
      else take(read, row, { places, columns });
    }
  } finally {
    await window.close();
  }
}

type Places = Readonly<Record<'text' | 'label' | 'id' | 'person', string | undefined>>;

function placesOf(file: string, headings: readonly string[], columns: Columns): Places {
  const place = (name: string | undefined) => {
    if (name === undefined) return undefined;
    const at = headings.indexOf(name);
    if (at >= 0) return String(at);
    throw new Refusal('invalid.column', {
      sentence: `${file} has no column "${name}". It has: ${headings.join(', ')}.`,
      column: name,
    });
  };
  return {
    text: place(columns.text),
    label: place(columns.label),
    id: place(columns.id),
    person: place(columns.person),
  };
}

function take(
  read: LabelledFile & { rejected: number },
  row: { line: number; values: Readonly<Record<string, string>> },
  { places, columns }: { places: Places; columns: Columns },
): void {
  const value = (place: string | undefined) => (place === undefined ? '' : (row.values[place] ?? ''));
  const text = value(places.text);
  if (text.trim() === '') {
    read.rejected++;
    return;
  }
  read.texts.push(text);
  const cell = value(places.label).trim();
  const labels = columns.several ? cell.split(';').map((label) => label.trim()) : [cell];
  const given = labels.filter((label) => label !== '');
  if (given.length === 0 && !columns.several) return;
  read.examples.push({
    id: value(places.id) || String(row.line),
    personId: value(places.person) || null,
    text,
    labels: [...new Set(given)],
  });
}
