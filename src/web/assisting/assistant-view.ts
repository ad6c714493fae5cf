import { assistingNow } from '../../listening/assisting/standing.ts';
import { listHeads } from '../../listening/heads/head.ts';
import type { PageContext } from '../../platform/http/load-context.ts';
import { headName } from '../understanding/class-words.ts';

/** Which optional models are on, where texts go, and how it went lately; for the page about understanding. */
export async function assistantView({ context, locale }: PageContext) {
  const { languageModel, transformer, lately } = await assistingNow(context);
  const heads = transformer ? await listHeads(context) : [];
  return {
    languageModel: languageModel && {
      ...languageModel,
      restsUntil: languageModel.restsUntil?.toISOString() ?? null,
    },
    transformer: transformer && {
      name: transformer.name,
      heads: heads.filter(({ key }) => transformer.heads.includes(key)).map((head) => headName(head, locale)),
    },
    lately: lately.map(({ source, outcome, n }) => ({ source, outcome, n })),
  };
}

export type AssistantView = Awaited<ReturnType<typeof assistantView>>;
