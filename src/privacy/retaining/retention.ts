import type { Context } from '../../platform/context.ts';

/** How long each kind of data is kept, in days, when the organisation chose nothing else. */
export const retentionDefaults = {
  /** Messages and cases, from the closing; of imported history from the import. */
  case: 730,
  /** Words of public posts that nobody answered, from when they were heard. */
  unhandled_post: 90,
  /** What was concluded about somebody's messages. */
  label: 365,
  /** What colleagues said is right of a message, with its signature. */
  correction: 730,
  /** The ledger of uses. */
  ledger: 1096,
  /** Lists that colleagues looked at. */
  list: 1096,
  /** Why colleagues looked at customers with whom no conversation was going on. */
  look: 1096,
  /** Files that were uploaded and never imported. */
  upload: 30,
  /** Requests about personal data, from when they ended: who asked what. */
  request: 1826,
  /** Who wrote once, and of whom nothing else is left. */
  person: 730,
} as const satisfies Record<string, number>;

export type RetentionKey = keyof typeof retentionDefaults;
export const retentionKeys = Object.keys(retentionDefaults) as RetentionKey[];

export function isRetentionKey(key: string): key is RetentionKey {
  return Object.hasOwn(retentionDefaults, key);
}

/** Kinds that come from channels, and may be kept longer on one than on another. */
export const channelledKeys = ['case', 'unhandled_post'] as const satisfies readonly RetentionKey[];

export function isChannelled(key: RetentionKey): boolean {
  return (channelledKeys as readonly RetentionKey[]).includes(key);
}

export interface RetentionDays {
  days: number;
  /** Channels with a choice of their own. */
  channels: { channel: string; days: number; reason: string }[];
  reason: string | null;
}

/** What holds now: the choice of the organisation, else the default; by channel where it chose that. */
export async function retentionDays(ctx: Context): Promise<Record<RetentionKey, RetentionDays>> {
  const chosen = await ctx.database
    .selectFrom('retention_choice')
    .select(['key', 'channel', 'days', 'reason'])
    .orderBy('channel')
    .execute();
  const of = (key: RetentionKey): RetentionDays => {
    const own = chosen.filter((one) => one.key === key);
    const all = own.find(({ channel }) => channel === '');
    const channels = own.filter(({ channel }) => channel !== '').map(({ key: _, ...one }) => one);
    return { days: all?.days ?? retentionDefaults[key], reason: all?.reason ?? null, channels };
  };
  return Object.fromEntries(retentionKeys.map((key) => [key, of(key)])) as Record<
    RetentionKey,
    RetentionDays
  >;
}
