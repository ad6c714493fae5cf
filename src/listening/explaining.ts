import { sql } from 'kysely';
import { personAllows } from '../customers/using.ts';
import { type Context, transact } from '../platform/context.ts';
import { explain } from '../understanding/learned/explaining.ts';
import { hasColumn, standing } from './learning/labelling.ts';
import { type Reader, readerOf } from './learning/reading.ts';
import type { Understood } from './message.ts';

/** Who says what a message is. `alike`: a colleague, of one that says nearly the same. */
export type Voice = 'person' | 'alike' | 'model' | 'rules' | 'transformer' | 'assistant';

/** One answer about one message, with what made it so. */
export interface ExplainedLabel {
  readonly head: string;
  /** Keys of classes; none: none of them. */
  readonly labels: readonly string[];
  readonly by: Voice;
  /** 0–1; null where the voice cannot say. */
  readonly confidence: number | null;
  /** As sure as the head promises. A suggestion never is; what a model doubts about may yet hold before the rules. */
  readonly automatic: boolean;
  /** This is what the message is taken for. */
  readonly holds: boolean;
  /** As far as the model can see, the message belongs to none of the classes. */
  readonly outOfScope: boolean;
  readonly modelVersion: number | null;
  /** Of a suggestion: which model. */
  readonly model: string | null;
  /** The words that made it so; weight is how much each spoke for it, null of rules. */
  readonly because: readonly { readonly word: string; readonly weight: number | null }[];
}

type Said = Omit<ExplainedLabel, 'holds'> & { readonly spoke: boolean };

interface Row {
  readonly id: string;
  readonly text: string;
  readonly sentiment: string | null;
  readonly intent: string | null;
  readonly urgency: number | null;
  readonly answerable: boolean | null;
  readonly understanding: Understood | null;
  readonly said: readonly Said[];
}

const heads = ['sentiment', 'intent', 'urgency', 'answerable'] as const;
const mostWords = 5;

/**
 * Everything that was said about messages, by public id: what holds first, then who says otherwise. One statement; the
 * caller has seen the messages.
 */
export async function labelsOn(
  ctx: Context,
  messagePublicIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ExplainedLabel[]>> {
  if (messagePublicIds.length === 0) return new Map();
  const reader = readerOf(ctx);
  await reader.refresh(ctx);
  const rows = await transact(ctx, 'service', async (ctx) => {
    const found = await sql<Row>`
      select m.public_id as id, m.text, m.sentiment, m.intent, m.urgency, m.answerable, m.understanding,
        coalesce((
          select json_agg(json_build_object('head', n.head, 'labels', n.labels, 'by', n.by, 'confidence', n.confidence,
            'automatic', n.automatic, 'spoke', n.spoke, 'outOfScope', n.out_of_scope, 'modelVersion', n.model_version,
            'model', l.model_name, 'because', n.because))
          from label_now n
          join label l on l.message_id = n.message_id and l.received_at = n.received_at and l.head = n.head and l.by = n.by
          where n.message_id = m.id and n.received_at = m.received_at
            and (n.by not in ('assistant', 'transformer') or ${personAllows(sql`m.person_id`, 'ai_assist')})
        ), '[]') as said
      from message m where m.public_id = any(${messagePublicIds}::text[]) and m.direction = 'in'`.execute(
      ctx.database,
    );
    return found.rows;
  });
  return new Map(
    rows.map((row) => [
      row.id,
      inOrder([...row.said.map((one) => reasoned(one, row, reader)), ...ruled(row)]),
    ]),
  );
}

/** A doubting model keeps no reasons; they are found again, if it is still the one that answers. */
function reasoned(said: Said, { text }: Row, reader: Reader): Said {
  const [label] = said.labels;
  const live = said.by === 'model' && said.because.length === 0 ? reader.find(said.head) : undefined;
  if (!live || live.version !== said.modelVersion || label === undefined) return said;
  const because = explain(live.predictor, text, label)
    .words.slice(0, mostWords)
    .filter(({ weight }) => weight > 0)
    .map(({ word, weight }) => ({ word, weight: Math.round(weight * 1000) / 1000 }));
  return { ...said, because };
}

/** What stands on the message by the rules alone; they write no label of it. */
function ruled(row: Row): Said[] {
  return heads.flatMap((head): Said[] => {
    const labels = standing(row, head);
    const learned = row.said.some(
      (said) =>
        said.head === head &&
        (said.by === 'person' ||
          said.by === 'alike' ||
          (said.by === 'model' && (said.automatic || said.spoke))),
    );
    if (learned || labels.length === 0 || !hasColumn(head)) return [];
    const words = row.understanding?.because.find((one) => one.head === head)?.words ?? [];
    return [
      {
        head,
        labels,
        by: 'rules',
        confidence: null,
        automatic: true,
        spoke: false,
        outOfScope: false,
        modelVersion: null,
        model: null,
        because: words.map((word) => ({ word, weight: null })),
      },
    ];
  });
}

const order: readonly Voice[] = ['person', 'alike', 'model', 'rules', 'transformer', 'assistant'];

function inOrder(said: readonly Said[]): ExplainedLabel[] {
  const stands = ({ automatic, spoke }: Said) => automatic || spoke;
  const placeOf = (said: Said) =>
    order.indexOf(said.by) + (said.by === 'model' && !stands(said) ? order.length : 0);
  const sorted = said.toSorted((a, b) =>
    a.head < b.head ? -1 : a.head > b.head ? 1 : placeOf(a) - placeOf(b),
  );
  return sorted.map(({ spoke, ...one }, at) => ({
    ...one,
    holds: sorted[at - 1]?.head !== one.head && (one.automatic || spoke),
  }));
}
