import { type RawBuilder, sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import type { Reason } from './reading.ts';
import { scoreOf } from './scoring.ts';

/** One answer about one message. */
export interface NewLabel {
  readonly messageId: string;
  readonly receivedAt: Date;
  readonly head: string;
  readonly by: 'model' | 'alike' | 'person' | 'rules';
  readonly labels: readonly string[];
  /** 0–1; what a colleague says is sure; null for rules. */
  readonly confidence: number | null;
  readonly automatic: boolean;
  readonly spoke: boolean;
  readonly outOfScope: boolean;
  readonly version: number | null;
  readonly because: readonly Reason[];
}

/** Writes down who said what, in one statement; the same voice about the same message and head says it anew. */
export async function writeLabels(ctx: Context, labels: readonly NewLabel[]): Promise<void> {
  if (labels.length > 0) await labelsOf(ctx, labels).execute(ctx.database);
}

/** The statement that writes them down, which may be part of another. */
export function labelsOf(ctx: Context, labels: readonly NewLabel[]): RawBuilder<unknown> {
  const column = <T>(pick: (label: NewLabel) => T): T[] => labels.map(pick);
  return sql`
    insert into label (message_id, received_at, head, by, labels, confidence, automatic, spoke, out_of_scope,
      model_version, because, at)
    select t.message_id, t.received_at, t.head, t.by, array(select jsonb_array_elements_text(t.labels)),
      t.confidence, t.automatic, t.spoke, t.scope, t.version, t.because, ${asDate(ctx.clock.now())}
    from unnest(
      ${column((l) => l.messageId)}::bigint[], ${column((l) => l.receivedAt)}::timestamptz[],
      ${column((l) => l.head)}::text[], ${column((l) => l.by)}::text[],
      ${column((l) => JSON.stringify(l.labels))}::jsonb[], ${column((l) => l.confidence)}::real[],
      ${column((l) => l.automatic)}::boolean[], ${column((l) => l.spoke)}::boolean[],
      ${column((l) => l.outOfScope)}::boolean[],
      ${column((l) => l.version)}::integer[],
      ${column((l) => JSON.stringify(l.because))}::jsonb[])
      as t (message_id, received_at, head, by, labels, confidence, automatic, spoke, scope, version,
        because)
    on conflict (message_id, received_at, head, by) do update set labels = excluded.labels,
      confidence = excluded.confidence, automatic = excluded.automatic, spoke = excluded.spoke,
      out_of_scope = excluded.out_of_scope,
      model_version = excluded.model_version,
      because = excluded.because, at = excluded.at`;
}

/** Heads that have a column of their own on the message; what holds for other heads stands in `label` only. */
const columns: Readonly<Record<string, (label: string) => RawBuilder<unknown>>> = {
  // A score of the other sign than the word would count the message twice, once each way.
  sentiment: (label) => sql`sentiment_score = case when sentiment = ${label} then sentiment_score
    else ${scoreOf(label)}::real end, sentiment = ${label}`,
  intent: (label) => sql`intent = ${label}`,
  urgency: (label) => sql`urgency = ${Number(label)}::smallint`,
  answerable: (label) => sql`answerable = ${label === '1'}`,
};

export function hasColumn(head: string): boolean {
  return Object.hasOwn(columns, head);
}

/** Lets messages be what was said of them. */
export async function applyLabel(
  ctx: Context,
  messages: readonly { id: string; receivedAt: Date }[],
  { head, labels }: { head: string; labels: readonly string[] },
): Promise<void> {
  const [label] = labels;
  const change = columns[head];
  if (!change || label === undefined || messages.length === 0) return;
  await sql`
    update message m set ${change(label)}
    from unnest(${messages.map((m) => m.id)}::bigint[], ${messages.map((m) => m.receivedAt)}::timestamptz[])
      as t (id, received_at)
    where m.id = t.id and m.received_at = t.received_at`.execute(ctx.database);
}

/** What stands on a message for a head that has a column there. */
export function standing(
  message: {
    sentiment: string | null;
    intent: string | null;
    urgency: number | null;
    answerable: boolean | null;
  },
  head: string,
): string[] {
  const { urgency, answerable } = message;
  const all: Readonly<Record<string, string | null>> = {
    sentiment: message.sentiment,
    intent: message.intent,
    urgency: urgency === null ? null : String(urgency),
    answerable: answerable === null ? null : answerable ? '1' : '0',
  };
  const label = Object.hasOwn(all, head) ? all[head] : null;
  return label ? [label] : [];
}
