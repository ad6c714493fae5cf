import { inTreeOrder } from '../../../listening/heads/classes.ts';
import { listHeads } from '../../../listening/heads/head.ts';
import type { Context, Locale } from '../../../platform/context.ts';

export interface TopicName {
  key: string;
  name: string;
}

/** What a message can be about, as the organisation calls it. */
export async function topicNames(ctx: Context, locale: Locale): Promise<TopicName[]> {
  const topic = (await listHeads(ctx)).find(({ key }) => key === 'topic');
  return topic ? inTreeOrder(topic.classes).map(({ own }) => ({ key: own.key, name: own[locale] })) : [];
}
