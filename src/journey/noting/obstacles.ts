import type { Context } from '../../platform/context.ts';
import { listNotes, noteInstead } from './note.ts';

/** What stands in the way, and what one could do, per phase of the roadmap; what helps against an obstacle. */
export interface Chance {
  readonly key: string;
  readonly kind: 'obstacle' | 'opportunity';
  /** Phase of the roadmap in which it is typical. */
  readonly phase: 1 | 2 | 3 | 4;
  readonly helps: readonly string[];
}

export const chances: readonly Chance[] = [
  { key: 'no-strategy', kind: 'obstacle', phase: 1, helps: ['CV1'] },
  { key: 'waiting-for-likes', kind: 'obstacle', phase: 1, helps: ['kpi-per-pilot', 'CX1'] },
  { key: 'nobody-prepared', kind: 'obstacle', phase: 1, helps: ['CX1', 'CV3'] },
  { key: 'first-compliments', kind: 'opportunity', phase: 1, helps: ['CX1'] },
  { key: 'listening-teaches', kind: 'opportunity', phase: 1, helps: ['CV1'] },
  { key: 'own-channels', kind: 'obstacle', phase: 2, helps: ['CV2'] },
  { key: 'campaign-thinking', kind: 'obstacle', phase: 2, helps: ['CT1', 'CV4'] },
  { key: 'no-hours', kind: 'obstacle', phase: 2, helps: ['CX1'] },
  { key: 'departmental-goals', kind: 'opportunity', phase: 2, helps: ['kpi-per-pilot'] },
  { key: 'always-on', kind: 'opportunity', phase: 2, helps: ['CX1', 'CX5'] },
  { key: 'no-conviction', kind: 'obstacle', phase: 3, helps: ['CT5', 'board-digest'] },
  { key: 'old-habits', kind: 'obstacle', phase: 3, helps: ['CV4', 'CO1'] },
  { key: 'fear-of-crisis', kind: 'obstacle', phase: 3, helps: ['CV3'] },
  { key: 'customers-want-in', kind: 'opportunity', phase: 3, helps: ['CO1', 'CO2'] },
  { key: 'other-departments', kind: 'opportunity', phase: 3, helps: ['CX3', 'CV4'] },
  { key: 'data-scattered', kind: 'obstacle', phase: 4, helps: ['CX4'] },
  { key: 'culture-lags', kind: 'obstacle', phase: 4, helps: ['CV4'] },
  { key: 'anticipation', kind: 'opportunity', phase: 4, helps: ['CX5'] },
];

export async function tickedChances(ctx: Context): Promise<Set<string>> {
  const notes = await listNotes(ctx, ['obstacle', 'opportunity']);
  return new Set(notes.filter(({ said }) => said.applies === true).map(({ about }) => about));
}

/** What helps against the obstacles that were ticked. */
export async function tickedObstacles(ctx: Context): Promise<Set<string>> {
  const ticked = await tickedChances(ctx);
  return new Set(
    chances.filter(({ key, kind }) => kind === 'obstacle' && ticked.has(key)).flatMap(({ helps }) => helps),
  );
}

export async function tickChance(ctx: Context, key: string, applies: boolean): Promise<void> {
  const chance = chances.find((one) => one.key === key);
  if (chance) await noteInstead(ctx, { kind: chance.kind, about: key, said: { applies } });
}
