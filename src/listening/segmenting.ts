import { type RawBuilder, sql } from 'kysely';
import type { Criterion, CriterionSource } from '../customers/segments/criterion.ts';
import { shownAs } from '../customers/shown.ts';
import { listHeads } from './heads/head.ts';

const days = { name: 'days', kind: 'number', least: 1, most: 3650, start: 91 } as const;
const times = { name: 'times', kind: 'number', least: 1, most: 1000, start: 1 } as const;
const moods = ['positive', 'neutral', 'negative', 'mixed'] as const;

const wrote: Criterion = {
  key: 'wrote',
  names: null,
  categories: ['msg_private', 'msg_public'],
  asks: [times, days],
  persons: ({ times, days }, now) => saidSo(sql`true`, { times, days, now }),
};

const mood: Criterion = {
  key: 'mood',
  names: null,
  categories: ['label'],
  asks: [{ name: 'is', kind: 'choice', options: moods.map((value) => ({ value })) }, times, days],
  persons: ({ is, times, days }, now) => saidSo(sql`m.sentiment = ${is}`, { times, days, now }),
};

/** What customers themselves wrote about, felt and wanted: criteria for segments. One statement. */
export const listeningCriteria: CriterionSource = async (ctx) => {
  const heads = await listHeads(ctx);
  const about = heads.filter(({ key, enabled, classes }) => {
    return enabled && classes.length > 0 && !['sentiment', 'urgency', 'answerable'].includes(key);
  });
  return [
    wrote,
    mood,
    ...about.map(
      ({ key, names, classes }): Criterion => ({
        key: `label:${key}`,
        names,
        categories: ['label'],
        asks: [
          {
            name: 'is',
            kind: 'choice',
            options: classes.map((one) => ({ value: one.key, names: { nl: one.nl, en: one.en } })),
          },
          times,
          days,
        ],
        persons: ({ is, times, days }, now) => {
          const under = descendants(classes, is ?? '');
          const holds = key === 'intent' ? sql`m.intent = any(${under})` : labelled(key, under);
          return saidSo(holds, { times, days, now });
        },
      }),
    ),
  ];
};

function saidSo(
  holds: RawBuilder<unknown>,
  { times, days, now }: { times: string | undefined; days: string | undefined; now: Date },
): RawBuilder<unknown> {
  return sql`
    select ${shownAs(sql`m.person_id`)} as person_id from message m
    where m.direction = 'in' and m.person_id is not null
      and m.sent_at > ${now}::timestamptz - make_interval(days => ${days}::int) and m.sent_at <= ${now}
      and ${holds}
    group by 1 having count(*) >= ${times}::int`;
}

/** What a colleague said of a message counts before what was learned. */
function labelled(head: string, classes: readonly string[]): RawBuilder<unknown> {
  return sql`exists (
    select from label_now l where l.message_id = m.id and l.received_at = m.received_at and l.head = ${head}
      and (l.automatic or l.by = 'person') and l.labels && ${classes}::text[])`;
}

function descendants(classes: readonly { key: string; parent?: string }[], key: string): string[] {
  const below = classes
    .filter(({ parent }) => parent === key)
    .flatMap((one) => descendants(classes, one.key));
  return [key, ...below];
}
