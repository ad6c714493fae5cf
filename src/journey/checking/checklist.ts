import type { Capability } from '../../pilots/capability.ts';
import type { Context } from '../../platform/context.ts';
import { listNotes, type Note, noteInstead } from '../noting/note.ts';
import { houseItems } from './house-items.ts';
import { workItems } from './work-items.ts';

/** What makes a capability work: how it goes, who does it, and what it runs on. */
export const lists = ['process', 'people', 'technology'] as const;
export type List = (typeof lists)[number];

interface Said {
  readonly nl: string;
  readonly en: string;
}
export type OwnItems = Readonly<Record<List, Said>>;

/** Asked of every capability. */
const common: Readonly<Record<List, readonly Said[]>> = {
  process: [
    {
      nl: 'Opgeschreven is wie wat doet, en wat er gebeurt als het misgaat',
      en: 'It is written down who does what, and what happens when it goes wrong',
    },
  ],
  people: [
    { nl: 'Er is een eigenaar, met tijd en mandaat', en: 'There is an owner, with time and a mandate' },
  ],
  technology: [{ nl: 'Getest, en terug te draaien', en: 'Tested, and one can go back' }],
};

const own: Readonly<Record<Capability, OwnItems>> = { ...workItems, ...houseItems };

export interface CheckItem extends Said {
  readonly key: string;
}

/** The three lists of a capability: first what holds for all, then what is its own. */
export function checklistOf(capability: Capability): Readonly<Record<List, readonly CheckItem[]>> {
  const of = (list: List) =>
    [...common[list], own[capability][list]].map((item, at) => ({ ...item, key: `${list}-${at}` }));
  return { process: of('process'), people: of('people'), technology: of('technology') };
}

/** What was ticked of each capability that was gone through, the newest only. */
export async function listChecked(
  ctx: Context,
): Promise<ReadonlyMap<string, Pick<Note, 'said' | 'madeAt' | 'by'>>> {
  const notes = await listNotes(ctx, ['checklist']);
  return new Map(notes.toReversed().map((note) => [note.about, note]));
}

/** How many of a list are in order. */
export function inOrder(list: List, said: Note['said']): { k: number; n: number } {
  const n = common[list].length + 1;
  const ticked = Array.from({ length: n }, (_, at) => said[`${list}-${at}`] === true);
  return { k: ticked.filter(Boolean).length, n };
}

/** Writes down what is in order now; what was ticked before stays to be read. */
export async function checkOff(
  ctx: Context,
  capability: Capability,
  ticked: ReadonlySet<string>,
): Promise<void> {
  const keys = lists.flatMap((list) => checklistOf(capability)[list].map(({ key }) => key));
  const said = Object.fromEntries(keys.map((key) => [key, ticked.has(key)]));
  await noteInstead(ctx, { kind: 'checklist', about: capability, said });
}
