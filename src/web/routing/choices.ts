import { listDefinitions } from '../../customers/keeping/attributes.ts';
import { relations } from '../../customers/person.ts';
import { listAccounts, listChannels } from '../../listening/account.ts';
import { inTreeOrder } from '../../listening/heads/classes.ts';
import { type Head, listHeads } from '../../listening/heads/head.ts';
import { listQueueRows } from '../../organisation/queueing/queue-overview.ts';
import { spokenLanguages } from '../../organisation/staff/role.ts';
import type { Context, Locale } from '../../platform/context.ts';
import { words } from '../../platform/words.ts';
import type { Option } from '../ui/field.tsx';
import { namesOf } from '../understanding/class-words.ts';

/** What a condition can name, with what it is called. */
export interface Choices {
  queues: Option[];
  channels: Option[];
  accounts: Option[];
  languages: Option[];
  topics: Option[];
  intents: Option[];
  sentiments: Option[];
  urgencies: Option[];
  relations: Option[];
  attributes: Option[];
}

/** Five statements. */
export async function readChoices(ctx: Context, locale: Locale): Promise<Choices> {
  const { organisation, customers, inbox } = words(locale);
  const heads = await listHeads(ctx);
  const ofHead = (key: string) =>
    classesOf(
      heads.find((head) => head.key === key),
      locale,
    );
  const topic = heads.find(({ key }) => key === 'topic');
  const queues = await listQueueRows(ctx);
  return {
    queues: queues.map(({ key, name }) => ({ value: key, label: name })),
    channels: (await listChannels(ctx)).map((value) => ({ value, label: value })),
    accounts: (await listAccounts(ctx)).map(({ publicId, channel, name }) => ({
      value: publicId,
      label: `${name} (${channel})`,
    })),
    languages: spokenLanguages.map((value) => ({ value, label: organisation.languages[value] })),
    topics: topic
      ? inTreeOrder(topic.classes).map(({ own, depth }) => ({
          value: own.key,
          label: `${'– '.repeat(depth)}${own[locale]}`,
        }))
      : [],
    intents: ofHead('intent'),
    sentiments: ofHead('sentiment'),
    urgencies: [1, 2, 3].map((value) => ({
      value: String(value),
      label: urgencyName(inbox.urgencies, value),
    })),
    relations: relations
      .filter((one) => one !== 'unknown')
      .map((value) => ({ value, label: customers.relations[value] })),
    attributes: (await listDefinitions(ctx))
      .filter(({ purpose }) => purpose === 'service')
      .map(({ key, nl, en }) => ({ value: key, label: locale === 'nl' ? nl : en })),
  };
}

function urgencyName(names: Readonly<Record<string, string>>, value: number): string {
  return names[String(value)] ?? String(value);
}

function classesOf(head: Head | undefined, locale: Locale): Option[] {
  if (!head) return [];
  const names = namesOf(head, locale);
  return head.classes.map(({ key }) => ({ value: key, label: names[key] ?? key }));
}
