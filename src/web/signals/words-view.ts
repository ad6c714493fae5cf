import { conversationsOf } from '../../conversations/listing/conversations-of.ts';
import { listAccounts } from '../../listening/account.ts';
import { listHeads } from '../../listening/heads/head.ts';
import { type Contrast, type Contrasts, contrast } from '../../listening/noticing/contrasting.ts';
import { listLargeGroups } from '../../listening/noticing/groups.ts';
import type { MessageSet } from '../../listening/noticing/message-set.ts';
import { listSignals } from '../../listening/noticing/signals.ts';
import type { Context, Locale } from '../../platform/context.ts';
import { headName } from '../understanding/class-words.ts';

/** What can be chosen, with the words for it. */
export interface Choices {
  accounts: Choice[];
  sentiments: Choice[];
  intents: Choice[];
  topics: Choice[];
  signals: { id: string; terms: string[]; at: string }[];
  groups: { id: string; messages: number; at: string }[];
}

export interface Choice {
  value: string;
  label: string;
}

export async function readChoices(ctx: Context, locale: Locale): Promise<Choices> {
  const heads = await listHeads(ctx);
  const classes = (key: string) =>
    (heads.find((head) => head.key === key)?.classes ?? []).map((one) => ({
      value: one.key,
      label: one[locale],
    }));
  const topics = heads
    .filter(({ kind, enabled }) => kind === 'several' && enabled)
    .flatMap((head) =>
      head.classes.map((one) => ({
        value: `${head.key}:${one.key}`,
        label: `${headName(head, locale)}: ${one[locale]}`,
      })),
    );
  return {
    accounts: (await listAccounts(ctx)).map(({ publicId, channel, name }) => ({
      value: publicId,
      label: channel === name ? name : `${name} (${channel})`,
    })),
    sentiments: classes('sentiment'),
    intents: classes('intent'),
    topics,
    signals: (await listSignals(ctx)).signals.map(({ publicId, terms, fromAt }) => ({
      id: publicId,
      terms,
      at: fromAt.toISOString(),
    })),
    groups: (await listLargeGroups(ctx)).map(({ publicId, messages, lastAt }) => ({
      id: publicId,
      messages,
      at: lastAt.toISOString(),
    })),
  };
}

/** A term with the conversations that somebody may open to read it in. */
export type ShownContrast = Omit<Contrast, 'examples'> & { examples: string[] };
export type ShownContrasts = Omit<Contrasts, 'more' | 'fewer'> & {
  more: ShownContrast[];
  fewer: ShownContrast[];
};

export async function readContrasts(
  ctx: Context,
  one: MessageSet,
  other: MessageSet,
): Promise<ShownContrasts> {
  const found = await contrast(ctx, one, other);
  const messages = [...found.more, ...found.fewer].flatMap(({ examples }) => examples);
  const conversations = await conversationsOf(ctx, messages);
  const shown = (terms: readonly Contrast[]) =>
    terms.map((term) => ({
      ...term,
      examples: [...new Set(term.examples.flatMap((id) => conversations.get(id) ?? []))],
    }));
  return { ...found, more: shown(found.more), fewer: shown(found.fewer) };
}
